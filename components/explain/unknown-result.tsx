'use client'

import { useLocale, useTranslations } from 'next-intl'
import { MessageText } from '@/components/state/message-text'
import { Card } from '@/components/ui/card'
import { formatItems } from '@/lib/i18n/format'
import type { UnknownText } from '@/lib/diagnosis/text/explain-text'
import { quoteOf } from '@/lib/messages/passages'

const shown = 5

/** Texts that are not in the catalogue, with the names of similar messages and why they do not match; no advice. */
export function UnknownResult({ unknown }: { readonly unknown: readonly UnknownText[] }) {
  const t = useTranslations('explain')
  const language = useLocale()
  if (unknown.length === 0) return null
  return (
    <Card title={t('unknownTitle')}>
      <p className="text-text-2">{t('unknownText')}</p>
      <ol className="mt-3 flex flex-col gap-3">
        {unknown.slice(-shown).map(({ line, text, nearest }) => (
          <li key={line} className="flex flex-col gap-2">
            <MessageText text={text} />
            {nearest.map(({ kind, missing }) => (
              <p key={kind} className="pl-3 text-meta">
                {t('nearest')}:{' '}
                <code dir="ltr" lang="en" className="font-mono text-code wrap-anywhere">
                  {quoteOf(kind) ?? kind}
                </code>
                {missing.length > 0 && ` (${t('missing', { words: formatItems(language, missing) })})`}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Card>
  )
}
