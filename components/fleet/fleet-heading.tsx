'use client'

import { Pause, Play, RefreshCw } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { IntoSlot } from '@/components/providers/frame-slots'
import { setAutoRefreshPaused } from '@/components/queries/auto-refresh'
import type { FleetQuery } from '@/components/queries/use-fleet'
import { IconButton } from '@/components/ui/icon-button'
import { oneStop } from '@/components/ui/one-stop'
import type { FleetCounts } from '@/lib/views/fleet-counts'
import { GapsButton } from './gaps-button'
import { formatSentences } from '@/lib/i18n/format'
import { useTroubleText } from '@/components/state/use-trouble-text'
import { causeOfNothing, fleetCompleteness } from '@/lib/views/completeness'

export interface FleetHeadingProps {
  readonly query: FleetQuery
  readonly counts: FleetCounts
  /** Rows that match the filters; null when none are set. */
  readonly shown: number | null
}

/** True once the inventory's last page has arrived. */
function isListed({ fleet }: FleetQuery): boolean {
  return fleet.settledAt !== null || fleet.load.progress?.inventoryComplete === true
}

function Summary({ query, counts }: Pick<FleetHeadingProps, 'query' | 'counts'>) {
  const t = useTranslations('fleet.summary')
  const { fleet } = query
  const language = useLocale()
  const read = fleetCompleteness(query, null)
  const trouble = useTroubleText(read.kind === 'loading' ? read.trouble : null, query.isReading && counts.total === 0)
  const readable = fleet.subscriptions.filter((one) => one.error === null).length
  if (causeOfNothing(query) !== null) return t('nothing')
  if (fleet.settledAt !== null) return t('all', { vms: counts.total, subscriptions: readable })
  if (counts.total === 0)
    return query.isReading
      ? [t('starting'), formatSentences(language, trouble)].filter((text) => text !== '').join(' ')
      : null
  const done = counts.total - counts.pending
  // Until Azure has listed all VMs, their number is not known.
  if (!isListed(query)) return t('listing', { read: done })
  return t('reading', { read: done, vms: counts.total })
}

/** Title, number of VMs, what could not be read, and the refresh buttons. */
export function FleetHeading({ query, counts, shown }: FleetHeadingProps) {
  const t = useTranslations('fleet')
  const { subscriptions } = query.fleet
  const readable = subscriptions.filter((one) => one.error === null).length
  return (
    <header ref={oneStop} className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <h1 className="text-page font-semibold tracking-heading max-narrow:sr-only">{t('title')}</h1>
      <p className="text-text-2">
        <Summary query={query} counts={counts} />
      </p>
      {shown !== null && (
        <p className="text-text-2 before:mr-2.5 before:content-['·']">
          {t('summary.shown', { count: shown, total: counts.total })}
        </p>
      )}
      <GapsButton fleet={query.fleet} counts={counts} />
      <div className="order-1 ml-auto flex items-center narrow:order-2">
        <IconButton
          label={query.isPaused ? t('load.resumeLabel') : t('load.pauseLabel')}
          aria-pressed={query.isPaused}
          icon={query.isPaused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
          onClick={() => setAutoRefreshPaused(!query.isPaused)}
        />
        <IconButton
          label={t('load.refresh')}
          aria-busy={query.isReading}
          icon={<RefreshCw size={16} aria-hidden />}
          onClick={query.refresh}
        />
      </div>
      {subscriptions.length > 0 && isListed(query) && (
        <IntoSlot name="scope">{t('summary.scope', { readable, all: subscriptions.length })}</IntoSlot>
      )}
    </header>
  )
}
