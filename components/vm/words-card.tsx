'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { VmDetail } from '@/lib/contract/vm'

/** Words of Azure that the product does not know, as Azure sent them. Not rendered without any. */
export function WordsCard({ words }: { readonly words: Readonly<VmDetail['unknownWords']> }) {
  const t = useTranslations('vm.words')
  if (words.length === 0) return null
  return (
    <Card title={t('title')} hint={t('hint')}>
      <ul className="flex flex-col gap-1">
        {words.map(({ field, word }) => (
          <li key={`${field} ${word}`}>
            <span className="text-text-2">{t(`field.${field}`)}</span>{' '}
            <span dir="ltr" className="font-mono text-code wrap-anywhere">
              {word}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
