'use client'

import { Server, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { localProblem, type ApiProblem } from '@/components/providers/api-problem'
import { useErrorCause } from '@/components/providers/use-error-cause'
import { useErrorNext } from '@/components/providers/use-error-next'
import type { FleetQuery } from '@/components/queries/use-fleet'
import { Age } from '@/components/state/age'
import { Button } from '@/components/ui/button'
import { EmptyCard } from '@/components/ui/empty-card'
import { DeniedCard } from './denied-card'
import { causeOfNothing } from '@/lib/views/completeness'
import type { FleetNothing } from './empty-kind'

function NoVms({ query }: { readonly query: FleetQuery }) {
  const t = useTranslations('fleet')
  const { subscriptions, settledAt } = query.fleet
  return (
    <EmptyCard
      icon={<Server size={20} aria-hidden />}
      title={t('empty.title')}
      facts={[{ key: 'read', label: t('empty.read'), value: <Age at={settledAt} style="sentence" /> }]}
      actions={<Button onClick={query.refresh}>{t('load.refresh')}</Button>}
    >
      {t('empty.text', { count: subscriptions.length })}
    </EmptyCard>
  )
}

function Failed({
  query,
  problem,
}: {
  readonly query: FleetQuery
  readonly problem: Pick<ApiProblem, 'code' | 'requestId' | 'azureCodes' | 'azureVersions'>
}) {
  const t = useTranslations('fleet')
  const errors = useTranslations('errors')
  const errorCause = useErrorCause()
  const errorNext = useErrorNext()
  const ui = useTranslations('ui')
  return (
    <EmptyCard
      icon={<TriangleAlert size={20} aria-hidden />}
      title={errors(`${problem.code}.title`)}
      {...(problem.requestId === null
        ? {}
        : {
            facts: [
              {
                key: 'request',
                label: t('failing.request'),
                value: <code className="font-mono text-code">{problem.requestId}</code>,
              },
            ],
          })}
      actions={
        <Button variant="ink" onClick={query.refresh}>
          {ui('retry')}
        </Button>
      }
    >
      <p>{errorCause(problem)}</p>
      <p>{errorNext(problem.code)}</p>
    </EmptyCard>
  )
}

interface FleetEmptyProps {
  readonly query: FleetQuery
  readonly kind: FleetNothing
}

/** A fleet without rows: what happened, what it means, what to do. */
export default function FleetEmpty({ query, kind }: FleetEmptyProps) {
  switch (kind) {
    case 'denied':
      return <DeniedCard query={query} />
    case 'empty':
      return <NoVms query={query} />
    case 'offline':
      return <Failed query={query} problem={localProblem('offline')} />
    case 'failed': {
      const code = causeOfNothing(query) ?? 'internal'
      const unnamed = { ...localProblem(code), ...query.fleet.gaps.find((gap) => gap.code === code) }
      return <Failed query={query} problem={query.problem ?? query.fleet.load.failure ?? unnamed} />
    }
  }
}
