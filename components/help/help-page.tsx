'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useId, useState } from 'react'
import { problemKinds, type ProblemKind } from '@/lib/diagnosis/kinds'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { GuidedText } from '@/components/state/guided-text'
import { helpPath } from '@/components/state/help-path'
import { useRemedies } from '@/components/state/use-remedies'
import { Card } from '@/components/ui/card'
import { HelpResults } from './help-results'

function KindList({ kinds, words }: { readonly kinds: readonly ProblemKind[]; readonly words: Remedies }) {
  return (
    <ul className="grid gap-x-6 narrow:grid-cols-2">
      {kinds.map((kind) => (
        <li key={kind} className="border-t border-line py-2.5">
          <Link className="prose-link font-medium" href={helpPath(kind)}>
            {words.problems[kind].title}
          </Link>
          <p className="text-meta text-text-2">
            <GuidedText text={words.problems[kind].meaning} />
          </p>
        </li>
      ))}
    </ul>
  )
}

/** All help pages, with a search over them and over all messages of the catalogue. */
export function HelpPage() {
  const t = useTranslations('help')
  const words = useRemedies()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text)
  const id = useId()
  return (
    <div className="flex max-w-[70rem] flex-col gap-4 p-3 narrow:p-5">
      <header>
        <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>
        <p className="prose-body max-w-[61rem] text-text-2">{t('lead')}</p>
        <p className="flex flex-wrap gap-x-4">
          <Link className="prose-link" href="/help/reference">
            {t('reference.title')}
          </Link>
          <Link className="prose-link" href="/help/messages">
            {t('messages.title')}
          </Link>
          <Link className="prose-link" href="/help/api">
            {t('api')}
          </Link>
        </p>
      </header>
      <div className="card flex flex-col gap-2 p-4">
        <label htmlFor={id} className="text-section font-semibold">
          {t('search')}
        </label>
        <textarea
          id={id}
          value={text}
          onChange={(event) => setText(event.target.value.slice(0, 100_000))}
          placeholder={t('placeholder')}
          rows={3}
          spellCheck={false}
          autoComplete="off"
          className="w-full resize-y rounded-control border border-control bg-surface p-3 font-mono text-code"
        />
      </div>
      {words === undefined && <p role="status">{t('loading')}</p>}
      {words === null && <p role="alert">{t('failed')}</p>}
      {words !== undefined && words !== null && wanted.trim() !== '' && <HelpResults text={wanted} words={words} />}
      {words !== undefined && words !== null && wanted.trim() === '' && (
        <Card title={t('all')}>
          <KindList kinds={problemKinds} words={words} />
        </Card>
      )}
    </div>
  )
}
