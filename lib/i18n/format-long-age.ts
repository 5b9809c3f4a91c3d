import type { Language } from './languages'

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/**
 * How old something is, in its largest unit, for a sentence: "4 minutes", "6 days". Apart from the other formats, which
 * the fleet page loads at first.
 */
export function formatLongAge(language: Language, milliseconds: number): string {
  const length = Math.max(0, milliseconds)
  const [unit, size] = units.find(([, least]) => length >= least) ?? (['second', 1000] as const)
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(length / size))
}
