import { Bot, CircleQuestionMark, Cloud, User, type LucideIcon } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'
import type { Item } from '@/lib/views/timeline/activity-groups'
import { layOutLane, ring, type PlacedActivity } from '@/lib/views/timeline/lane-layout'
import type { Segment } from '@/lib/views/timeline/segments'
import { pointProps, xOf, type Plot } from './plot'
import { useSegmentText } from './use-segment-text'

const icons: Readonly<Record<Item['actor']['kind'], LucideIcon>> = {
  person: User,
  application: Bot,
  platform: Cloud,
  unknown: CircleQuestionMark,
}

const rowHeight = 26
const letter = 6.6
const widest = 300

function ActivityMark({ placed, plot }: { readonly placed: PlacedActivity; readonly plot: Plot }) {
  const text = useSegmentText()
  const { activity, x, row, label } = placed
  const [first] = activity.items
  const Icon = icons[first.actor.kind]
  const failed = first.outcome === 'failed'
  return (
    <button
      {...pointProps(plot, activity)}
      aria-label={text.spoken(activity)}
      className={classNames(
        'absolute flex h-6 items-center gap-1.5 rounded-pill text-meta hover:bg-hover focus-visible:z-10',
        label === 'left' && 'flex-row-reverse',
      )}
      style={{
        top: 6 + row * rowHeight,
        ...(label === 'left' ? { right: plot.width - x - ring / 2 } : { left: x - ring / 2 }),
        maxWidth: widest + ring,
      }}
    >
      <span
        className={classNames(
          'flex size-5 shrink-0 items-center justify-center rounded-round border bg-surface',
          failed ? 'state-failed border-mark text-mark' : 'border-text text-text',
        )}
      >
        <Icon size={12} aria-hidden />
      </span>
      {label !== null && (
        <span aria-hidden className="truncate">
          {text.activity(activity)}
        </span>
      )}
    </button>
  )
}

/** Activities of users and pipelines: a mark for each, as Azure recorded it. */
export function PeopleRow({ segments, plot }: { readonly segments: readonly Segment[]; readonly plot: Plot }) {
  const text = useSegmentText()
  const { window, width } = plot
  const activities = segments.flatMap((one) =>
    one.kind === 'event' && one.from >= window.from && one.from <= window.to ? [one] : [],
  )
  const placed = layOutLane(
    activities,
    ({ from }) => Math.min(Math.max(xOf(plot, from), ring / 2), width - ring / 2),
    (activity) => Math.min(widest, text.activity(activity).length * letter),
    width,
  )
  const rows = Math.max(1, ...placed.map(({ row }) => row + 1))
  return (
    <div className="relative" style={{ height: rows * rowHeight + 10 }}>
      {placed.map((one) => (
        <ActivityMark key={one.activity.key} placed={one} plot={plot} />
      ))}
    </div>
  )
}
