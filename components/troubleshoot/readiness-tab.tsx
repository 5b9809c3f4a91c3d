'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Troubleshoot } from '@/lib/contract/troubleshoot'
import type { VmReference } from '@/lib/contract/vm-reference'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { problemOf } from '@/components/providers/api-problem'
import { useErrorCause } from '@/components/providers/use-error-cause'
import { useTroubleshoot } from '@/components/queries/use-troubleshoot'
import { useRemedies } from '@/components/state/use-remedies'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyCard } from '@/components/ui/empty-card'
import { PrerequisiteGroup, type Outcome } from './prerequisite-group'
import { ReadsCard } from './reads-card'

const order: readonly Outcome[] = ['fail', 'warn', 'not-allowed', 'unread', 'not-visible', 'pass', 'not-applicable']

function Sum({ readiness }: { readonly readiness: Troubleshoot['readiness'] }) {
  const t = useTranslations('troubleshoot.readiness')
  return (
    <Card title={t('title')}>
      <p className="text-verdict-small font-semibold">{t(`sum.${readiness}`)}</p>
      <p className="prose-body mt-1">{t(`sumText.${readiness}`)}</p>
      <p className="prose-body mt-1 text-text-2">{t('done')}</p>
    </Card>
  )
}

function Checks({ answer, words }: { readonly answer: Troubleshoot; readonly words: Remedies }) {
  return (
    <div className="grid gap-4 wide:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <Sum readiness={answer.readiness} />
        {order.map((outcome) => {
          const checks = answer.prerequisites.filter((check) => check.outcome === outcome)
          return checks.length === 0 ? null : (
            <PrerequisiteGroup key={outcome} outcome={outcome} checks={checks} steps={answer.steps} words={words} />
          )
        })}
      </div>
      <div className="min-w-0">
        <ReadsCard reads={answer.reads} />
      </div>
    </div>
  )
}

/** Whether encryption would work if it were started now: each check with its finding. */
export function ReadinessTab({ reference }: { readonly reference: VmReference }) {
  const t = useTranslations('troubleshoot')
  const errorCause = useErrorCause()
  const query = useTroubleshoot(reference)
  const words = useRemedies()
  if (query.isError || words === null) {
    return (
      <EmptyCard
        icon={<TriangleAlert size={20} aria-hidden />}
        title={t('failed')}
        actions={<Button onClick={() => void query.refetch()}>{t('tryAgain')}</Button>}
      >
        {query.isError && errorCause(problemOf(query.error))}
      </EmptyCard>
    )
  }
  if (query.data === undefined || words === undefined) {
    return (
      <p role="status" className="text-text-2">
        {t('loading')}
      </p>
    )
  }
  return <Checks answer={query.data} words={words} />
}
