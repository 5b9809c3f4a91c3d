'use client'

import { TriangleAlert } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { problemOf } from '@/components/providers/api-problem'
import { useErrorCause } from '@/components/providers/use-error-cause'
import { useTimeline } from '@/components/queries/use-timeline'
import { useVm } from '@/components/queries/use-vm'
import { Age } from '@/components/state/age'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyCard } from '@/components/ui/empty-card'
import type { VmReference } from '@/lib/contract/vm-reference'

const TimelineView = dynamic(() => import('./timeline-view').then((space) => space.TimelineView), { ssr: false })

/** The history of one VM, as far as it was observed. The code that draws it is loaded with the tab. */
export function TimelineTab({ reference }: { readonly reference: VmReference }) {
  const t = useTranslations('history')
  const errors = useTranslations('errors')
  const errorCause = useErrorCause()
  const vm = useVm(reference).data
  const query = useTimeline(reference, vm?.readAt ?? null)
  const problem = query.isError ? problemOf(query.error) : null
  if (query.data === undefined && problem !== null) {
    return (
      <EmptyCard
        icon={<TriangleAlert size={20} aria-hidden />}
        title={t('failed')}
        actions={<Button onClick={() => void query.refetch()}>{t('tryAgain')}</Button>}
      >
        {errorCause(problem)}
      </EmptyCard>
    )
  }
  if (vm === undefined || query.data === undefined) {
    return (
      <p role="status" className="text-text-2">
        {t('loading')}
      </p>
    )
  }
  const { now } = query.data
  return (
    <div className="flex flex-col gap-4">
      {problem !== null && (
        <Banner icon={<TriangleAlert size={16} aria-hidden />} title={errors(`${problem.code}.title`)} announce>
          {errorCause(problem)} {t.rich('lastGood', { age: () => <Age at={now} style="sentence" /> })}
        </Banner>
      )}
      <TimelineView timeline={query.data} vm={vm} />
    </div>
  )
}
