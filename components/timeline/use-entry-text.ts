'use client'

import { useLocale, useTranslations } from 'next-intl'
import { guestLine } from '@/components/state/guest-text'
import type { ActivityItem, Entry } from '@/lib/contract/timeline'
import { formatDuration, formatItems } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { Listed } from '@/lib/views/timeline/listed'
import { useSegmentText } from './use-segment-text'

/** The texts of one line of the list, by cell. */
export interface EntryText {
  readonly lane: string
  readonly what: string
  /** Name of the affected resource, as Azure spells it. */
  readonly object: string | null
  /** The previous value, if it was observed. */
  readonly before: string | null
  /** How precisely the time is known, or a further detail. */
  readonly hint: string | null
  readonly who: string | null
  readonly source: string
  readonly resource: string | null
}

/** The last part of an ARM id: its name. */
function nameOf(id: string): string {
  return guestLine(id.split('/').at(-1) ?? id, 120)
}

function useActivityText(): (item: ActivityItem) => EntryText {
  const words = useTranslations('timeline')
  const language = useLocale()
  const text = useSegmentText()
  return (item) => {
    const stamps = new Set(item.stamps.map(({ stamped }) => words(stamped ? 'stamp.written' : 'stamp.cleared')))
    return {
      lane: words('people'),
      what: words(`activity.${item.kind}`),
      object: nameOf(item.resourceId),
      before: null,
      hint: [words(`outcome.${item.outcome}`), ...stamps].join(' · '),
      who: text.actor(item),
      source: formatItems(
        language,
        item.sources.map((source) => words(`activitySource.${source}`)),
      ),
      resource: item.resourceId,
    }
  }
}

/** Texts for the lines of the list; the same on the screen and in the file. */
export function useEntryText(): (listed: Listed) => EntryText {
  const t = useTranslations('history')
  const words = useTranslations('timeline')
  const language = useLocale()
  const text = useSegmentText()
  const activity = useActivityText()
  const full = (iso: string) => formatMoment(language, Date.parse(iso), 'full')
  const startHint = (start: Change['start']) => {
    if (start.kind === 'first-seen') return t('list.firstSeen')
    return start.kind === 'exact' || slack(start) ? text.start(start) : null
  }
  return ({ entry, held }) => {
    const observed = { object: null, before: null, hint: null, who: null, source: t('list.observed'), resource: null }
    switch (entry.kind) {
      case 'activity':
        return activity(entry.item)
      case 'gap': {
        const time = formatDuration(language, held ?? 0)
        const what = words(`gap.${entry.gap.ends}`, { time })
        const hint = entry.lanes.map((lane) => words(`lane.${lane}`)).join(' · ')
        return { ...observed, lane: t('list.noReading'), what, hint, source: '' }
      }
      case 'change': {
        const { lane, after, before } = entry
        const what = shownIn(entry, 'after', text.shown)
        const hint = startHint(entry.start)
        const earlier = before === null ? null : shownIn(entry, 'before', text.shown)
        return {
          ...observed,
          lane: words(`lane.${lane}`),
          what,
          hint,
          before: earlier === what || after === before ? null : earlier,
        }
      }
      case 'first-seen':
      case 'deleted':
        return { ...observed, lane: t('list.machine'), what: words(`entry.${entry.kind}`) }
      case 'moved': {
        const what = t('list.moved', { from: nameOf(entry.fromId), to: nameOf(entry.toId) })
        return { ...observed, lane: t('list.machine'), what, hint: full(entry.at) }
      }
    }
  }
}

/** Below this the observations are so close that the time between them is not shown. */
const close = 90_000

function slack(start: Extract<Entry, { kind: 'change' }>['start']): boolean {
  return start.kind === 'between' && Date.parse(start.at) - Date.parse(start.after) > close
}

type Change = Extract<Entry, { kind: 'change' }>
type Shown = Parameters<ReturnType<typeof useSegmentText>['shown']>[0]

/** A change's value as the lanes show it; the caller has checked that it exists. */
function shownIn(entry: Change, side: 'before' | 'after', shown: (value: Shown) => string): string {
  switch (entry.lane) {
    case 'vm':
      return entry[side] === null ? '' : shown({ lane: 'vm', value: entry[side] })
    case 'os':
      return entry[side] === null ? '' : shown({ lane: 'os', value: entry[side] })
    case 'data':
      return entry[side] === null ? '' : shown({ lane: 'data', value: entry[side] })
    case 'message':
      return shown({ lane: 'message', value: entry[side] })
    case 'power':
      return entry[side] === null ? '' : shown({ lane: 'power', value: entry[side] })
  }
}
