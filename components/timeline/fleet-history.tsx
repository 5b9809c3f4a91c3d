'use client'

import { History } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { historyCompleteness, isSeen, useFleetHistory } from '@/components/queries/use-fleet-history'
import { useFleet, type FleetQuery } from '@/components/queries/use-fleet'
import { CompletenessNote } from '@/components/state/completeness'
import { useNow } from '@/components/state/now'
import { EmptyCard } from '@/components/ui/empty-card'
import { Segmented } from '@/components/ui/segmented'
import type { FleetHistory as Answer } from '@/lib/contract/history'
import { fleetCompleteness, type Reach } from '@/lib/views/completeness'
import { presentReach, withReading } from '@/lib/views/history-now'
import { EstimatesCard } from './estimates-card'
import { FleetHistoryCards } from './fleet-history-cards'

const spans = ['24', '168', '720', '8760'] as const
type Span = (typeof spans)[number]

/** The time span in the URL; kept there so that a link shows the same. */
function useSpan(): [Span, (span: Span) => void] {
  const [span, setSpan] = useState<Span>(() => {
    const wanted = new URLSearchParams(window.location.search).get('hours')
    return spans.find((one) => one === wanted) ?? '24'
  })
  const change = (next: Span) => {
    const url = new URL(window.location.href)
    if (next === '24') url.searchParams.delete('hours')
    else url.searchParams.set('hours', next)
    window.history.replaceState(null, '', url)
    setSpan(next)
  }
  return [span, change]
}

function Content({
  answer,
  fleet,
  span,
  reach,
  isWhole,
}: {
  readonly answer: Answer
  readonly fleet: FleetQuery
  readonly span: Span
  readonly reach: Reach
  readonly isWhole: boolean
}) {
  const t = useTranslations('history')
  const now = useNow()
  return (
    <>
      {isSeen(answer) && (
        <FleetHistoryCards
          answer={withReading(answer, fleet, now)}
          hours={Number(span)}
          reach={reach}
          present={presentReach(reach, fleet, now)}
        />
      )}
      {!isSeen(answer) && isWhole && (
        <EmptyCard icon={<History size={20} aria-hidden />} title={t('fleet.none')}>
          {t('fleet.noneText')}
        </EmptyCard>
      )}
      {(isWhole || isSeen(answer)) && <EstimatesCard estimates={answer.estimates} />}
    </>
  )
}

/** States of the fleet over time, as a chart and as a table. */
export function FleetHistory() {
  const t = useTranslations('history')
  const [span, setSpan] = useSpan()
  const query = useFleetHistory(Number(span))
  const { data } = query
  // The same VMs as they are now: the present of the curve, and the number of VMs that need action in the rail.
  const fleet = useFleet()
  const present = fleetCompleteness(fleet, useNow())
  const completeness = historyCompleteness(query)
  const isKnown = data !== undefined && completeness.reach !== 'none'
  return (
    <>
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h1 className="text-page font-semibold tracking-heading">{t('fleet.title')}</h1>
        {isKnown && (data.vms > 0 || completeness.kind === 'whole') && (
          <p className="text-text-2">{t('fleet.over', { count: data.vms })}</p>
        )}
        <div className="ml-auto">
          <Segmented
            label={t('fleet.range')}
            value={span}
            options={spans.map((value) => ({ value, label: t(`fleet.span.${value}`) }))}
            onChange={setSpan}
          />
        </div>
      </header>
      <CompletenessNote of={completeness} isEmpty={!isKnown || !isSeen(data)} onRetry={() => void query.refetch()} />
      {completeness.kind === 'whole' && present.kind !== 'loading' && (
        <CompletenessNote of={present} isEmpty={false} onRetry={fleet.refresh} />
      )}
      {isKnown && (
        <Content
          key={span}
          answer={data}
          fleet={fleet}
          span={span}
          reach={completeness.reach}
          isWhole={completeness.kind === 'whole'}
        />
      )}
    </>
  )
}
