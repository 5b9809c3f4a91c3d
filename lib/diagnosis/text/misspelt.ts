/** Words that tell of work, and of its going on. None of them ends work: a wrong letter must not end it. */
const known: readonly string[] = [
  'encryption',
  'decryption',
  'encrypting',
  'decrypting',
  'encrypted',
  'decrypted',
  'copying',
  'converting',
  'conversion',
  'progress',
  'running',
  'ongoing',
  'continues',
  'continuing',
  'resumed',
  'started',
  'background',
  'BitLocker',
  'cryptsetup',
]

function commonStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}

/** One letter is missing, too many, wrong, or two neighbours are exchanged. */
function isOneEditAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  const at = commonStart(one, other)
  const rest = [one.slice(at), other.slice(at)] as const
  const [left, right] = rest
  if (left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)) return true
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
}

const least = 6
const kept = 5_000
const spelt = new Map<string, string>()

function asKnown(word: string): string {
  const before = spelt.get(word)
  if (before !== undefined) return before
  const lower = word.toLowerCase()
  const isKnown = known.some((each) => each.toLowerCase() === lower)
  const found = isKnown ? word : (known.find((each) => isOneEditAway(lower, each.toLowerCase())) ?? word)
  if (spelt.size >= kept) spelt.clear()
  spelt.set(word, found)
  return found
}

/** A text in which words of work that are misspelt by one letter are spelt as known ones; shorter words stay. */
export const asSpelt = (text: string): string =>
  text.replace(/[A-Za-z]{6,13}/g, (word) => (word.length < least ? word : asKnown(word)))
