import type { ContainsMatch, TextMatch } from './entry'

/** No pattern is applied to texts and beginnings longer than this; the longest real one has about 300 characters. */
const patternWindow = 2_000
/** How far a pattern beside a passage may see. Resource ids and device descriptions end within it. */
const beforeWindow = 256
const afterWindow = 600
const endWindow = 128
/** A real text contains a passage once or twice; a hostile one thousands of times. */
const occurrenceLimit = 32

/** A text with the values that the whole catalogue shares, read once. */
export interface ReadableText {
  readonly text: string
  /** The fields where the text is a JSON object, otherwise `null`. */
  readonly fields: ReadonlyMap<string, string> | null
}

/** Whether an entry's form fits the text. Linear in the text; never throws. */
export function matchesText(match: TextMatch, readable: ReadableText): boolean {
  const { text } = readable
  switch (match.kind) {
    case 'exact':
      return match.texts.includes(text)
    case 'prefix':
      return text.startsWith(match.text)
    case 'whole':
      return text.length <= patternWindow && match.pattern.test(text)
    case 'start':
      return match.pattern.test(text.slice(0, patternWindow))
    case 'contains':
      return containsPassages(match, text)
    case 'any-of':
      return match.forms.some((form) => matchesText(form, readable))
    case 'json':
      return Object.entries(match.fields).every(([name, word]) => fieldIs(readable, name, word))
  }
}

/** Words are compared without case, as in the verdict's reading of the report. */
function fieldIs(readable: ReadableText, name: string, word: string): boolean {
  return readable.fields?.get(name)?.toLowerCase() === word.toLowerCase()
}

/** The length of the beginning that fits; 0 where no beginning is required, -1 where it does not fit. */
function lengthOfStart(beginning: string | RegExp | undefined, text: string): number {
  if (beginning === undefined) return 0
  if (typeof beginning === 'string') return text.startsWith(beginning) ? beginning.length : -1
  return beginning.exec(text.slice(0, patternWindow))?.[0].length ?? -1
}

function containsPassages(match: ContainsMatch, text: string): boolean {
  let from = lengthOfStart(match.start, text)
  if (from < 0) return false
  if (match.end !== undefined && !match.end.test(text.slice(-endWindow))) return false
  const last = match.passages.at(-1)
  for (const passage of match.passages.slice(0, -1)) {
    const at = text.indexOf(passage, from)
    if (at < 0) return false
    from = at + passage.length
  }
  return last === undefined || containsLast(match, last, text, from)
}

function containsLast(match: ContainsMatch, passage: string, text: string, from: number): boolean {
  const { before, after } = match
  let at = text.indexOf(passage, from)
  if (before === undefined && after === undefined) return at >= 0
  for (let count = 0; at >= 0 && count < occurrenceLimit; count += 1) {
    const behind = at + passage.length
    const fitsBefore = before === undefined || before.test(text.slice(Math.max(from, at - beforeWindow), at))
    if (fitsBefore && (after === undefined || after.test(text.slice(behind, behind + afterWindow)))) return true
    at = text.indexOf(passage, behind)
  }
  return false
}
