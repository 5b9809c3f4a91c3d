'use client'

import { useLocale, useTranslations } from 'next-intl'
import { historyCompleteness, useFleetHistory } from '@/components/queries/use-fleet-history'
import type { FleetQuery } from '@/components/queries/use-fleet'
import { CompletenessNote, Count } from '@/components/state/completeness'
import { useNow } from '@/components/state/now'
import { Card } from '@/components/ui/card'
import { dateLocale } from '@/lib/i18n/format'
import type { Reach } from '@/lib/views/completeness'
import { momentReach } from '@/lib/views/fleet-chart'
import { presentReach, withReading } from '@/lib/views/history-now'
import { encryptedOtherwise, progressOver, tableMoments, type ProgressMoment } from '@/lib/retirement/progress'

const yearHours = 8760
const rows = 12
const columns = ['left', 'lastKnown', 'unknown', 'notSeen'] as const
const [width, height] = [600, 80]

const shownOf = ({ left, lastKnown }: ProgressMoment): number => left + lastKnown
const isDrawn = (moment: ProgressMoment): boolean => moment.seen > 0 || moment.lastKnown > 0

/** A step line of some of the times. */
function pathOf(moments: readonly ProgressMoment[], wanted: (moment: ProgressMoment) => boolean): string {
  const top = Math.max(1, ...moments.map(shownOf))
  const column = width / Math.max(1, moments.length)
  return moments
    .map((moment, index) => {
      if (!wanted(moment)) return ''
      const y = height - (shownOf(moment) / top) * (height - 4) - 2
      const before = moments[index - 1]
      const begins = before === undefined || !wanted(before)
      return `${begins ? 'M' : 'L'}${(index * column).toFixed(1)} ${y.toFixed(1)}H${((index + 1) * column).toFixed(1)}`
    })
    .join('')
}

function useDay(): (at: string) => string {
  const language = useLocale()
  const format = new Intl.DateTimeFormat(dateLocale[language], { dateStyle: 'medium' })
  return (at) => format.format(new Date(at))
}

interface ChartProps {
  readonly moments: readonly ProgressMoment[]
  /** VMs in the count of today that have nothing of Azure Disk Encryption. */
  readonly otherwise: number
  /** How far the counts can be trusted. */
  readonly reach: Reach
  /** The same for the last time, which is the present. */
  readonly present: Reach
}

function Chart({ moments, otherwise, reach, present }: ChartProps) {
  const t = useTranslations('retirement.progress')
  const day = useDay()
  const checked = moments.filter(({ seen }) => seen > 0)
  const [first, last] = [checked[0], checked.at(-1)]
  if (first === undefined || last === undefined) return <p className="text-text-2">{t('none')}</p>
  return (
    <div className="flex flex-col gap-2">
      <p>
        {t('change', { first: shownOf(first), from: day(first.at), last: shownOf(last), to: day(last.at) })}
        {last.notSeen > 0 && ` ${t('unread', { count: last.notSeen })}`}
        {otherwise > 0 && ` ${t('otherwise', { count: otherwise })}`}
      </p>
      <svg
        role="img"
        aria-label={t('chart')}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="h-20 w-full border-b border-line-strong"
      >
        {/* Dashed where VMs were not read: their last known state, or none, is part of the value. */}
        {[
          { dashes: undefined, path: pathOf(moments, (moment) => isDrawn(moment) && moment.notSeen === 0) },
          { dashes: '4 4', path: pathOf(moments, (moment) => isDrawn(moment) && moment.notSeen > 0) },
        ].map(({ dashes, path }) => (
          <path
            key={dashes ?? 'solid'}
            d={path}
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeDasharray={dashes}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <table className="stack-table" aria-label={t('table')}>
        <thead>
          <tr>
            {(['time', ...columns] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableMoments(moments, rows).map((moment) => (
            <tr key={moment.at}>
              <th scope="row" className="font-normal">
                {day(moment.at)}
              </th>
              {columns.map((column) => (
                <td key={column} data-label={t(column)} className="tabular-nums">
                  <Count
                    count={moment[column]}
                    reach={momentReach(moment, moment === moments.at(-1) ? present : reach)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Number of VMs on Azure Disk Encryption over the last year, as far as it was observed. */
export function ProgressCard({ fleet }: { readonly fleet: FleetQuery }) {
  const t = useTranslations('retirement.progress')
  const query = useFleetHistory(yearHours)
  const { data } = query
  const completeness = historyCompleteness(query)
  const now = useNow()
  return (
    <Card title={t('title')} hint={t('hint')}>
      <div className="flex flex-col gap-3">
        <CompletenessNote of={completeness} isEmpty={false} onRetry={() => void query.refetch()} />
        {data !== undefined && completeness.reach !== 'none' && (
          <Chart
            moments={progressOver(withReading(data, fleet, now))}
            otherwise={encryptedOtherwise(fleet.fleet.entries)}
            reach={completeness.reach}
            present={presentReach(completeness.reach, fleet, now)}
          />
        )}
      </div>
    </Card>
  )
}
