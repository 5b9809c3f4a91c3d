'use client'

import { EyeOff } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Count } from '@/components/state/completeness'
import { StateIcon } from '@/components/state/state-icon'
import { stateClass } from '@/components/state/state-icons'
import type { VmState } from '@/lib/contract/codes'
import { formatNumber } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { Reach } from '@/lib/views/completeness'
import { momentReach, type FleetChart } from '@/lib/views/fleet-chart'
import { StateSwatch } from './state-pattern'
import { momentStyle } from './moment-style'

export interface FleetHistoryLegendProps {
  readonly chart: FleetChart
  readonly hours: number
  readonly at: number
  /** How far the list of VMs can be trusted. */
  readonly reach: Reach
  readonly hidden: ReadonlySet<VmState>
  readonly onToggle: (state: VmState) => void
}

/** Icon, word and number of each state that occurs, at the time under the pointer; and which states are drawn. */
export function FleetHistoryLegend({ chart, hours, at, reach, hidden, onToggle }: FleetHistoryLegendProps) {
  const t = useTranslations('history.fleet')
  const states = useTranslations('states.state')
  const language = useLocale()
  const moment = chart.moments[at]
  if (moment === undefined) return null
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 text-meta text-text-2">
        {t('then', { time: formatMoment(language, moment.at, momentStyle(hours)) })}
        <span className="sr-only">. {t('show')}</span>
      </legend>
      {chart.states.map((state) => (
        <label key={state} className="flex min-h-11 cursor-pointer items-center gap-2 narrow:min-h-7">
          <input type="checkbox" className="accent-ink" checked={!hidden.has(state)} onChange={() => onToggle(state)} />
          <span
            aria-hidden
            className={`${stateClass(state)} h-3 w-3 shrink-0 rounded-track bg-mark forced-colors:hidden`}
          />
          <StateSwatch state={state} />
          <StateIcon state={state} />
          <span className="min-w-0 grow">{states(state)}</span>
          <span className="font-medium tabular-nums">
            <Count count={moment.counts[state]} reach={momentReach(moment, reach)} />
            {moment.lastKnown[state] > 0 && (
              <span className="block text-end text-meta font-normal text-text-2">
                {t('lastKnown', { count: formatNumber(language, moment.lastKnown[state]) })}
              </span>
            )}
          </span>
        </label>
      ))}
      <p className="flex min-h-7 items-center gap-2 text-text-2" title={t('notSeenMeaning')}>
        <EyeOff size={15} aria-hidden />
        <span className="grow">{t('notSeen')}</span>
        <span className="tabular-nums">
          <Count count={moment.notSeen} reach={reach} />
        </span>
      </p>
      <p className="text-meta text-text-2">{t('notSeenMeaning')}</p>
    </fieldset>
  )
}
