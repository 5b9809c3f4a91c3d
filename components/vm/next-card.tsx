'use client'

import { useTranslations } from 'next-intl'
import { duringOf, nextOf, type VerdictSummary } from '@/lib/views/verdict-summary'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'

export interface NextCardProps {
  readonly summary: VerdictSummary
  /** Opens the guided panel; null when there is no problem to guide through. */
  readonly onGuide?: (() => void) | null
}

/** What happens next and who has to act. */
export function NextCard({ summary, onGuide = null }: NextCardProps) {
  const t = useTranslations('verdict')
  const title = useTranslations('vm.next')
  const next = nextOf(summary)
  const during = duringOf(summary)
  return (
    <Card title={title('title')} hint={t(`actor.${next.actor}`)}>
      <p className="text-verdict-small font-semibold">{t(`next.${next.code}.title`)}</p>
      <p className="mt-2 text-text-2">{t(`next.${next.code}.text`)}</p>
      {during !== null && <p className="mt-2 font-medium">{t(`during.${during}`)}</p>}
      {onGuide !== null && (
        <Button className="mt-3" onClick={onGuide}>
          {title('guide')}
        </Button>
      )}
    </Card>
  )
}
