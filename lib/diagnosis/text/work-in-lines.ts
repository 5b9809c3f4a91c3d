import { catalogue } from '@/lib/messages/catalogue'
import { carriedLines, type CarriedLine } from '@/lib/messages/normalise/carried'
import { cleanLine } from '@/lib/messages/normalise/clean'
import type { DecorationId } from '@/lib/messages/normalise/decorations'
import { messageLinesLimit, type ReadMessage } from '@/lib/messages/normalise/read-messages'
import { recogniseText } from '@/lib/messages/normalise/recognise-text'
import { stripLine } from '@/lib/messages/normalise/strip'
import type { MessageKind } from '@/lib/messages/types'
import { heavier, type Copying } from '../steps/work'
import { insideOf } from './mentioned-work'
import { alike } from './look-alikes'
import { asSpelt } from './misspelt'
import { workInWords } from './work-in-words'

/** What only a program writes: its place in the log, or its time, counts. */
const logs: ReadonlySet<DecorationId> = new Set([
  'extension',
  'extension-continued',
  'console',
  'status-report',
  'exit-line',
  'agent',
  'agent-old',
  'windows-log',
  'windows-agent',
])

const patterns = new Map<MessageKind, readonly RegExp[]>()

function patternsOf(kind: MessageKind): readonly RegExp[] {
  const before = patterns.get(kind)
  if (before !== undefined) return before
  const made = insideOf(catalogue[kind].match).map((source) => new RegExp(source, 'gi'))
  patterns.set(kind, made)
  return made
}

/** Without the known texts: what they tell of is counted where they are read. */
function without(line: string, kinds: readonly MessageKind[]): string {
  return kinds.flatMap(patternsOf).reduce((text, pattern) => text.replace(pattern, ' . '), line)
}

/** The texts that stand in a line, also where a label stands before one, or where an equal one was read above. */
function kindsIn(line: string): readonly MessageKind[] {
  const bare = stripLine(line).text.slice(0, 2_000)
  return [bare, bare.replace(/^[^:\n]{1,80}: {0,20}/, '')].flatMap((text) => recogniseText(text).kind ?? [])
}

function workInLine(raw: string, kinds: readonly MessageKind[]): Copying | null {
  const clean = cleanLine(raw)
  const line = asSpelt(alike(clean))
  const found = workInWords(line)
  // A text that only looks like a known one was not read as a message.
  return found === null ? null : workInWords(without(line, [...kinds, ...kindsIn(clean)]))
}

/** A line of a narrow window breaks a sentence; a command, a path and a field do not. */
const narrow = 44
const isBroken = (line: string): boolean =>
  line !== '' && line.length <= narrow && !/^[$#/>]|[:.。]$/.test(line) && !/ : /.test(line)

/** Lines, and what consecutive short ones say together. */
function withJoined(lines: readonly CarriedLine[]): readonly CarriedLine[] {
  return lines.flatMap((line, at) => {
    const raw = line.raw.trim()
    const next = lines[at + 1]?.raw.trim() ?? ''
    const isOne = isBroken(raw) && next !== '' && next.length <= narrow && !/^[$#/>]/.test(next)
    return isOne ? [line, { no: line.no, raw: `${raw} ${next}` }] : [line]
  })
}

/**
 * Work in the words of a text that no entry knows, read as a person writes them. What the known texts in it tell of is
 * left out, and so are lines of a log for which `counts` does not hold.
 */
export function workInLines(
  text: string,
  messages: readonly ReadMessage[],
  counts: (no: number, line: string) => boolean,
): Copying | null {
  let found: Copying | null = null
  for (const { no, raw } of withJoined(carriedLines(text).slice(-messageLinesLimit))) {
    const kinds = messages.flatMap(({ kind, line, lastLine }) =>
      kind !== null && line <= no && no <= lastLine ? [kind] : [],
    )
    const work = workInLine(raw, kinds)
    if (work === null || heavier(found, work) === found) continue
    if (counts(no, raw) || !stripLine(raw).layers.some((layer) => logs.has(layer))) found = heavier(found, work)
  }
  return found
}
