import { classNames } from '@/components/ui/class-names'
import { StateIcon } from '@/components/state/state-icon'
import { stateClass } from '@/components/state/state-icons'
import type { Stretch } from '@/lib/views/timeline/segments'
import { pointProps, xOf, type Plot } from './plot'
import { useSegmentText } from './use-segment-text'

const least = 4
const iconFrom = 22
const wordFrom = 56

interface BarStyle {
  readonly className: string
  readonly icon: React.ReactNode
  readonly mono: boolean
}

function observationOf({ shown }: Stretch): BarStyle {
  switch (shown.lane) {
    case 'vm':
    case 'os':
    case 'data':
      return {
        className: classNames(
          stateClass(shown.value),
          'border-mark bg-tint text-word',
          shown.value === 'unknown' && 'border-dashed',
        ),
        icon: <StateIcon state={shown.value} size={14} />,
        mono: false,
      }
    case 'message':
      return { className: 'border-control bg-surface text-text', icon: null, mono: true }
    case 'power': {
      const calm = shown.value.power === 'running' && shown.value.agent?.toLowerCase() === 'ready'
      return {
        className: calm ? 'border-control bg-sunken text-text' : 'state-restart-pending border-mark bg-tint text-word',
        icon: null,
        mono: false,
      }
    }
  }
}

/** An interval of equal observations: drawn solid, because it was observed. */
export function StretchBar({ stretch, plot }: { readonly stretch: Stretch; readonly plot: Plot }) {
  const text = useSegmentText()
  const left = Math.max(0, xOf(plot, stretch.from))
  const right = Math.min(plot.width, xOf(plot, stretch.to))
  const width = Math.max(least, right - left)
  const { className, icon, mono } = observationOf(stretch)
  return (
    <button
      {...pointProps(plot, stretch)}
      aria-label={text.spoken(stretch)}
      className={classNames(
        'absolute top-2 flex h-[26px] items-center gap-1 overflow-hidden rounded-track border text-left text-meta',
        width >= iconFrom && 'px-1',
        className,
        'focus-visible:z-10 hover:z-10 hover:outline hover:outline-ink',
      )}
      style={{ left: Math.min(left, plot.width - least), width }}
    >
      {width >= iconFrom && icon}
      {(width >= wordFrom || (icon === null && width >= 30)) && (
        <span
          aria-hidden
          lang={mono ? 'en' : undefined}
          className={classNames('truncate', mono && 'font-mono text-code')}
        >
          {text.shown(stretch.shown)}
        </span>
      )}
    </button>
  )
}

/** The space between two intervals: the value changed in it, at an unknown time. */
export function BetweenMark({ stretch, plot }: { readonly stretch: Stretch; readonly plot: Plot }) {
  if (stretch.start.kind !== 'between') return null
  const left = Math.max(0, xOf(plot, Date.parse(stretch.start.after)))
  const right = Math.min(plot.width, xOf(plot, stretch.from))
  if (right - left < 3) return null
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute top-[1.3125rem] border-t-2 border-dotted border-text-3"
      style={{ left, width: right - left }}
    />
  )
}
