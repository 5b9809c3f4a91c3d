import type { FleetEntry } from './fleet-entry'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Whether a label contains every word of a text, in any case and width. */
export function matchesWords(label: string, text: string): boolean {
  const within = plain(label)
  return plain(text)
    .split(/\s+/)
    .every((word) => within.includes(word))
}

/**
 * VMs whose name contains a text, those first whose name begins with it.
 * @param entries sorted by name
 */
export function namedLike<Entry extends Pick<FleetEntry, 'name'>>(
  entries: readonly Entry[],
  text: string,
  most: number,
): readonly Entry[] {
  const wanted = plain(text)
  if (wanted === '') return []
  const [first, others]: [Entry[], Entry[]] = [[], []]
  for (const entry of entries) {
    const at = plain(entry.name).indexOf(wanted)
    if (at === 0) first.push(entry)
    else if (at > 0 && others.length < most) others.push(entry)
    if (first.length === most) break
  }
  return [...first, ...others].slice(0, most)
}
