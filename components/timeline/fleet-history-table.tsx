'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Count } from '@/components/state/completeness'
import { Button } from '@/components/ui/button'
import { formatNumber } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { VmState } from '@/lib/contract/codes'
import type { Reach } from '@/lib/views/completeness'
import { momentReach, type ChartMoment, type FleetChart } from '@/lib/views/fleet-chart'
import { momentStyle } from './moment-style'

const page = 12

interface FleetHistoryTableProps {
  readonly chart: FleetChart
  readonly hours: number
  /** How far the numbers of a time can be trusted, by its index. */
  readonly reachAt: (index: number) => Reach
}

/** All times of the chart, the newest first. A dash where VMs were not read: the number of such VMs is not 0. */
export function FleetHistoryTable({ chart, hours, reachAt }: FleetHistoryTableProps) {
  const t = useTranslations('history')
  const states = useTranslations('states.state')
  const language = useLocale()
  const [most, setMost] = useState(page)
  const moments = chart.moments.map((moment, index) => ({ ...moment, reach: reachAt(index) })).toReversed()
  const cellOf = (moment: ChartMoment, state: VmState, reach: Reach) => {
    const last = moment.lastKnown[state]
    return (
      <>
        <Count count={moment.counts[state]} reach={momentReach(moment, reach)} />
        {last > 0 && (
          <span className="block text-meta text-text-2">
            {t('fleet.lastKnown', { count: formatNumber(language, last) })}
          </span>
        )}
      </>
    )
  }
  return (
    <div className="px-4 pb-3">
      <table className="stack-table" aria-label={t('fleet.table')}>
        <thead>
          <tr>
            <th scope="col">{t('fleet.time')}</th>
            {chart.states.map((state) => (
              <th key={state} scope="col" className="number">
                {states(state)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('fleet.notSeen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {moments.slice(0, most).map((moment) => (
            <tr key={moment.at}>
              <th scope="row" className="font-normal whitespace-nowrap tabular-nums">
                {formatMoment(language, moment.at, momentStyle(hours))}
              </th>
              {chart.states.map((state) => (
                <td key={state} className="number" data-label={states(state)}>
                  {cellOf(moment, state, moment.reach)}
                </td>
              ))}
              <td className="number" data-label={t('fleet.notSeen')}>
                <Count count={moment.notSeen} reach={moment.reach} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {moments.length > most && (
        <Button size="small" className="mt-2" onClick={() => setMost(moments.length)}>
          {t('list.more', { count: String(moments.length - most) })}
        </Button>
      )}
    </div>
  )
}
