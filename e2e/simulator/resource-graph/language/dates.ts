/** A time as a value of a query, whole milliseconds. */
export class DateValue {
  constructor(readonly milliseconds: number) {}

  /** In Resource Graph's format: seven decimals. */
  toString(): string {
    return `${new Date(this.milliseconds).toISOString().slice(0, 23)}0000Z`
  }

  toJSON(): string {
    return this.toString()
  }
}

/** The time in a text; without an offset it is UTC. Null if the text is no time. */
export function dateOf(text: string): DateValue | null {
  const trimmed = text.trim().replace(/(\.\d{3})\d+/, '$1')
  const hasTime = /[T ]\d/.test(trimmed)
  const hasOffset = /(?:z|[+-]\d\d:\d\d)$/i.test(trimmed)
  if (!/^\d{4}-\d\d-\d\d/.test(trimmed)) return null
  const moment = Date.parse(hasTime && !hasOffset ? `${trimmed.replace(' ', 'T')}Z` : trimmed)
  return Number.isNaN(moment) ? null : new DateValue(moment)
}

const units: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 }

/** Milliseconds of a time span such as `14d`; null for another text. */
export function spanOf(text: string): number | null {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(d|h|m|s|ms)$/.exec(text) ?? []
  const length = units[unit]
  return length === undefined ? null : Number(number) * length
}
