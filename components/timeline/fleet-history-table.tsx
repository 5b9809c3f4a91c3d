'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatNumber } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { FleetChart } from '@/lib/views/fleet-chart'
import { momentStyle } from './moment-style'

const page = 12

/** All times of the chart, the newest first. A dash for a time without observations: that is not 0. */
export function FleetHistoryTable({ chart, hours }: { readonly chart: FleetChart; readonly hours: number }) {
  const t = useTranslations('history')
  const states = useTranslations('states.state')
  const language = useLocale()
  const [most, setMost] = useState(page)
  const moments = chart.moments.toReversed()
  const count = (seen: number, value: number) => (seen === 0 ? '–' : formatNumber(language, value))
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
          {moments.slice(0, most).map(({ at, counts, seen, notSeen }) => (
            <tr key={at}>
              <th scope="row" className="font-normal whitespace-nowrap tabular-nums">
                {formatMoment(language, at, momentStyle(hours))}
              </th>
              {chart.states.map((state) => (
                <td key={state} className="number" data-label={states(state)}>
                  {count(seen, counts[state])}
                </td>
              ))}
              <td className="number" data-label={t('fleet.notSeen')}>
                {formatNumber(language, notSeen)}
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
