import { outer } from './read-block'
import { recogniseText } from './recognise-text'

/** A person's text: a log is longer. */
const mostLines = 200
const longestLine = 2_000
/** Shorter words are no whole message. */
const shortest = 12
const mostCells = 12

const quotes: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['\u201C', '\u201D'],
  ['\u201E', '\u201C'],
  ['\u00AB', '\u00BB'],
  ["'", "'"],
  ['\u2018', '\u2019'],
  ['`', '`'],
  ['\u300C', '\u300D'],
  ['\u300E', '\u300F'],
]

/** Words before a message that is no report: `if it says`, `wait until`, `it never shows`. */
const noReport =
  /\b(?:if|unless|until|when|once|should|would|expect(?:ed)?|example|not|never|no|cannot|without|neither|nor|doesn['\u2019]t|don['\u2019]t|didn['\u2019]t|isn['\u2019]t|won['\u2019]t|can['\u2019]t)\b/i
/** The same in Japanese, where they follow. */
const noReportInJapanese = /\u5834\u5408|\u305F\u3089|\u306A\u3044|\u307E\u305B\u3093|\u307E\u3067|\u4F8B/
const clauseEnds = /[.,;!?]/

function isReport(line: string, message: string): boolean {
  const before = line.slice(0, line.indexOf(message))
  const clause = before.split(clauseEnds).at(-1) ?? ''
  return !noReport.test(clause) && !noReportInJapanese.test(line.replace(message, ''))
}

function* quotedIn(line: string): Generator<string> {
  for (const [opens, closes] of quotes) {
    const from = line.indexOf(opens)
    const to = line.lastIndexOf(closes)
    if (from !== -1 && to > from) yield line.slice(from + opens.length, to)
  }
}

/** What stands behind each of the first separators, the longest first: `Status: …`, `vm1,rg1,…`, cells of a table. */
function* behind(line: string, separator: string): Generator<string> {
  let from = line.indexOf(separator)
  for (let cells = 0; from !== -1 && cells < mostCells; cells += 1) {
    const rest = line.slice(from + separator.length)
    yield rest
    const end = rest.indexOf(separator)
    if (end !== -1) yield rest.slice(0, end)
    from = line.indexOf(separator, from + separator.length)
  }
}

function* partsOf(line: string): Generator<string> {
  yield* quotedIn(line)
  for (const separator of [': ', '\uFF1A', ' | ', '\t', '  ', ',', ';']) yield* behind(line, separator)
}

const isWhole = (part: string): boolean => {
  const { kind } = recogniseText(part, null)
  return kind !== null && !outer.has(kind)
}

function messageIn(line: string): string | null {
  for (const part of partsOf(line)) {
    const text = part
      .trim()
      .replace(/[|,;"]{1,3}$/, '')
      .trim()
    if (text.length < shortest || !isWhole(text)) continue
    return isReport(line, text) ? text : null
  }
  return null
}

/**
 * A person's text with each message that stands in quotes, behind a label or in a cell on its own line. The words around
 * it follow at the end of the text, so that the numbers of the lines stay and the words count as later.
 * @returns null where no line contains such a message, or the text is too long to be a person's
 */
export function withQuotedMessages(text: string): string | null {
  const lines = text.split('\n')
  if (lines.length > mostLines) return null
  const words: string[] = []
  const apart = lines.map((line) => {
    const message = line.length > longestLine ? null : messageIn(line)
    if (message === null) return line
    words.push(line.replace(message, ' ').trim())
    return message
  })
  return words.length === 0 ? null : [...apart, '', ...words].join('\n')
}
