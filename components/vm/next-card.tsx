'use client'

import { useTranslations } from 'next-intl'
import { nextOf, type VerdictSummary } from '@/lib/views/verdict-summary'
import { Card } from '@/components/ui/card'

/** What happens next and whose turn it is. */
export function NextCard({ summary }: { readonly summary: VerdictSummary }) {
  const t = useTranslations('verdict')
  const title = useTranslations('vm.next')
  const next = nextOf(summary)
  return (
    <Card title={title('title')} hint={t(`actor.${next.actor}`)}>
      <p className="text-verdict-small font-semibold">{t(`next.${next.code}.title`)}</p>
      <p className="mt-2 text-text-2">{t(`next.${next.code}.text`)}</p>
    </Card>
  )
}
