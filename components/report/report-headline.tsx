'use client'

import { useMemo } from 'react'
import { useFleetHistory } from '@/components/queries/use-fleet-history'
import { FleetHeadline } from '@/components/state/fleet-headline'
import { Trend } from '@/components/state/trend'
import { trendOf, weekBefore } from '@/lib/views/headline'
import type { ReportFacts } from './use-report'

const monthHours = 720
/** The answer first: how many VMs are confirmed, how that has changed, and what could not be read. */
export function ReportHeadline({ report: { counts, filter, view } }: { readonly report: ReportFacts }) {
  const { data } = useFleetHistory(monthHours)
  const points = useMemo(() => (data === undefined || data.failure !== null ? [] : trendOf(data)), [data])
  // The history knows no filters, and counts the VMs of its own reading: only equal totals can be compared.
  const isComparable = filter === '' && data?.vms === counts.total
  return (
    <div className="flex flex-col gap-3">
      <FleetHeadline
        confirmed={counts.byState.encrypted}
        total={counts.total}
        notRead={counts.notRead}
        reach={view.fleetRead.reach}
        weekAgo={isComparable ? weekBefore(points) : null}
      />
      {isComparable && <Trend points={points} />}
    </div>
  )
}
