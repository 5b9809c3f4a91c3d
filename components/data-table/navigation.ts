import type { TableLines } from './lines'

type Step = (index: number, page: number, last: number) => number

const steps: Readonly<Partial<Record<string, Step>>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index, page) => index + page,
  PageUp: (index, page) => index - page,
  Home: () => 0,
  End: (_index, _page, last) => last,
}

/** Index of the last line that is not a placeholder; placeholders are at the end. */
function lastKnown(lines: TableLines): number {
  let last = lines.count - 1
  while (lines.at(last)?.kind === 'placeholder') last -= 1
  return last
}

/**
 * The index that a key moves to; null when the key does not move. Placeholder lines cannot be focused.
 * @param page lines that fit into the view
 */
export function indexAfterKey(key: string, index: number, page: number, lines: TableLines): number | null {
  const step = steps[key]
  if (step === undefined) return null
  const last = lastKnown(lines)
  if (last < 0) return null
  const wanted = Math.min(last, Math.max(0, step(index, Math.max(1, page - 1), last)))
  return lines.at(wanted)?.kind === 'placeholder' ? last : wanted
}
