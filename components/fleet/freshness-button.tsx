'use client'

import { Ban, CircleAlert, ClockFading, Hourglass, LoaderCircle, Pause, WifiOff, type LucideIcon } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { IntoSlot } from '@/components/providers/frame-slots'
import type { FleetQuery } from '@/components/queries/use-fleet'
import { useNow } from '@/components/state/now'
import { useAnnounce } from '@/components/ui/live-region'
import { Popover } from '@/components/ui/popover'
import { ageOf, formatAge } from '@/lib/i18n/format'
import { oldestEvidence } from '@/lib/views/fleet-counts'
import { freshnessOf, loadShare, openWaits, secondsLeft, type Freshness } from './load-facts'
import { useScopeName } from './use-scope-name'
import { useSeconds } from '@/components/state/use-seconds'

const LoadDetails = lazy(() => import('./load-details'))

const icons: Readonly<Record<Exclude<Freshness, 'live'>, LucideIcon>> = {
  offline: WifiOff,
  queued: Hourglass,
  throttled: Hourglass,
  reading: LoaderCircle,
  stopped: CircleAlert,
  'nothing-to-read': Ban,
  paused: Pause,
  aged: ClockFading,
}

function Mark({ freshness }: { readonly freshness: Freshness }) {
  if (freshness === 'live') return <span aria-hidden className="size-2.5 shrink-0 rounded-round bg-ink" />
  const Icon = icons[freshness]
  return <Icon size={16} aria-hidden className="shrink-0" />
}

interface FreshnessText {
  readonly word: string
  readonly detail: string
  /** A short form for narrow windows. */
  readonly short: string
}

/** The word for a freshness with the age of the oldest evidence. */
function useAgeText(oldest: string | null): (freshness: Freshness) => FreshnessText {
  const t = useTranslations('fleet.freshness')
  const frame = useTranslations('frame.freshness')
  const language = useLocale()
  const now = useNow()
  const length = oldest === null || now === null ? null : ageOf(oldest, now)
  const age = length === null ? null : formatAge(language, length)
  return (freshness) => {
    if (freshness === 'aged' && age !== null) return { word: t('aged', { age }), detail: '', short: age }
    const word = freshness === 'stopped' || freshness === 'aged' ? t('stopped') : frame(freshness)
    return age === null ? { word, detail: '', short: word } : { word, detail: frame('oldest', { age }), short: age }
  }
}

/** What the load waits for, its progress, or the age of the oldest evidence. */
function useFreshnessText(query: FleetQuery): FreshnessText & { readonly freshness: Freshness } {
  const t = useTranslations('fleet.freshness')
  const scopeName = useScopeName()
  const seconds = useSeconds(query.isReading)
  const minutes = useNow()
  const { entries, load, settledAt } = query.fleet
  const oldest = useMemo(() => oldestEvidence(entries) ?? settledAt, [entries, settledAt])
  const freshness = freshnessOf(query, Math.max(seconds, minutes ?? 0), oldest)
  const resting = { freshness, ...useAgeText(oldest)(freshness) }
  const [wait] = openWaits(query, seconds)
  if (freshness === 'throttled' && wait !== undefined) {
    const left = secondsLeft(wait, seconds)
    const detail = t('waiting', { scope: scopeName(wait.scope), seconds: left })
    return { ...resting, detail, short: t('left', { seconds: left }) }
  }
  if (freshness === 'queued') {
    const detail = t('place', { place: load.place ?? 0 })
    return { ...resting, detail, short: detail }
  }
  if (freshness === 'reading') {
    const { progress } = load
    const detail =
      progress === null || !progress.inventoryComplete
        ? t('page', { pages: (progress?.inventoryPages ?? 0) + 1 })
        : t('read', { read: progress.read + progress.failed, candidates: progress.candidates })
    return { ...resting, detail, short: detail }
  }
  return resting
}

/**
 * Freshness of the data, in the bar; a click shows what is being read. Includes the progress line of a running load.
 */
export function FreshnessButton({ query }: { readonly query: FleetQuery }) {
  const t = useTranslations('fleet')
  const frame = useTranslations('frame')
  const [open, setOpen] = useState(false)
  const { freshness, word, detail, short } = useFreshnessText(query)
  const share = loadShare(query)
  const status = `${word}${detail === '' ? '' : `, ${detail}`}`
  const label = t('freshness.button', { status })
  const place = freshness === 'queued' ? status : ''
  const announce = useAnnounce()
  useEffect(() => {
    if (place !== '') announce(place)
  }, [place, announce])
  return (
    <>
      <IntoSlot name="freshness">
        <Popover
          label={query.isReading ? t('load.title') : t('load.titleDone')}
          align="end"
          open={open}
          onOpenChange={setOpen}
          trigger={
            <button
              type="button"
              aria-label={label}
              className="flex min-h-8 min-w-0 items-center gap-2 rounded-control px-1.5 whitespace-nowrap hover:bg-hover pointer-coarse:min-h-11"
            >
              <Mark freshness={freshness} />
              <span className="hidden font-medium narrow:inline">{word}</span>
              <span className="hidden truncate text-text-2 narrow:inline">{detail}</span>
              <span className="truncate text-text-2 narrow:hidden">{short}</span>
            </button>
          }
        >
          <Suspense fallback={<div className="h-64 w-[32rem] max-w-full" />}>
            <LoadDetails query={query} />
          </Suspense>
        </Popover>
      </IntoSlot>
      {query.isReading && (
        <IntoSlot name="progress">
          <button
            type="button"
            aria-label={frame('load.show')}
            tabIndex={-1}
            onClick={() => setOpen(true)}
            className="absolute inset-x-0 top-0 h-2"
          >
            <svg
              role="progressbar"
              aria-label={frame('load.label')}
              {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
              width="100%"
              height="2"
              className="absolute inset-x-0 top-0 block"
            >
              <rect
                height="2"
                width={`${Math.round((share ?? 0.05) * 1000) / 10}%`}
                className="fill-ink transition-[width] duration-200 ease-out"
              />
            </svg>
          </button>
        </IntoSlot>
      )}
    </>
  )
}
