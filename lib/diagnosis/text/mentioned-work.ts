import { catalogue } from '@/lib/messages/catalogue'
import type { TextMatch } from '@/lib/messages/entry'
import { catalogueIds, type CatalogueId } from '@/lib/messages/ids'
import { carriedLines } from '@/lib/messages/normalise/carried'
import { messageLinesLimit, type ReadMessage } from '@/lib/messages/normalise/read-messages'
import { heavier, startedBy, type Copying } from '../steps/work'

interface Sign {
  readonly pattern: RegExp
  readonly work: Copying
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

/** The sources of patterns that find a known text inside a longer one. */
export function insideOf(match: TextMatch): readonly string[] {
  switch (match.kind) {
    case 'exact':
      return match.texts.map(literal)
    case 'prefix':
      return [literal(match.text)]
    case 'whole':
    case 'start':
      return [match.pattern.source.replace(/^\^/, '').replace(/(?<!\\)\$$/, '')]
    case 'contains':
      return match.passages.slice(0, 1).map(literal)
    case 'any-of':
    case 'json':
      return []
  }
}

/** The end of one part of a run: whether the next one runs is not said. */
const endsOfParts: readonly CatalogueId[] = ['linux-data-succeeded-transitioning', 'linux-online-os-finished']

/** Texts of the catalogue that say that a run goes on; a text of one word, or of an event of a run, says too little. */
const known: readonly Sign[] = catalogueIds.flatMap((id) => {
  const { target, severity, match, machineState } = catalogue[id]
  const work = startedBy(id)
  const isProgress = severity === 'info' && (target === 'status-message' || machineState !== undefined)
  if (!isProgress || endsOfParts.includes(id) || work === null || work === 'operation') return []
  return insideOf(match).map((source) => ({ pattern: new RegExp(source, machineState === undefined ? 'i' : ''), work }))
})

/** The same as tools in the VM, and the extension's log of their commands, show it. */
const tools: readonly Sign[] = [
  { pattern: /\bProgress:[ \t]{0,8}(?!100\b)\d{1,3}[.,]\d/, work: 'os' },
  {
    pattern: /\b(?:Percentage Encrypted|conversion):? {0,20}(?!0(?:[.,]0+)? ?%|100\b)\d{1,2}(?:[.,]\d{1,9})? ?%/i,
    work: 'os',
  },
  { pattern: /\bEncryption in Progress\b/i, work: 'os' },
  { pattern: /\bDecryption in Progress\b/i, work: 'decryption' },
  // Cut before its error. The last attempts end the run, and so does one that a failure quotes.
  { pattern: /(?<!error: )\bAttempt #\d to unmount \/oldroot\b/i, work: 'os' },
  { pattern: /\bonline-reencrypt|^\s{0,8}\d{1,2}: reencrypt\b|\breencrypt (?:is )?running\b/, work: 'os' },
]

/** Each of them contains one of these words. */
const marks = /crypt|Progress:|Percentage|conversion|MACHINE STATE|unmount|Restart/i
/** What no line of a log or of a person exceeds. */
const longest = 8_000

const signs: readonly Sign[] = [...known, ...tools]

function workIn(line: string): Copying | null {
  if (!marks.test(line)) return null
  return signs
    .filter(({ pattern }) => pattern.test(line))
    .reduce<Copying | null>((all, { work }) => heavier(all, work), null)
}

/** Whether a message that stands in a line is that work itself: then its place and its time count. */
function isItself({ kind }: ReadMessage, work: Copying): boolean {
  const own = kind === null ? null : startedBy(kind)
  return own !== null && heavier(own, work) === own
}

/**
 * Work that stands inside or behind the text of another message, where no message is read: behind a failure in its line,
 * in words of a person, in the output of a tool. It is not known to be older than the message, so that nothing ends it.
 * @param messages the messages of the text
 * @param counts whether a line is counted elsewhere, with its place
 */
export function mentionedWork(
  text: string,
  messages: readonly ReadMessage[],
  counts: (line: string) => boolean,
): Copying | null {
  if (!marks.test(text)) return null
  let found: Copying | null = null
  for (const { no, raw } of carriedLines(text).slice(-messageLinesLimit)) {
    const work = workIn(raw.slice(0, longest))
    if (work === null || heavier(found, work) === found) continue
    const isRead = messages.some((message) => message.line === no && isItself(message, work))
    // Inside another message, its place says nothing.
    const isPart = messages.some((message) => message.line <= no && no <= message.lastLine && !isItself(message, work))
    if (!isRead && (isPart || !counts(raw))) found = heavier(found, work)
  }
  return found
}
