'use client'

import { useTranslations } from 'next-intl'
import type { InsideEvidence } from '@/lib/diagnosis/inside/types'
import type { Problem } from '@/lib/diagnosis/types'
import { InsideLines } from '@/components/state/inside-lines'
import { ProblemLinks } from '@/components/state/problem-links'
import { Card } from '@/components/ui/card'

export interface LogResultProps {
  readonly inside: InsideEvidence
  readonly problems: readonly Problem[]
}

/** What a pasted log shows: its known lines, the step reached, and the problems that its lines name. */
export function LogResult({ inside, problems }: LogResultProps) {
  const t = useTranslations('explain')
  return (
    <section aria-label={t('result')} className="flex min-w-0 flex-col gap-4">
      <p className="text-meta text-text-2">{t('recognised', { input: t('log') })}</p>
      {problems.length > 0 && (
        <Card title={t('problems')}>
          <ProblemLinks problems={problems} />
        </Card>
      )}
      <Card title={t('logTitle')}>
        <InsideLines inside={inside} />
      </Card>
    </section>
  )
}
