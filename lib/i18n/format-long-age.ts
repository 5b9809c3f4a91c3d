import type { Language } from './languages'

const day = 86_400_000

/** Unit, its length, and the least age that is written in it: up to two years in days. */
const units = [
  ['year', 365.25 * day, 730.5 * day],
  ['day', day, day],
  ['hour', 3_600_000, 3_600_000],
  ['minute', 60_000, 60_000],
] as const

/**
 * How old something is, in its largest unit, for a sentence: "4 minutes", "6 days". Apart from the other formats, which
 * the fleet page loads at first.
 */
export function formatLongAge(language: Language, milliseconds: number): string {
  const length = Math.max(0, milliseconds)
  const [unit, size] = units.find(([, , least]) => length >= least) ?? (['second', 1000] as const)
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(length / size))
}
