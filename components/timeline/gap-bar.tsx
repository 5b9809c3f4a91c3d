import { EyeOff } from 'lucide-react'
import { useLocale } from 'next-intl'
import { formatDuration } from '@/lib/i18n/format'
import type { Silence } from '@/lib/views/timeline/segments'
import { pointProps, xOf, type Plot } from './plot'
import { useSegmentText } from './use-segment-text'

/** Two walls with nothing between: no observations. */
export function GapBar({ silence, plot }: { readonly silence: Silence; readonly plot: Plot }) {
  const text = useSegmentText()
  const language = useLocale()
  const left = Math.max(0, xOf(plot, silence.from))
  const width = Math.max(6, Math.min(plot.width, xOf(plot, silence.to)) - left)
  return (
    <button
      {...pointProps(plot, silence)}
      aria-label={text.spoken(silence)}
      className="absolute top-1 flex h-8 items-center justify-center gap-1 overflow-hidden border-x-2 border-text-3 bg-canvas text-meta text-text-2 hover:bg-hover focus-visible:z-10"
      style={{ left: Math.min(left, plot.width - 6), width }}
    >
      {width >= 24 && <EyeOff size={14} aria-hidden className="shrink-0" />}
      {width >= 84 && (
        <span aria-hidden className="truncate">
          {formatDuration(language, silence.to - silence.from)}
        </span>
      )}
    </button>
  )
}
