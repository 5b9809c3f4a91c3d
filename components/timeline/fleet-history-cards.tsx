'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import type { VmState } from '@/lib/contract/codes'
import type { FleetHistory } from '@/lib/contract/history'
import type { Reach } from '@/lib/views/completeness'
import { fleetChart } from '@/lib/views/fleet-chart'
import { FleetHistoryChart } from './fleet-history-chart'
import { FleetHistoryLegend } from './fleet-history-legend'
import { FleetHistoryTable } from './fleet-history-table'

export interface FleetHistoryCardsProps {
  readonly answer: FleetHistory
  /** Length of the time shown. */
  readonly hours: number
  /** How far the list of VMs can be trusted. */
  readonly reach: Reach
  /** The same for the last time, which is the present. */
  readonly present: Reach
}

/** The chart with its legend, which shows the numbers of one time, and the table of all times. */
export function FleetHistoryCards({ answer, hours, reach, present }: FleetHistoryCardsProps) {
  const t = useTranslations('history.fleet')
  const [hidden, setHidden] = useState<ReadonlySet<VmState>>(new Set())
  const [picked, setPicked] = useState<number | null>(null)
  const chart = fleetChart(answer, hidden)
  const at = Math.min(picked ?? chart.moments.length - 1, chart.moments.length - 1)
  const last = chart.moments.length - 1
  const reachAt = (index: number): Reach => (index === last ? present : reach)
  const toggle = (state: VmState) => {
    const next = new Set(hidden)
    if (!next.delete(state)) next.add(state)
    setHidden(next)
  }
  return (
    <>
      <Card title={t('chart')} hint={t('hint')}>
        <div className="grid gap-4 wide:grid-cols-[minmax(0,1fr)_18.5rem]">
          <FleetHistoryChart chart={chart} hours={hours} at={at} picked={picked !== null} onPick={setPicked} />
          <FleetHistoryLegend
            chart={chart}
            hours={hours}
            at={at}
            reach={reachAt(at)}
            hidden={hidden}
            onToggle={toggle}
          />
        </div>
      </Card>
      <Card title={t('table')} hint={t('newest')} padded={false}>
        <FleetHistoryTable chart={chart} hours={hours} reachAt={reachAt} />
      </Card>
    </>
  )
}
