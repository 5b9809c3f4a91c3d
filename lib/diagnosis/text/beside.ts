import type { OsType } from '@/lib/facts/types'
import { catalogue } from '@/lib/messages/catalogue'
import type { Pass } from '@/lib/encryption/types'
import { carriedLines, isQuotedPrintable } from '@/lib/messages/normalise/carried'
import { messageLinesLimit, type ReadMessage } from '@/lib/messages/normalise/read-messages'
import type { MessageKind } from '@/lib/messages/types'
import { recogniseText } from '@/lib/messages/normalise/recognise-text'
import { stripLine } from '@/lib/messages/normalise/strip'
import type { Fragment } from '@/lib/facts/paste/fragments/types'
import { saidOff } from '../checks/machine'
import type { Beside } from '../steps/situation'
import { openOperations } from './activity-log'
import { waitsAtBoot } from './boot-screens'
import type { Decided } from './decide'
import { encryptedInWords } from './encrypted-in-words'
import { timeOfLine } from './line-time'
import { keyChangeInWords } from './key-in-words'
import { keyLossesIn } from './key-loss'
import { mentionedWork } from './mentioned-work'
import { commandsIn, workOfCommands } from './logged-commands'
import { osDiskIn } from './os-disk'
import { showsSentRequest } from './sent-requests'
import { terraformOperations } from './terraform'
import { toolsAtWork } from './tools-at-work'
import { workInLines } from './work-in-lines'
import { behindJudged, logsWork, worksLater, type ReadText } from './work-in-log'
import { bootFailedIn, saysOff, saysPowerChanges } from './power'
import { readPowerRows } from './power-rows'
import { interruptedInWords, workInWords } from './work-in-words'
import {
  copyingInWords,
  heavier,
  isSign,
  saysKeyChangeFailed,
  signOfLine,
  startedBy,
  workAfter,
  type Copying,
  type SaidMessage,
} from '../steps/work'

/**
 * The pass by the versions of the extension that a text names; null where it names none, or both. The `-1.0` in the head
 * of a log line is the same in every release: only a longer version, as in the extension's path, counts.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/HandlerManifest.json
 * https://learn.microsoft.com/azure/virtual-machines/extensions/azure-disk-enc-linux
 * https://learn.microsoft.com/azure/virtual-machines/extensions/azure-disk-enc-windows
 */
function passIn(text: string): Pass | null {
  const found = text.slice(-1_000_000).matchAll(/AzureDiskEncryption(ForLinux)?-(\d{1,2})\.\d{1,3}\.\d/g)
  const passes = new Set<Pass>()
  for (const [, linux, major] of found) {
    const singleFrom = linux === undefined ? 2 : 1
    passes.add(Number(major) >= singleFrom ? 'single' : 'dual')
    if (passes.size > 1) return null
  }
  return [...passes][0] ?? null
}

/** What a client or the portal shows of a request that Azure accepted, or still carries out: both in one line. */
const accepted: readonly (readonly [RegExp, RegExp])[] = [
  [/\brequest was accepted\b/i, /accepted/i],
  [/^[ \t]{0,40}True[ \t]{1,20}OK[ \t]{1,20}OK\b/, /OK/],
  [/AzureDiskEncryption/, /\b(?:Updating|Creating|Deleting|Transitioning)\b/],
  [/provisioningState"?[ \t]{0,4}:/i, /\b(?:Updating|Creating|Deleting)\b/],
]

/** Whether a text shows a request that Azure accepted: the run that it began can be the newest. */
const isAccepted = (text: string): boolean =>
  text.split('\n').some((full) => {
    const line = full.slice(0, 400)
    return accepted.some(([what, how]) => what.test(line) && how.test(line))
  })

/** Every text about work on a disk or a change of the key contains one of these words. */
const tellsOfWork =
  /crypting |ncryption\s{1,4}(?:started|settings)|EncryptionSettings|effective config|stripped down|oldroot|MACHINE STATE|BEK|passphrase|patching|keyslot|secret|is not in list|encryption_settings|LinuxPassPhrase/i

/**
 * A line that by itself tells of work, or of a fault of the key. A paragraph is read as one message, and so is what
 * stands below a line with a head: the other lines of it count here.
 */
function saidInLine(line: string): readonly SaidMessage[] {
  if (!tellsOfWork.test(line.slice(0, 2_000))) return []
  const bare = stripLine(line).text.slice(0, 2_000)
  // Behind the name of a field, or behind words of a person.
  const texts = [bare, bare.replace(/^[^:\n]{1,80}: {0,20}/, '')]
  return texts.flatMap((text): readonly SaidMessage[] => {
    const sign = signOfLine(text)
    if (sign !== null) return [{ kind: sign, text }]
    const { kind } = recogniseText(text)
    if (kind === null) return saysKeyChangeFailed(text) ? [{ kind: 'key-change-step', text }] : []
    const { copying, keyFault } = workAfter([{ kind, text }])
    return keyFault || (copying !== null && copying !== 'operation') ? [{ kind, text }] : []
  })
}

/**
 * All messages in order, the other lines of each before it, because its own text may end them; what stands below the
 * last one comes last. Of entries of a log as JSON there are no other lines.
 */
function messagesIn({ text, read: { known } }: ReadText): readonly SaidMessage[] {
  const own = known.flatMap(({ kind, text: said }) => (kind === null ? [] : [{ kind, text: said }]))
  const lines = carriedLines(text).slice(-messageLinesLimit)
  const raws = new Set(lines.map(({ no, raw }) => `${no} ${raw}`))
  if (!known.every(({ line, raw }) => raws.has(`${line} ${raw}`))) return own
  const others = new Map<ReadMessage, readonly SaidMessage[]>()
  let rest = lines
  for (const message of known.toSorted((one, other) => one.lastLine - other.lastLine)) {
    const next = rest.findIndex(({ no }) => no > message.lastLine)
    const part = next === -1 ? rest : rest.slice(0, next)
    others.set(
      message,
      part.flatMap(({ raw }) => saidInLine(raw)),
    )
    rest = next === -1 ? [] : rest.slice(next)
  }
  const found = known.flatMap((message) => [
    ...(others.get(message) ?? []).filter(({ kind }) => kind !== message.kind),
    ...(message.kind === null ? [] : [{ kind: message.kind, text: message.text }]),
  ])
  return [...found, ...rest.flatMap(({ raw }) => saidInLine(raw))]
}

/** Work that is mentioned where no message is read; beside a failure, also in words of a person. */
function mentionedIn({ text, read: { known, unknown } }: ReadText): Copying | null {
  const counts = (line: string): boolean =>
    saidInLine(line).some(({ kind }) => !isSign(kind) && startedBy(kind) !== null)
  return mentionedWork(text, [...known, ...unknown], counts)
}

/** The system by the messages, where all of them that belong to one system belong to the same. */
export function systemOf(kinds: readonly (MessageKind | null)[]): OsType | null {
  const systems = new Set(kinds.flatMap((kind) => (kind === null ? [] : (catalogue[kind].os ?? []))))
  if (systems.size !== 1) return null
  return systems.has('windows') ? 'Windows' : 'Linux'
}

const systemIn = ({ read: { known } }: ReadText): OsType | null => systemOf(known.map(({ kind }) => kind))

const isOffIn = ({ text, read: { known } }: ReadText): boolean =>
  saysOff(text) || known.some(({ kind }) => kind !== null && saidOff.includes(kind))

/** The end of a text as a person wrote it, also where a mail encoded it. */
const written = (text: string): string =>
  isQuotedPrintable(text)
    ? carriedLines(text)
        .slice(-messageLinesLimit)
        .map(({ raw }) => raw)
        .join('\n')
    : text.slice(-1_000_000)

/**
 * The same of what stands around a recognised answer: neither ends what the other says, because their order is unknown.
 */
export function besideAnswer(read: ReadText, fragments: readonly Fragment[]): Beside {
  return {
    messages: messagesIn(read),
    isOrdered: false,
    isDated: false,
    fragments,
    copying: heavier(
      heavier(
        copyingInWords(read.text),
        workInLines(read.text, read.read.known, () => true),
      ),
      heavier(
        toolsAtWork(read.text),
        // Dated ones are compared with the time of each answer.
        workOfCommands(commandsIn(read.text).filter(({ time }) => time === null)),
      ),
    ),
    mentioned: mentionedIn(read),
    unknownLater:
      read.read.cut ||
      logsWork(read, () => true) ||
      isAccepted(read.text) ||
      showsSentRequest(read.text) ||
      saysPowerChanges(read.text),
    pass: passIn(read.text),
    osType: systemIn(read),
    isOff: isOffIn(read),
    osDisk: osDiskIn(read.text),
    ...encryptedInWords(read.text),
    bootFailed: bootFailedIn(read.text) || waitsAtBoot(read.read.known),
    isPasted: true,
    ...keyIn(read),
  }
}

/** What the words tell of the key; a successful change of it ends what they tell of a change. */
function keyIn({ text, read: { known } }: ReadText): Pick<Beside, 'keyChange' | 'keyLosses'> {
  const words = written(text)
  const isOver = known.some(({ kind }) => kind === 'linux-settings-updated')
  return { keyChange: !isOver && keyChangeInWords(words), keyLosses: keyLossesIn(words) }
}

/** Work in words that no entry knows; lines of a log count only behind the judged message. */
function workInOtherWords({ text, read, deciding, ordered: { order, messages } }: Decided): Copying | null {
  const judged = messages.find(({ message }) => message === deciding)?.time ?? null
  return workInLines(text, [...read.known, ...read.unknown], (no, line) => {
    if (order === 'text') return no > deciding.lastLine
    const time = timeOfLine(line)
    return order === 'unknown' || time === null || judged === null || time.value > judged.value
  })
}

/** One line that by itself counts for the safety of steps. */
interface EvidenceLine {
  readonly line: number
  readonly text: string
  /** Null for a word of the report or of the power state, and for a line that is no message of the catalogue. */
  readonly kind: MessageKind | null
}

/** Those lines of a text, in order. */
export function evidenceLines(text: string): readonly EvidenceLine[] {
  return carriedLines(text)
    .slice(-messageLinesLimit)
    .flatMap(({ no: line, raw }): readonly EvidenceLine[] => {
      const [said] = saidInLine(raw)
      if (said === undefined && copyingInWords(raw) === null && workInWords(raw) === null && !saysOff(raw)) return []
      const kind = said === undefined || isSign(said.kind) ? null : said.kind
      return [{ line, text: (said?.text ?? raw.trim()).slice(0, 2_000), kind }]
    })
}

/** Everything in a text that counts for the safety of steps besides the message that is judged. */
export function besideOf(decided: Decided): Beside {
  const { text, read, fragments, ordered } = decided
  const isOff = isOffIn(decided)
  const commands = behindJudged(decided, commandsIn(text))
  return {
    messages: messagesIn(decided),
    isOrdered: ordered.order !== 'unknown',
    isDated: ordered.messages.every(({ time }) => time !== null),
    fragments,
    copying: heavier(
      heavier(copyingInWords(text), isOff ? interruptedInWords(written(text)) : null),
      workOfCommands(commands.open),
    ),
    mentioned: [
      mentionedIn(decided),
      workOfCommands(commands.later),
      workInOtherWords(decided),
      toolsAtWork(text),
    ].reduce(heavier),
    unknownLater:
      read.cut ||
      worksLater(decided) ||
      isAccepted(text) ||
      showsSentRequest(text) ||
      saysPowerChanges(text) ||
      [openOperations(text), readPowerRows(text).operations, terraformOperations(text)].some(
        ({ length }) => length > 0,
      ),
    pass: passIn(text),
    osType: systemIn(decided),
    isOff,
    osDisk: osDiskIn(text),
    ...encryptedInWords(text),
    bootFailed: bootFailedIn(text) || waitsAtBoot(read.known),
    isPasted: true,
    ...keyIn(decided),
  }
}
