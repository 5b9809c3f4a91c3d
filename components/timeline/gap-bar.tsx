import { EyeOff } from 'lucide-react'
import { useLocale } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import { formatDuration } from '@/lib/i18n/format'
import type { Silence } from '@/lib/views/timeline/segments'
import { pointProps, xOf, type Plot } from './plot'
import { useSegmentText } from './use-segment-text'

/** A shorter gap is a late reading: a plain break says so without alarm. Milliseconds. */
const shortGap = 10 * 60_000

/** Two walls with nothing between: no observations. A short gap has no walls. */
export function GapBar({ silence, plot }: { readonly silence: Silence; readonly plot: Plot }) {
  const text = useSegmentText()
  const language = useLocale()
  const short = silence.to - silence.from < shortGap
  const left = Math.max(0, xOf(plot, silence.from))
  const width = Math.max(6, Math.min(plot.width, xOf(plot, silence.to)) - left)
  return (
    <button
      {...pointProps(plot, silence)}
      aria-label={text.spoken(silence)}
      className={classNames(
        'absolute top-1 flex h-8 items-center justify-center gap-1 overflow-hidden bg-canvas text-meta text-text-2 hover:bg-hover focus-visible:z-10',
        !short && 'border-x-2 border-text-3',
      )}
      style={{ left: Math.min(left, plot.width - 6), width }}
    >
      {width >= 24 && !short && <EyeOff size={14} aria-hidden className="shrink-0" />}
      {width >= 84 && (
        <span aria-hidden className="truncate">
          {formatDuration(language, silence.to - silence.from)}
        </span>
      )}
    </button>
  )
}
