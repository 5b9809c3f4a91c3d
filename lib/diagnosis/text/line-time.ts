import { presentMilliseconds } from '@/lib/shared/moment'

/** The clock of a time; times of different clocks are not compared. `unzoned` is that of any zone of the world. */
export type Clock = 'utc' | 'local' | 'unzoned' | 'without-year' | 'uptime'

export interface LineTime {
  readonly clock: Clock
  /** Milliseconds: since 1970, since the beginning of an unknown year, or since the start of the VM. */
  readonly value: number
}

const window = 200
const calendar =
  /(\d{4})[-/](\d\d)[-/](\d\d)[ T](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?( ?(?:Z|UTC|GMT)\b| ?[+-]\d\d:?\d\d\b)?/g
const windowsAgent = /\[(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d)\.(\d\d)\]/
/** Day and month first; between dots the day comes first. */
const dayOrMonth =
  /(?<![\d.])(\d{1,2})([/.])(\d{1,2})\2(\d{4}),? (\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([AP])M)?( (?:UTC|GMT)\b)?/
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const syslog = /\b([A-Z][a-z]{2}) ([ \d]?\d) (\d\d):(\d\d):(\d\d)(?: (\d{4}))?/
const uptime = /^(?:<\d{1,3}>)?\[ {0,6}(\d{1,7}\.\d{1,6})\]/
/** A year with a 29 February, for times without a year. */
const leapYear = 2000

/** `null` for a date that does not exist. */
function instant(year: number, month: number, day: number, time: readonly number[]): number | null {
  const [hour = 0, minute = 0, second = 0, millisecond = 0] = time
  const value = Date.UTC(year, month - 1, day, hour, minute, second, millisecond)
  const date = new Date(value)
  const exists =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 61
  return exists ? value : null
}

function offsetOf(zone: string): number {
  const found = /^ ?([+-])(\d\d):?(\d\d)$/.exec(zone)
  if (found === null) return 0
  const minutes = Number(found[2]) * 60 + Number(found[3])
  return (found[1] === '-' ? -minutes : minutes) * 60_000
}

function calendarTime(found: RegExpMatchArray): LineTime | null {
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone] = found
  const millisecond = Math.floor(Number(`0.${fraction}`) * 1_000)
  const parts = [hour, minute, second].map(Number)
  const value = instant(Number(year), Number(month), Number(day), [...parts, millisecond])
  if (value === null) return null
  return zone === undefined ? { clock: 'local', value } : { clock: 'utc', value: value - offsetOf(zone) }
}

function syslogTime(head: string): LineTime | null {
  const found = syslog.exec(head)
  const month = months.indexOf(found?.[1] ?? '') + 1
  if (found === null || month === 0) return null
  const time = [found[3], found[4], found[5]].map(Number)
  const year = found[6] === undefined ? leapYear : Number(found[6])
  const value = instant(year, month, Number(found[2]), time)
  return value === null ? null : { clock: found[6] === undefined ? 'without-year' : 'local', value }
}

/** `null` where day and month can be exchanged. */
function dayOrMonthTime(head: string): LineTime | null {
  const found = dayOrMonth.exec(head)
  if (found === null) return null
  const [, one = '', mark, other = '', year, hour, minute, second = '0', half, zone] = found
  const isDayFirst = mark === '.' || Number(one) > 12
  if (!isDayFirst && Number(other) <= 12 && one !== other) return null
  const [day, month] = isDayFirst ? [one, other] : [other, one]
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'P' ? 12 : 0)
  const value = instant(Number(year), Number(month), Number(day), [hours, Number(minute), Number(second)])
  return value === null ? null : { clock: zone === undefined ? 'local' : 'utc', value }
}

/**
 * The time before the text of a line; the innermost of several: a job's log repeats lines of an older one. `null`
 * without a time, and for a date whose day and month are ambiguous.
 */
export function timeOfLine(line: string): LineTime | null {
  const head = line.slice(0, window)
  const found = [...head.matchAll(calendar)].at(-1)
  if (found !== undefined) return calendarTime(found)
  const agent = windowsAgent.exec(head)
  if (agent !== null) {
    const [month = 0, day = 0, year = 0, ...time] = agent.slice(1).map(Number)
    const value = instant(year, month, day, time.slice(0, 3))
    return value === null ? null : { clock: 'local', value }
  }
  const seconds = uptime.exec(head.trimStart())?.[1]
  return (
    dayOrMonthTime(head) ??
    syslogTime(head) ??
    (seconds === undefined ? null : { clock: 'uptime', value: Number(seconds) * 1_000 })
  )
}

/** As ISO text, with `Z` where the zone is known; `null` where the time has no date. */
export function isoOf(time: LineTime | null): string | null {
  if (time === null || (time.clock !== 'utc' && time.clock !== 'local')) return null
  const text = new Date(time.value).toISOString()
  return time.clock === 'utc' ? text : text.slice(0, -1)
}

/** Times with a date, of which one can be said to be later; the zone of a log without one is that of Azure's images, UTC. */
const isDated = ({ clock }: LineTime): boolean => clock === 'utc' || clock === 'local'

/** No zone is further from UTC. https://www.iana.org/time-zones */
const furthestZone = 14 * 3_600_000

/** Whether two dated times, of which one can be of any zone, are so far apart that no zone exchanges them. */
function areApart(one: LineTime, other: LineTime): boolean {
  const isOpen = (time: LineTime): boolean => time.clock === 'unzoned'
  const areDated = [one, other].every((time) => isDated(time) || isOpen(time))
  return areDated && (isOpen(one) || isOpen(other)) && Math.abs(one.value - other.value) > furthestZone
}

/** Whether one time is later than another; null where they are equal or not comparable, or one is missing. */
export function isLaterThan(one: LineTime | null, other: LineTime | null): boolean | null {
  if (one === null || other === null) return null
  const areComparable = one.clock === other.clock || (isDated(one) && isDated(other)) || areApart(one, other)
  return areComparable && one.value !== other.value ? one.value > other.value : null
}

const zoned = /(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\s{0,4}$/i
/** Clocks of a VM, of Azure and of a person differ by less. */
const ahead = 5 * 60_000

function writtenTime(time: string): LineTime | null {
  if (zoned.test(time)) {
    const value = Date.parse(time)
    return Number.isNaN(value) ? null : { clock: 'utc', value }
  }
  const read = timeOfLine(time)
  return read?.clock === 'local' ? { clock: 'unzoned', value: read.value } : null
}

/**
 * A time of Azure, as a client printed it: one without a zone can be of any. Null where it cannot be read, and where it
 * is later than now: such a time shows nothing.
 */
export function timeOfStatus(text: string | null): LineTime | null {
  const time = text === null ? null : writtenTime(text)
  if (time === null) return null
  const latest = presentMilliseconds() + ahead + (time.clock === 'unzoned' ? furthestZone : 0)
  return time.value > latest ? null : time
}
