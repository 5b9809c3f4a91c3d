'use client'

import Link from 'next/link'
import { ChevronLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { catalogue } from '@/lib/messages/catalogue'
import { messageOrigins, type MessageOrigin } from '@/lib/messages/entry'
import { catalogueIds } from '@/lib/messages/ids'
import { messageSources } from '@/lib/messages/sources'
import { anchorOf } from '@/lib/search/articles'
import { Card } from '@/components/ui/card'
import { HelpMessage } from './help-results'
import { useAnchor } from './use-anchor'

function Messages({ origin }: { readonly origin: MessageOrigin }) {
  const t = useTranslations('help')
  return (
    <Card title={t(`messages.origin.${origin}`)}>
      <ul>
        {catalogueIds
          .filter((kind) => catalogue[kind].origin === origin)
          .map((kind) => (
            <li
              key={kind}
              id={anchorOf(`message:${kind}`)}
              tabIndex={-1}
              className="scroll-mt-16 border-t border-line py-2.5 first:border-t-0"
            >
              <HelpMessage article={{ type: 'message', kind }} />
            </li>
          ))}
      </ul>
      <h3 className="mt-2 font-medium">{t('sources')}</h3>
      <ul className="flex flex-col gap-1">
        {messageSources[origin].map((address) => (
          <li key={address}>
            <a className="prose-link wrap-anywhere" href={address} rel="noreferrer" dir="ltr">
              {address}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Every known message with its meaning and next steps, by who writes it. */
export function HelpMessages() {
  const t = useTranslations('help')
  useAnchor(true)
  return (
    <div className="flex max-w-[61rem] flex-col gap-4 p-3 narrow:p-5">
      <header className="flex flex-col gap-2">
        <Link className="prose-link inline-flex items-center gap-1 self-start" href="/help">
          <ChevronLeft size={14} aria-hidden />
          {t('back')}
        </Link>
        <h1 className="text-page font-semibold tracking-heading">{t('messages.title')}</h1>
        <p className="prose-body text-text-2">{t('messages.lead', { count: catalogueIds.length })}</p>
      </header>
      {messageOrigins.map((origin) => (
        <Messages key={origin} origin={origin} />
      ))}
    </div>
  )
}
