import { dateLocale } from './format'
import type { Language } from './languages'

/** How much of a moment is written. All in the person's own zone. */
export type MomentStyle = 'clock' | 'clock-seconds' | 'day' | 'day-clock' | 'full'

const parts: Readonly<Record<MomentStyle, Intl.DateTimeFormatOptions>> = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  'clock-seconds': { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  day: { day: 'numeric', month: 'short' },
  'day-clock': { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
}

/** Japanese lists write 2026/11/24, as `formatTime` does: the same date in two forms on one page reads as two dates. */
const numeric = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions =>
  options.month === undefined ? options : { ...options, month: 'numeric' }

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: Language, style: MomentStyle): Intl.DateTimeFormat {
  const key = `${language} ${style}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const options = language === 'ja' ? numeric(parts[style]) : parts[style]
  const made = new Intl.DateTimeFormat(dateLocale[language], options)
  formats.set(key, made)
  return made
}

/** A moment (milliseconds since 1970) as lanes and lists write it: "13:08", "24 Nov", "24 Nov 2026, 13:08:11", "2026/11/24 13:08:11". */
export function formatMoment(language: Language, at: number, style: MomentStyle): string {
  return Number.isFinite(at) ? formatOf(language, style).format(at) : ''
}

/** The person's zone at a moment, such as "UTC+01:00". */
export function formatZone(at: number): string {
  const offset = -new Date(at).getTimezoneOffset()
  const [sign, length] = offset < 0 ? ['−', -offset] : ['+', offset]
  const two = (value: number) => String(value).padStart(2, '0')
  return `UTC${sign}${two(Math.floor(length / 60))}:${two(length % 60)}`
}
