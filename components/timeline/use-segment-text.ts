'use client'

import { useLocale, useTranslations } from 'next-intl'
import { guestLine } from '@/components/state/guest-text'
import type { Start } from '@/lib/contract/timeline'
import { formatDuration, formatItems, formatPercent, formatSentences } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { ActivityGroup, Item } from '@/lib/views/timeline/activity-groups'
import { laneOfSegment, type ChartLane, type Segment, type Shown, type Stretch } from '@/lib/views/timeline/segments'

const longest = 400

/** Texts for the value of a lane, for one actor or activity, and for a whole segment with its exact times. */
export interface SegmentText {
  readonly lane: (lane: ChartLane) => string
  readonly shown: (shown: Shown) => string
  readonly actor: (item: Pick<Item, 'actor'>) => string
  readonly activity: (activity: ActivityGroup) => string
  readonly start: (start: Start) => string
  /** The value, followed by what is known of its times; each a sentence or less. */
  readonly segment: (segment: Segment) => readonly [what: string, ...times: string[]]
  /** The whole segment in one line, for screen readers. */
  readonly spoken: (segment: Segment) => string
}

function useShownText(): (shown: Shown) => string {
  const t = useTranslations('history')
  const states = useTranslations('states')
  const facts = useTranslations('facts.power')
  const language = useLocale()
  const powerText = (power: string | null) => {
    if (power === null) return t('powerWord.none')
    switch (power) {
      case 'running':
      case 'starting':
      case 'stopping':
      case 'stopped':
      case 'deallocating':
      case 'deallocated':
        return facts(power)
      default:
        return t('powerWord.other', { text: guestLine(power, 40) })
    }
  }
  const agentText = (agent: string | null) => {
    if (agent === null) return t('agent.none')
    const word = agent.toLowerCase()
    if (word === 'ready') return t('agent.ready')
    return word === 'not ready' ? t('agent.not-ready') : t('agent.other', { text: guestLine(agent, 60) })
  }
  return (shown) => {
    switch (shown.lane) {
      case 'vm':
        return states(`state.${shown.value}`)
      case 'os':
        return states(`volume.${shown.value}`)
      case 'data':
        return states(`data.${shown.value}`)
      case 'message':
        return shown.value === null ? t('noMessage') : guestLine(shown.value.text, longest) || t('emptyMessage')
      case 'power':
        return formatItems(language, [powerText(shown.value.power), agentText(shown.value.agent)])
    }
  }
}

function useStretchTimes(): (stretch: Stretch) => readonly string[] {
  const t = useTranslations('history.point')
  const words = useTranslations('timeline')
  const language = useLocale()
  const full = (at: number) => formatMoment(language, at, 'full')
  return ({ from, to, start, open, sources }) => {
    const length = formatDuration(language, to - from)
    const seen = from === to ? t('seenOnce', { at: full(from) }) : t('seen', { from: full(from), to: full(to) })
    return [
      seen,
      ...(from === to ? [] : [open ? t('soFar', { time: length }) : t('held', { time: length })]),
      startText(start, words, full),
      formatItems(
        language,
        sources.map((source) => words(`source.${source}`)),
      ),
    ]
  }
}

function startText(
  start: Start,
  words: ReturnType<typeof useTranslations<'timeline'>>,
  full: (at: number) => string,
): string {
  const at = full(Date.parse(start.at))
  switch (start.kind) {
    case 'between':
      return words('start.between', { after: full(Date.parse(start.after)), at })
    case 'exact':
    case 'first-seen':
      return words(`start.${start.kind}`, { at })
  }
}

/** Texts of everything in the lanes and the list. Guest texts are made safe and put on one line. */
export function useSegmentText(): SegmentText {
  const t = useTranslations('history')
  const words = useTranslations('timeline')
  const language = useLocale()
  const shown = useShownText()
  const times = useStretchTimes()
  const full = (at: number) => formatMoment(language, at, 'full')
  const lane = (id: ChartLane) =>
    id === 'people' ? words('people') : id === 'progress' ? t('progress') : words(`lane.${id}`)
  const actor = ({ actor: { kind, name } }: Pick<Item, 'actor'>) =>
    name === null ? words(`actor.${kind}`) : guestLine(name, 120)
  /** A pipeline often has only a bare id: the lane shows its beginning, the list all of it. */
  const shortActor = (item: Item) => {
    const { kind, name } = item.actor
    const bare = kind === 'application' && name !== null && /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(name)
    return bare ? `${words('actor.application')} ${name.slice(0, 8)}…` : actor(item)
  }
  const activity = ({ items }: ActivityGroup) => {
    const [first] = items
    const text = `${shortActor(first)}: ${words(`activity.${first.kind}`)}`
    return items.length === 1 ? text : t('more', { words: text, count: String(items.length) })
  }
  const segment: SegmentText['segment'] = (one) => {
    switch (one.kind) {
      case 'stretch':
        return [shown(one.shown), ...times(one)]
      case 'gap': {
        const time = formatDuration(language, one.to - one.from)
        return [
          words('entry.gap'),
          t('point.silent', { from: full(one.from), to: full(one.to), time }),
          words(`gap.${one.ends}`, { time }),
        ]
      }
      case 'reading': {
        const percent = formatPercent(language, one.percent)
        const { index, count } = one
        const volume =
          index === null || count === null ? '' : ` (${t('volume', { index: String(index), count: String(count) })})`
        return [`${percent}${volume}`, full(one.from)]
      }
      case 'event': {
        const took = one.to > one.from ? t('point.took', { from: full(one.from), to: full(one.to) }) : full(one.from)
        const [first] = one.items
        return [
          activity(one),
          words(`outcome.${first.outcome}`),
          took,
          formatItems(
            language,
            first.sources.map((source) => words(`activitySource.${source}`)),
          ),
        ]
      }
    }
  }
  const spoken = (one: Segment) => formatSentences(language, [lane(laneOfSegment(one)), ...segment(one)])
  return { lane, shown, actor, activity, start: (start) => startText(start, words, full), segment, spoken }
}
