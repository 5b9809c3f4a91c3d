import { catalogue } from '../catalogue'
import type { MessageFamily, ReportedStatus } from '../entry'
import type { MessageKind, MessagePhase } from '../types'
import type { DecorationId } from './decorations'
import { deniesAbove, isDenied } from './denied'
import { isOwnName, type RecognisedText } from './recognise-text'
import { withoutQuotes, type StrippedLine } from './strip'
import { opensQuotation } from './unwrap'

export interface Line extends StrippedLine {
  readonly no: number
  readonly raw: string
}

/** One message of a paste, with the place where it stood. */
export interface ReadMessage extends RecognisedText {
  /** Counted from 1. */
  readonly line: number
  readonly lastLine: number
  /** The first line as it stood there. */
  readonly raw: string
  readonly layers: readonly DecorationId[]
  /** What the extension itself reported beside the text, where it was logged. */
  readonly reported: { readonly status: ReportedStatus | null; readonly code: string | null }
}

/** Recognises a text; equal ones once, because logs repeat themselves, and a text made to cost time does so most. */
export type Recognise = (text: string, status: ReportedStatus | null) => RecognisedText

/**
 * A block as one text: with its line ends, and as it was before a console broke it at its width. A full line was broken
 * inside a word, one that is a blank short at that blank.
 */
function readingsOf(block: readonly Line[]): readonly string[] {
  const parts = block.map(({ quoted }) => quoted)
  const width = Math.max(...block.map(({ raw }) => raw.trimEnd().length))
  const unbroken = block.map(({ quoted, raw }) => quoted + (raw.trimEnd().length === width - 1 ? ' ' : '')).join('')
  return [...new Set([parts.join('\n'), parts.join(' '), parts.join(''), unbroken])]
}

/** A longer paragraph is one message only where it tells of a failure. */
const briefBlock = 12
/** No message has more lines, wrapped at 80 columns either: to read so many as one text costs time for nothing. */
const longestBlock = 400
const faultWords = /error|fail|traceback|exception|reported/i

/** The kind of a block as one message. */
function joined(block: readonly Line[], status: ReportedStatus | null, recognise: Recognise): RecognisedText | null {
  if (block.length === 1 || block.length > longestBlock) return null
  if (block.length > briefBlock && !block.some(({ text }) => faultWords.test(text))) return null
  let best: RecognisedText | null = null
  for (const reading of readingsOf(block)) {
    const found = recognise(withoutQuotes(reading), status)
    if (found.kind !== null && (best === null || exactness(found.kind) > exactness(best.kind))) best = found
  }
  return best
}

/** Sentences and codes that only say that an extension failed; behind them stands what it said. */
export const outer: ReadonlySet<string | null> = new Set([
  'arm-extension-provisioning-error',
  'arm-multiple-extensions-failed',
  'display-provisioning-failed',
])
const exactness = (kind: MessageKind | null): number =>
  kind === null ? -1 : outer.has(kind) ? 0 : catalogue[kind].specificity

export interface Context {
  readonly status: ReportedStatus | null
  readonly code: string | null
}

function messageOf(block: readonly Line[], found: RecognisedText, context: Context): ReadMessage {
  const [first] = block
  const last = block.at(-1) ?? first
  return {
    ...found,
    line: first?.no ?? 1,
    lastLine: last?.no ?? 1,
    raw: first?.raw ?? '',
    layers: first?.layers ?? [],
    reported: context,
  }
}

/** Where the line stands that says it by itself. */
function placeOf(line: Line | undefined): Partial<Pick<ReadMessage, 'line' | 'raw'>> {
  return line === undefined ? {} : { line: line.no, raw: line.raw }
}

interface Single {
  readonly line: Line
  readonly found: RecognisedText
}

/** Whether another extension wrote the head of a block. */
export function isForeignBlock([head]: readonly Line[]): boolean {
  return head?.extension !== undefined && head.extension !== null && !isOwnName(head.extension)
}

/** The lines that another extension wrote: below its head, or from a sentence of ARM about it on. */
function foreignIn(block: readonly Line[], singles: readonly Single[]): readonly Single[] {
  const writer = block[0]?.extension ?? null
  if (writer !== null && isForeignBlock(block)) {
    const extension = { name: writer, type: null }
    return singles.map(({ line, found }) => ({ line, found: { ...found, kind: null, extension, isForeign: true } }))
  }
  const at = singles.findIndex(({ line, found }) => found.isForeign && opensQuotation(line.text))
  return at < 0 ? singles.filter(({ found }) => found.isForeign) : singles.slice(at)
}

const atWork: readonly MessagePhase[] = ['data-encrypting', 'os-preparing', 'os-encrypting', 'finalizing', 'decrypting']

/** Whether a line tells of work: beside a message of several lines it is a message of its own. */
const tellsOfWork = ({ found: { kind } }: Single): boolean =>
  kind !== null && catalogue[kind].severity !== 'error' && atWork.includes(catalogue[kind].phase)

/** Groups of the texts that a screen shows before the system runs: none of them continues a message. */
const ofBoot: readonly (MessageFamily | null)[] = ['bootKey', 'bitlockerRecovery']

const isOfBoot = ({ found: { kind } }: Single): boolean => kind !== null && ofBoot.includes(catalogue[kind].group)

/** The line of a boot screen that stands below another message in one block; -1 without one. */
function bootBelow(block: readonly Line[], singles: readonly Single[]): number {
  const at = singles.findIndex(isOfBoot)
  return singles.slice(0, Math.max(0, at)).some(({ found }) => found.kind !== null)
    ? block.findIndex((line) => line === singles[at]?.line)
    : -1
}

const goodEnds: readonly MessagePhase[] = ['succeeded', 'restart-pending', 'disabled']

/** Whether a text reports that a job ended well. */
export const endedWell = (kind: MessageKind): boolean => goodEnds.includes(catalogue[kind].phase)

/** Successes inside an open quotation of a failure are not separate messages. */
function withoutQuoted(singles: readonly Single[]): readonly Single[] {
  const at = singles.findIndex(({ line }) => opensQuotation(line.text))
  if (at < 0) return singles
  return singles.filter(({ found: { kind } }, index) => index <= at || kind === null || !endedWell(kind))
}

/** The messages of one block; those of another extension have no kind. */
export function readBlock(block: readonly Line[], context: Context, recognise: Recognise): readonly ReadMessage[] {
  const all = block.map((line) => ({ line, found: recognise(line.text, context.status) }))
  const foreign = foreignIn(block, all)
  if (foreign.length > 0) {
    const lines = foreign.map(({ line }) => line)
    const own = all.filter(({ line }) => !lines.includes(line))
    const extension = foreign[0]?.found.extension ?? null
    const mark = { kind: null, within: [], around: [], extension, isForeign: true }
    const text = lines
      .map((line) => line.text)
      .join('\n')
      .trim()
    return [
      ...own.filter(({ found }) => found.kind !== null).map(({ line, found }) => messageOf([line], found, context)),
      ...(text === '' ? [] : [messageOf(lines, { ...mark, text }, context)]),
    ]
  }
  return readOwnBlock(block, withoutQuoted(all), context, recognise)
}

/** Failures of which the line below them, or the end of the block, says that they did not come, are no known messages. */
function withoutDenied(singles: readonly Single[]): readonly Single[] {
  if (singles.length === 1 || singles.every(({ found }) => found.kind === null)) return singles
  const isEndDenied = isDenied(singles.at(-1)?.line.text ?? '')
  return singles.map((single, at) => {
    const { kind } = single.found
    const next = singles[at + 1]
    const stays = kind === null || next === undefined || catalogue[kind].severity === 'info'
    if (stays || !(isEndDenied || deniesAbove(next.line.text))) return single
    return { ...single, found: { ...single.found, kind: null } }
  })
}

/** Whether a line ends with the announcement of what stands below it. */
const announces = ({ text }: Line): boolean => /\b(?:details|errors?|exceptions?):$/i.test(text.slice(-40))

function readOwnBlock(
  block: readonly Line[],
  singles: readonly Single[],
  context: Context,
  recognise: Recognise,
): readonly ReadMessage[] {
  const boot = bootBelow(block, singles)
  if (boot > 0) {
    const lines = block.slice(0, boot)
    const isAbove = ({ line }: Single): boolean => lines.includes(line)
    return [
      ...readOwnBlock(lines, singles.filter(isAbove), context, recognise),
      ...readOwnBlock(
        block.slice(boot),
        singles.filter((single) => !isAbove(single)),
        context,
        recognise,
      ),
    ]
  }
  const whole = joined(block, context.status, recognise)
  const known = withoutDenied(singles).filter(({ found }) => found.kind !== null)
  const best = Math.max(-1, ...known.map(({ found }) => exactness(found.kind)))
  const repeats = known.some(({ found }) => found.kind === whole?.kind)
  const isApart =
    known.length === block.length || known.some((single) => single.found.kind !== whole?.kind && tellsOfWork(single))
  // Where each line is a message by itself, and one of them is all that their whole says, no line was broken.
  if (repeats && isApart && !block.slice(0, -1).some(announces))
    return known.map(({ line, found }) => messageOf([line], found, context))
  if (whole !== null && (exactness(whole.kind) > best || (repeats && exactness(whole.kind) === best)))
    return [
      { ...messageOf(block, whole, context), ...placeOf(known.find(({ found }) => found.kind === whole.kind)?.line) },
    ]
  if (known.length > 0) return known.map(({ line, found }) => messageOf([line], found, context))
  const broken =
    block.length === 1
      ? undefined
      : readingsOf(block)
          // Sentences about an extension contain its word; a whole paragraph is not read again for less.
          .filter((text) => text.includes('xtension'))
          .map((text) => recognise(text, null))
          .find(({ isForeign }) => isForeign)
  if (broken !== undefined) return [messageOf(block, broken, context)]
  const first = withoutDenied(singles)[0]
  return first === undefined || first.line.text.trim() === '' ? [] : [messageOf(block, first.found, context)]
}
