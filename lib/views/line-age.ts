const dayMs = 24 * 60 * 60 * 1000

/**
 * How old a line of a log is. Without a time zone an age below two days could be wrong by half of itself, and a time
 * that is still to come shows that the clocks differ: neither has an age.
 */
export type LineAge =
  | { readonly kind: 'undated' }
  | { readonly kind: 'dated'; readonly at: string }
  | { readonly kind: 'aged'; readonly at: string; readonly age: number; readonly isZoned: boolean }

/**
 * @param at ISO time of the line, without `Z` where its zone is not known; null without a date
 * @param now Milliseconds since 1970
 */
export function lineAgeOf(at: string | null, now: number): LineAge {
  if (at === null) return { kind: 'undated' }
  const isZoned = at.endsWith('Z')
  const written = isZoned ? at : `${at}Z`
  const age = now - Date.parse(written)
  if (Number.isNaN(age)) return { kind: 'undated' }
  if (age < 0 || (!isZoned && age < 2 * dayMs)) return { kind: 'dated', at }
  return { kind: 'aged', at, age, isZoned }
}
