'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { ownStepsCheck } from '@/lib/diagnosis/steps/own-steps'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { articlePath, idOf, type Article } from '@/lib/search/articles'
import { findArticles, indexLanguage } from '@/lib/search/find'
import { knownText, type KnownText } from '@/lib/search/known-text'
import { quoteOf } from '@/lib/messages/passages'
import { GuidedText } from '@/components/state/guided-text'
import { KindMeaning } from '@/components/state/kind-meaning'
import { Card } from '@/components/ui/card'
import { wordsOf } from './article-words'
import { useHelpIndex } from './use-help-index'

/**
 * A message that shares words with the query, with its own text, since it may differ from the message that the user
 * saw.
 */
export function HelpMessage({ article }: { readonly article: Article }) {
  const quote = article.type === 'message' ? quoteOf(article.kind) : null
  return (
    <>
      {quote !== null && (
        <code dir="ltr" lang="en" className="font-mono text-code wrap-anywhere">
          {quote}
        </code>
      )}
      <KindMeaning
        kind={article.kind}
        showsNext
        check={article.type === 'message' ? ownStepsCheck(article.kind) : null}
      />
    </>
  )
}

function Result({ article, words }: { readonly article: Article; readonly words: Remedies }) {
  const t = useTranslations('help.type')
  const path = articlePath(article)
  const shown = wordsOf(article, words)
  return (
    <li className="flex flex-col gap-0.5 border-t border-line py-2.5 first:border-t-0">
      <span className="text-label text-text-3">{t(article.type)}</span>
      {path === null || shown === null ? (
        <HelpMessage article={article} />
      ) : (
        <>
          <Link className="prose-link self-start font-medium" href={path}>
            <GuidedText text={shown.title} />
          </Link>
          {shown.text !== '' && (
            <p className="text-meta text-text-2">
              <GuidedText text={shown.text} />
            </p>
          )}
        </>
      )}
    </li>
  )
}

/** First what the text itself matches, then what its words match, each once. */
function together(known: KnownText | null, found: readonly Article[]): readonly Article[] {
  const shown = (known?.problems ?? []).map((kind): Article => ({ type: 'problem', kind }))
  const ids = new Set(shown.map(idOf))
  if (known !== null) ids.add(`message:${known.kind}`)
  return [...shown, ...found.filter((article) => !ids.has(idOf(article)))]
}

/** Results for a pasted text or for words. */
export function HelpResults({ text, words }: { readonly text: string; readonly words: Remedies }) {
  const t = useTranslations('help')
  const index = useHelpIndex(indexLanguage(text))
  const known = useMemo(() => knownText(text), [text])
  const found = useMemo(() => (index === undefined || index === null ? [] : findArticles(index, text)), [index, text])
  const results = together(known, found)
  return (
    <Card
      title={<span role="status">{index === undefined ? t('searching') : t('found', { count: results.length })}</span>}
    >
      {known !== null && (
        <div className="mb-3">
          <h3 className="font-medium">{t('known')}</h3>
          <KindMeaning kind={known.kind} showsNext check={ownStepsCheck(known.kind)} />
        </div>
      )}
      {index === null && <p role="alert">{t('searchFailed')}</p>}
      {known === null && index !== undefined && index !== null && results.length === 0 && (
        <p className="text-text-2">{t('unknown')}</p>
      )}
      <ul>
        {results.map((article) => (
          <Result key={idOf(article)} article={article} words={words} />
        ))}
      </ul>
    </Card>
  )
}
