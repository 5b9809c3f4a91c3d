import { known, unknown, type Known } from '@/lib/shared/known'

/** Maximum of distinct texts kept; regions, sizes, images and the like are far fewer. */
const most = 20_000
const texts = new Map<string, Known<string>>()
const absent: Known<string> = unknown('absent')

/**
 * A text as a fact, one object for all equal ones: a fleet of a hundred thousand VMs has a few dozen regions, sizes and
 * images. Absent for a missing text, which Resource Graph turns into an empty one.
 */
export function pooled(text: string | undefined): Known<string> {
  if (text === undefined || text === '') return absent
  const kept = texts.get(text)
  if (kept !== undefined) return kept
  if (texts.size >= most) texts.clear()
  const made = known(text)
  texts.set(text, made)
  return made
}

/** The one copy of a text; null for a missing text. */
export function pooledText(text: string | undefined): string | null {
  const fact = pooled(text)
  return fact.known ? fact.value : null
}
