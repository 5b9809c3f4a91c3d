import { catalogue } from '@/lib/messages/catalogue'
import type { MachineState } from '@/lib/messages/entry'
import { matchText } from '@/lib/messages/match'
import type { MessageKind } from '@/lib/messages/types'
import { undecorated } from '@/lib/messages/undecorated'
import type { InsideEvidence, InsideLine } from './types'

/** The end of a log tells most, so only the last part of a longer one is read, in characters. */
export const insideLimit = 1_000_000
const lineLimit = 2_000
/** Lines that are looked at, the last ones: more than a log of that size has, but a text of line ends alone has more. */
export const insideLinesLimit = 20_000
/** Known lines that are kept; more would say nothing new. */
const keptLimit = 300

/** A log of the extension has what ARM would show as well as lines of its own. */
function kindOf(line: string): MessageKind | null {
  const logged = matchText('log-line', line).kind
  if (logged !== 'unrecognised') return logged
  const said = matchText('status-message', undecorated('log-line', line)).kind
  return said === 'unrecognised' ? null : said
}

/** ISO time of a line, where it carries one; a time without zone is UTC, as the extension and the agent log it. */
function timeOf(line: string): string | null {
  const found = /(\d{4})[-/](\d{2})[-/](\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(line.slice(0, 200))
  if (found === null) return null
  const [, year, month, day, time] = found
  const milliseconds = Date.parse(`${year}-${month}-${day}T${time}Z`)
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString()
}

/** What lines are, by their text: logs repeat themselves, and a text made to cost time does so most. */
export type KindsOfLines = Map<string, MessageKind | null>

/** The part of a text that is read, in lines; how many were left out before it, and whether any were. */
function readLines(text: string): {
  readonly lines: readonly string[]
  readonly before: number
  readonly cut: boolean
} {
  const isLong = text.length > insideLimit
  const start = isLong ? text.indexOf('\n', text.length - insideLimit) + 1 : 0
  const all = text.slice(start).split(/\r\n|\n|\r/)
  const skipped = Math.max(0, all.length - insideLinesLimit)
  const before = text.slice(0, start).split('\n').length + skipped
  return { lines: all.slice(skipped).map((line) => line.slice(0, lineLimit)), before, cut: isLong || skipped > 0 }
}

/** Lines that are judged in one turn: some milliseconds. */
const linesOfTurn = 100

/**
 * Judges the lines of a text ahead, a few at a time: all of them at once would hold up everybody.
 * @param giveWay lets others have their turn
 */
export async function judgeAhead(text: string, giveWay: () => Promise<unknown>): Promise<KindsOfLines> {
  const kinds: KindsOfLines = new Map()
  for (const line of readLines(text).lines) {
    if (kinds.has(line)) continue
    kinds.set(line, line.trim() === '' ? null : kindOf(line))
    if (kinds.size % linesOfTurn === 0) await giveWay()
  }
  return kinds
}

function knownLines(lines: readonly string[], firstLine: number, kinds: KindsOfLines): readonly InsideLine[] {
  return lines.flatMap((line, index): readonly InsideLine[] => {
    if (line.trim() === '') return []
    const known = kinds.get(line)
    const kind = known === undefined ? kindOf(line) : known
    kinds.set(line, kind)
    return kind === null ? [] : [{ kind, text: line, line: firstLine + index, at: timeOf(line) }]
  })
}

function stepsIn(lines: readonly InsideLine[]): readonly MachineState[] {
  const steps = lines.flatMap(({ kind }) => catalogue[kind].machineState ?? [])
  return steps.filter((step, index) => step !== steps[index - 1])
}

/**
 * What a serial console log or a log of the extension shows: the lines that the catalogue knows, and the steps of OS
 * encryption in their order. Linear in the text, of which the last 1,000,000 characters and 20,000 lines are read; never
 * throws.
 * @param kinds what was judged ahead
 */
export function readInside(
  text: string,
  source: InsideEvidence['source'],
  kinds: KindsOfLines = new Map(),
): InsideEvidence {
  const read = readLines(text)
  const lines = knownLines(read.lines, read.before, kinds)
  return { source, lines: lines.slice(-keptLimit), steps: stepsIn(lines), cut: read.cut }
}
