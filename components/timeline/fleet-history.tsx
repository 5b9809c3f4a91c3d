'use client'

import { DatabaseZap, History, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { problemOf } from '@/components/providers/api-problem'
import { useErrorCause } from '@/components/providers/use-error-cause'
import { isSeen, useFleetHistory } from '@/components/queries/use-fleet-history'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyCard } from '@/components/ui/empty-card'
import { Segmented } from '@/components/ui/segmented'
import type { FleetHistory as Answer } from '@/lib/contract/history'
import { EstimatesCard } from './estimates-card'
import { FleetHistoryCards } from './fleet-history-cards'

const spans = ['24', '168', '720', '8760'] as const
type Span = (typeof spans)[number]

/** Which time the address asks for; kept there so that a link shows the same. */
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

function Content({ answer, span }: { readonly answer: Answer; readonly span: Span }) {
  const t = useTranslations('history')
  if (answer.failure !== null) {
    return (
      <EmptyCard icon={<DatabaseZap size={20} aria-hidden />} title={t('fleet.off')}>
        {t(`off.why.${answer.failure}`)} {t('fleet.offText')}
      </EmptyCard>
    )
  }
  return (
    <>
      {!answer.complete && <Banner icon={<TriangleAlert size={16} aria-hidden />} title={t('fleet.incomplete')} />}
      {isSeen(answer) ? (
        <FleetHistoryCards answer={answer} hours={Number(span)} />
      ) : (
        <EmptyCard icon={<History size={20} aria-hidden />} title={t('fleet.none')}>
          {t('fleet.noneText')}
        </EmptyCard>
      )}
      <EstimatesCard estimates={answer.estimates} />
    </>
  )
}

/** States of the fleet over time, as a chart and as a table. */
export function FleetHistory() {
  const t = useTranslations('history')
  const errorCause = useErrorCause()
  const [span, setSpan] = useSpan()
  const query = useFleetHistory(Number(span))
  const problem = query.isError ? problemOf(query.error) : null
  return (
    <>
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h1 className="text-page font-semibold tracking-heading">{t('fleet.title')}</h1>
        {query.data !== undefined && <p className="text-text-2">{t('fleet.over', { count: query.data.vms })}</p>}
        <div className="ml-auto">
          <Segmented
            label={t('fleet.range')}
            value={span}
            options={spans.map((value) => ({ value, label: t(`fleet.span.${value}`) }))}
            onChange={setSpan}
          />
        </div>
      </header>
      {problem !== null && query.data === undefined && (
        <EmptyCard
          icon={<TriangleAlert size={20} aria-hidden />}
          title={t('fleet.failed')}
          actions={<Button onClick={() => void query.refetch()}>{t('tryAgain')}</Button>}
        >
          {errorCause(problem)}
        </EmptyCard>
      )}
      {query.isPending && (
        <p role="status" className="text-text-2">
          {t('fleet.loading')}
        </p>
      )}
      {query.data !== undefined && <Content key={span} answer={query.data} span={span} />}
    </>
  )
}
