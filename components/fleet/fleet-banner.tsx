'use client'

import { CircleAlert, EyeOff, Hourglass, WifiOff } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { localProblem } from '@/components/providers/api-problem'
import { useErrorCause } from '@/components/providers/use-error-cause'
import type { FleetQuery } from '@/components/queries/use-fleet'
import { Age } from '@/components/state/age'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { formatSentences } from '@/lib/i18n/format'
import { oldestEvidence, type FleetCounts } from '@/lib/views/fleet-counts'
import { isPassing } from '@/lib/views/fleet-entry'
import { openWaits, secondsLeft } from './load-facts'
import { useScopeName } from './use-scope-name'
import { useSeconds } from '@/components/state/use-seconds'

/** The subject of the banner; the first that applies. Null without one. */
export type BannerKind = 'offline' | 'failing' | 'stopped' | 'throttled' | 'partial'

/**
 * The one banner for a fleet. Every kind of incompleteness is stated, so that no count seems final before it is.
 * @param now milliseconds since 1970
 */
export function bannerOf(query: FleetQuery, counts: FleetCounts, now: number): BannerKind | null {
  const { fleet } = query
  if (counts.total === 0) return null
  if (query.isOffline || query.problem?.code === 'offline') return 'offline'
  const failure = query.problem ?? (query.isReading ? null : fleet.load.failure)
  if (failure?.code === 'cancelled') return 'stopped'
  if (failure !== null) return 'failing'
  if (openWaits(query, now).length > 0) return 'throttled'
  return fleet.settledAt !== null && !query.isReading && isPartial(query, counts) ? 'partial' : null
}

/** Missing permissions and deleted VMs are named in the heading and are not temporary: they alone cause no banner. */
function isPartial({ fleet }: FleetQuery, counts: FleetCounts): boolean {
  return counts.pending > 0 || fleet.gaps.some((gap) => isPassing(gap.code))
}

export interface FleetBannerProps {
  readonly kind: BannerKind
  readonly query: FleetQuery
  readonly counts: FleetCounts
}

function Offline() {
  const t = useTranslations('fleet.banner.offline')
  return (
    <Banner announce icon={<WifiOff size={16} aria-hidden />} title={t('title')}>
      {t('text')}
    </Banner>
  )
}

function Failing({ query }: Pick<FleetBannerProps, 'query'>) {
  const t = useTranslations('fleet')
  const errors = useTranslations('errors')
  const language = useLocale()
  const errorCause = useErrorCause()
  const failure = query.problem ?? query.fleet.load.failure ?? localProblem('internal')
  const oldest = oldestEvidence(query.fleet.entries)
  return (
    <Banner
      announce
      icon={<CircleAlert size={16} aria-hidden />}
      title={formatSentences(language, [errors(`${failure.code}.title`)])}
      action={
        <Button size="small" onClick={query.refresh}>
          {t('load.refresh')}
        </Button>
      }
    >
      {errorCause(failure)} {oldest !== null && t.rich('banner.failing', { age: () => <Age at={oldest} /> })}
    </Banner>
  )
}

function Stopped({ query, counts }: Pick<FleetBannerProps, 'query' | 'counts'>) {
  const t = useTranslations('fleet')
  return (
    <Banner
      announce
      icon={<CircleAlert size={16} aria-hidden />}
      title={t('banner.stopped.title')}
      action={
        <Button size="small" onClick={query.refresh}>
          {t('load.refresh')}
        </Button>
      }
    >
      {t('banner.stopped.text', { count: counts.pending + counts.notRead })}
    </Banner>
  )
}

function Throttled({ query }: Pick<FleetBannerProps, 'query'>) {
  const t = useTranslations('fleet.banner.throttled')
  const scopeName = useScopeName()
  const now = useSeconds(true)
  const [wait] = openWaits(query, now)
  if (wait === undefined) return null
  return (
    <Banner icon={<Hourglass size={16} aria-hidden />} title={t(wait.reason === 'server-error' ? 'failing' : 'title')}>
      {t('text', { scope: scopeName(wait.scope), seconds: secondsLeft(wait, now) })}
    </Banner>
  )
}

function Partial({ query, counts }: Pick<FleetBannerProps, 'query' | 'counts'>) {
  const t = useTranslations('fleet.banner')
  const kept = query.fleet.entries.filter((entry) => entry.kept !== null && entry.kept !== 're-reading').length
  return (
    <Banner icon={<EyeOff size={16} aria-hidden />} title={t('partial.title')}>
      {t('partial.text', { vms: counts.notRead + counts.pending })} {kept > 0 && t('kept', { count: kept })}
    </Banner>
  )
}

/** One line above the table that states why the data is incomplete or old. */
export function FleetBanner({ kind, query, counts }: FleetBannerProps) {
  switch (kind) {
    case 'offline':
      return <Offline />
    case 'failing':
      return <Failing query={query} />
    case 'stopped':
      return <Stopped query={query} counts={counts} />
    case 'throttled':
      return <Throttled query={query} />
    case 'partial':
      return <Partial query={query} counts={counts} />
  }
}
