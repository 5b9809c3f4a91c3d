import { useLocale, useTranslations } from 'next-intl'
import { formatMoment } from '@/lib/i18n/format-moment'
import { ticksOf, type TimeWindow } from '@/lib/views/timeline/window'
import { xOf, type Plot } from './plot'

const minute = 60_000
const apart = 96
const offsetOf = (at: number): number => -new Date(at).getTimezoneOffset() * minute

/** Round times above the lanes, and the mark of the current time. */
export function Axis({ plot }: { readonly plot: Pick<Plot, 'window' | 'width' | 'now'> }) {
  const t = useTranslations('history')
  const language = useLocale()
  const { at, days } = ticksOf(plot.window, Math.floor(plot.width / apart), offsetOf)
  const midnight = (moment: number) => (moment + offsetOf(moment)) % 86_400_000 === 0
  const now = xOf(plot, plot.now)
  const flagged = now >= 0 && now <= plot.width
  return (
    <div aria-hidden className="relative h-7 text-meta text-text-2">
      {at.map((moment) => {
        const x = xOf(plot, moment)
        if (x < 14 || x > plot.width - 14 || (flagged && Math.abs(x - now) < 64)) return null
        return (
          <span key={moment} className="absolute top-1.5 -translate-x-1/2 whitespace-nowrap" style={{ left: x }}>
            {formatMoment(language, moment, days || midnight(moment) ? 'day' : 'clock')}
          </span>
        )
      })}
      {flagged && (
        <span
          className="absolute top-1 rounded-pill bg-ink px-1.5 py-0.5 font-medium whitespace-nowrap text-on-ink forced-colors:border"
          style={
            now > plot.width - 90
              ? { right: Math.max(0, plot.width - now) }
              : { left: now, transform: 'translateX(-50%)' }
          }
        >
          {t('now', { time: formatMoment(language, plot.now, 'clock') })}
        </span>
      )}
    </div>
  )
}

/** Thin lines through all lanes at the marks of the axis. */
export function tickLines(window: TimeWindow, width: number): readonly number[] {
  return ticksOf(window, Math.floor(width / apart), offsetOf).at.map((moment) => xOf({ window, width }, moment))
}
