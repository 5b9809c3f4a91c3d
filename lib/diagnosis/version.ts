/** Numbers of a version such as `2.2.53.1`; null where the text is not a version. */
function numbersOf(version: string): readonly number[] | null {
  return /^\d{1,9}(?:\.\d{1,9}){0,4}$/.test(version) ? version.split('.').map(Number) : null
}

/** Whether a version is certainly older than another; false where either cannot be parsed. */
export function isBefore(version: string | null, least: string): boolean {
  const mine = version === null ? null : numbersOf(version)
  const theirs = numbersOf(least)
  if (mine === null || theirs === null) return false
  for (const [index, number] of theirs.entries()) {
    const own = mine[index] ?? 0
    if (own !== number) return own < number
  }
  return false
}
