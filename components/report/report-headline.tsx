'use client'

import { useMemo } from 'react'
import { useFleetHistory } from '@/components/queries/use-fleet-history'
import { FleetHeadline } from '@/components/state/fleet-headline'
import { Trend } from '@/components/state/trend'
import { useNow } from '@/components/state/now'
import { confirmedIn, weekBefore } from '@/lib/views/headline'
import { trendUpTo } from '@/lib/views/history-now'
import type { ReportFacts } from './use-report'

const monthHours = 720
/** The answer first: how many VMs are confirmed, how that has changed, and what could not be read. */
export function ReportHeadline({ report: { counts, filter, view } }: { readonly report: ReportFacts }) {
  const { data } = useFleetHistory(monthHours)
  const now = useNow()
  // The history knows no filters.
  const points = useMemo(
    () => (data === undefined || data.failure !== null || filter !== '' ? null : trendUpTo(data, view.query, now)),
    [data, filter, view.query, now],
  )
  return (
    <div className="flex flex-col gap-3">
      <FleetHeadline
        confirmed={confirmedIn(counts.byState)}
        total={counts.total}
        notRead={counts.notRead}
        reach={view.fleetRead.reach}
        weekAgo={points === null ? null : weekBefore(points)}
      />
      {points !== null && <Trend points={points} />}
    </div>
  )
}
