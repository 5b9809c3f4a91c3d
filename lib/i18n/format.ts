import type { Language } from './languages'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const joints: Readonly<Record<Language, { day: string; hour: string; minute: string; second: string; joint: string }>> =
  {
    en: { day: ' d', hour: ' h', minute: ' min', second: ' s', joint: ' ' },
    ja: { day: ' 日', hour: ' 時間', minute: ' 分', second: ' 秒', joint: ' ' },
  }

/**
 * A length of time in the two largest units that matter, such as "2 d 3 h", "6 h 40 min", "38 min", "12 s".
 * @param milliseconds Length; negative counts as zero.
 * @param style `column` leaves out the last unit where English allows it, as narrow columns want: "6 h 40".
 */
export function formatDuration(
  language: Language,
  milliseconds: number,
  style: 'sentence' | 'column' = 'sentence',
): string {
  const unit = joints[language]
  const length = Math.max(0, milliseconds)
  const days = Math.floor(length / dayMs)
  const hours = Math.floor((length % dayMs) / hourMs)
  const minutes = Math.floor((length % hourMs) / minuteMs)
  const join = (first: string, count: number, name: string) =>
    count === 0 ? first : `${first}${unit.joint}${count}${name}`
  if (days > 0) return join(`${formatNumber(language, days)}${unit.day}`, hours, unit.hour)
  if (hours > 0) {
    if (style === 'column' && language === 'en') return `${hours} h ${String(minutes).padStart(2, '0')}`
    return join(`${hours}${unit.hour}`, minutes, unit.minute)
  }
  if (minutes > 0) return `${minutes}${unit.minute}`
  return `${Math.floor(length / 1000)}${unit.second}`
}

/**
 * How old something is, in its largest unit alone: "4 min", "3 h", "2 d". Used where many ages stand in a column.
 * Under a minute it is the number of seconds.
 */
export function formatAge(language: Language, milliseconds: number): string {
  const unit = joints[language]
  const length = Math.max(0, milliseconds)
  if (length >= dayMs) return `${formatNumber(language, Math.floor(length / dayMs))}${unit.day}`
  if (length >= hourMs) return `${Math.floor(length / hourMs)}${unit.hour}`
  if (length >= minuteMs) return `${Math.floor(length / minuteMs)}${unit.minute}`
  return `${Math.floor(length / 1000)}${unit.second}`
}

/** What stands between the two ends of a range: Japanese uses a full-width wave dash between half-width spaces. */
const between: Readonly<Record<Language, { number: string; moment: string }>> = {
  en: { number: '–', moment: ' – ' },
  ja: { number: ' ～ ', moment: ' ～ ' },
}

/** From one moment to another, both already written: "24 Nov, 13:08 – 24 Nov, 14:00". */
export function formatSpan(language: Language, from: string, to: string): string {
  return `${from}${between[language].moment}${to}`
}

/** A range of time in the unit of its end, rounded outwards: "3–5 h", "20–45 min". */
export function formatRange(language: Language, low: number, high: number): string {
  const unit = joints[language]
  const inUnit = (size: number, name: string): string => {
    const [from, to] = [Math.floor(low / size), Math.max(1, Math.ceil(high / size))]
    return `${from === to ? '' : `${formatNumber(language, from)}${between[language].number}`}${formatNumber(language, to)}${name}`
  }
  if (high >= 2 * dayMs) return inUnit(dayMs, unit.day)
  return high >= 2 * hourMs ? inUnit(hourMs, unit.hour) : inUnit(minuteMs, unit.minute)
}

const numberFormats: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en'),
  ja: new Intl.NumberFormat('ja'),
}

/** A number with the language's grouping. */
export function formatNumber(language: Language, value: number): string {
  return numberFormats[language].format(value)
}

/**
 * A percentage: "42 %" in English, "42%" in Japanese. Fractions keep one digit, and round neither to 0 nor to 100: a part
 * is never shown as none or all.
 */
export function formatPercent(language: Language, percent: number): string {
  const sign = language === 'ja' ? '%' : ' %'
  if (percent > 0 && percent < 0.05) return `< ${formatNumber(language, 0.1)}${sign}`
  if (percent < 100 && percent >= 99.95) return `> ${formatNumber(language, 99.9)}${sign}`
  return `${formatNumber(language, Math.round(percent * 10) / 10)}${sign}`
}

/** Dates in English are written as the rest of the world does, the day first; clocks have 24 hours in both languages. */
export const dateLocale: Readonly<Record<Language, string>> = { en: 'en-GB', ja: 'ja' }
const clock = { hourCycle: 'h23' } as const

const timeFormats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes longer than using it a hundred times, and a table scrolls past hundreds of times a second. */
function timeFormat(language: Language, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${language} ${timeZone ?? ''}`
  const zone = timeZone === undefined ? {} : { timeZone }
  const format =
    timeFormats.get(key) ??
    new Intl.DateTimeFormat(dateLocale[language], { dateStyle: 'medium', timeStyle: 'long', ...clock, ...zone })
  timeFormats.set(key, format)
  return format
}

/**
 * A point in time with seconds and zone, in the person's own zone unless one is given.
 * @param iso ISO 8601 time.
 * @returns The text, or the input itself where it is no time.
 */
export function formatTime(language: Language, iso: string, timeZone?: string): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  return timeFormat(language, timeZone).format(time)
}

/** A point in time to the minute, short enough for a column: "25 Nov, 11:20", "11/25 11:20". The input where it is no time. */
export function formatMoment(language: Language, iso: string, timeZone?: string): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  return new Intl.DateTimeFormat(dateLocale[language], {
    month: language === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...clock,
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(time)
}

/** A day (UTC) as sentences write it: "15 September 2028", "2028 年 9 月 15 日". */
export function formatDay(language: Language, day: Date): string {
  if (language === 'ja') return `${day.getUTCFullYear()} 年 ${day.getUTCMonth() + 1} 月 ${day.getUTCDate()} 日`
  return new Intl.DateTimeFormat(dateLocale[language], { dateStyle: 'long', timeZone: 'UTC' }).format(day)
}

/** Milliseconds from an ISO time to `now` (milliseconds since 1970), never negative; null where the text is no time. */
export function ageOf(iso: string, now: number): number | null {
  const then = Date.parse(iso)
  return Number.isNaN(then) ? null : Math.max(0, now - then)
}

/** A list in the language's own way, such as "a, b, and c"; alternatives are "a, b, or c". */
export function formatList(
  language: Language,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(language, { type, style: language === 'ja' ? 'narrow' : 'long' }).format(items)
}

/** Items one after another, without a word before the last: "a, b, c", "a、b、c". */
export function formatItems(language: Language, items: readonly string[]): string {
  return language === 'ja' ? formatList(language, items) : new Intl.ListFormat('en', { type: 'unit' }).format(items)
}

const stops: Readonly<Record<Language, { end: string; joint: string }>> = {
  en: { end: '.', joint: ' ' },
  ja: { end: '。', joint: '' },
}

/** Texts, each as a sentence of its own, with a full stop where it has none: "a. b.", "a。b。". */
export function formatSentences(language: Language, texts: readonly string[]): string {
  const { end, joint } = stops[language]
  return texts.map((text) => (/[.。]$/.test(text) ? text : `${text}${end}`)).join(joint)
}
