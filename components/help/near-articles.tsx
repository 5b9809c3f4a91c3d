'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { GuidedText } from '@/components/state/guided-text'
import { useRemedies } from '@/components/state/use-remedies'
import { Card } from '@/components/ui/card'
import { articlePath, idOf } from '@/lib/search/articles'
import { indexLanguage } from '@/lib/search/find'
import { nearArticles } from '@/lib/search/near'
import { wordsOf } from './article-words'
import { useHelpIndex } from './use-help-index'

/** Articles about what an unknown text mentions. The text itself stays in the browser: only the index is loaded. */
export function NearArticles({ text }: { readonly text: string }) {
  const t = useTranslations('explain')
  const index = useHelpIndex(indexLanguage(text))
  const words = useRemedies()
  const found = useMemo(() => (index === undefined || index === null ? [] : nearArticles(index, text)), [index, text])
  if (found.length === 0 || words === undefined || words === null) return null
  return (
    <Card title={t('nearTitle')}>
      <p className="text-text-2">{t('nearText')}</p>
      <ul className="mt-2">
        {found.map((article) => (
          <li key={idOf(article)} className="flex flex-col gap-0.5 border-t border-line py-2.5 first:border-t-0">
            <Link className="prose-link self-start font-medium" href={articlePath(article) ?? '/help'}>
              <GuidedText text={wordsOf(article, words)?.title ?? ''} />
            </Link>
            <p className="text-meta text-text-2">
              <GuidedText text={wordsOf(article, words)?.text ?? ''} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
