import { pasteLimit, type UnreadCode } from '@/lib/facts/paste/errors'
import { otherFileOf } from '@/lib/facts/paste/other-file'
import { withoutExamples } from '@/lib/facts/paste/examples'
import { withoutJsonStrings } from '@/lib/facts/paste/json-string'
import { repeatsField } from '@/lib/facts/paste/json'
import { readFragments } from '@/lib/facts/paste/fragments'
import type { Fragment } from '@/lib/facts/paste/fragments/types'
import {
  besideAnswers,
  breaksOffBehind,
  isAnswer,
  recogniseVms,
  type RecognisedPaste,
  type RecognisedVms,
} from '@/lib/facts/paste/recognise'
import { carriedLines, isQuotedPrintable } from '@/lib/messages/normalise/carried'
import { withPlainBlanks } from '@/lib/messages/normalise/clean'
import { withQuotedMessages } from '@/lib/messages/normalise/quoted-messages'
import { stripLine, withoutCarriers } from '@/lib/messages/normalise/strip'
import { explainRecognised, type ExplainedPaste } from '../explain'
import type { Troubleshooting } from '../troubleshoot'
import { valueOrNull } from '@/lib/shared/known'
import type { FurtherReport } from '../steps/further-reports'
import type { AnsweredVms } from './unjudged'
import { othersOfSame, sameVmReading } from './same-vm'
import { readAround, shownFragments, troubleshootBeside, type Around } from './around'
import { explainText, type ExplainedText, type UnknownText } from './explain-text'

/** One VM with its verdict and what to do. */
export interface ExplainedOne {
  readonly explained: ExplainedPaste
  readonly troubleshooting: Troubleshooting
  /** What the text says beside the answer; null where nothing of it was understood. */
  readonly around: ExplainedText | null
  /** Whether other words stand beside the answer, which nothing judges: they can say that it is old or an example. */
  readonly saysMore: boolean
  /** What tools printed beside the answer. */
  readonly fragments: readonly Fragment[]
}

/** Several VMs in the order of the text, and how many VMs of the list were not judged. */
export interface ExplainedSeveral extends Omit<RecognisedVms, 'vms'> {
  readonly vms: readonly (ExplainedOne & { readonly position: number })[]
}

/** What a pasted text contains: one VM or several, messages and parts of answers, or nothing known. */
export type ExplainedAny =
  | ({ readonly kind: 'vm' } & ExplainedOne)
  | ({ readonly kind: 'vms' } & ExplainedSeveral)
  | { readonly kind: 'text'; readonly text: ExplainedText; readonly fragments: readonly Fragment[] }
  | { readonly kind: 'none'; readonly code: UnreadCode; readonly unknown: readonly UnknownText[] }

/** Whether a text, or some of its VMs, could not be read. */
export function isUnread(read: ExplainedAny): boolean {
  return read.kind === 'none' || (read.kind === 'vms' && read.unreadable.length + read.leftOut > 0)
}

/** Whether a text without a result has words that can be searched for: it is no other file, and not too long. */
export function isReadable(code: UnreadCode): boolean {
  return code === 'not-a-vm' || code === 'json-invalid'
}

function explainOne(paste: RecognisedPaste, around: Around, others: readonly FurtherReport[] = []): ExplainedOne {
  const explained = explainRecognised(paste)
  return {
    explained: { ...explained, isChanging: explained.isChanging || around.isCut },
    ...troubleshootBeside(paste, around, others),
  }
}

/** The words of all answers without a name: they can be of one VM at several times. */
function unnamedWords(vms: RecognisedVms['vms']): string {
  const statuses = vms.flatMap(({ paste }) => ('status' in paste && paste.status.name === null ? [paste.status] : []))
  const words = statuses.map(
    ({ os, data, message }) => `OsVolumeEncrypted : ${os}\nDataVolumesEncrypted : ${data}\n\n${message ?? ''}`,
  )
  return [...new Set(words)].join('\n\n')
}

/** The names of the VMs that were judged, in lower case and without a domain. */
function answeredIn(vms: RecognisedVms['vms']): AnsweredVms {
  const names = vms
    .map(({ paste }) => ('status' in paste ? paste.status.name : valueOrNull(paste.facts.name)))
    .filter((name) => name !== null)
  return { names: names.map((name) => name.toLowerCase().split('.')[0] ?? ''), unnamed: vms.length - names.length }
}

function explainVms({ vms, ...others }: RecognisedVms, text: string): ExplainedAny {
  const rest = besideAnswers(text)
  const isCut = breaksOffBehind(text)
  const [first] = vms
  const isAlone = vms.length + others.unreadable.length + others.leftOut === 1
  const answered = answeredIn(vms)
  const around = readAround(rest, answered, isCut)
  if (first !== undefined && isAlone) return { kind: 'vm', ...explainOne(first.paste, around) }
  const unnamed = {
    ...readAround(`${rest}\n\n${unnamedWords(vms)}`, answered, isCut),
    shown: around.shown,
    findings: around.findings,
  }
  const readings = vms.map(({ paste }) => sameVmReading(paste))
  const explained = vms.map(({ position, paste }, index) => {
    const isNamed = !('status' in paste) || paste.status.name !== null
    return { position, ...explainOne(paste, isNamed ? around : unnamed, othersOfSame(readings, index)) }
  })
  return { kind: 'vms', ...others, vms: explained }
}

/** The VMs of a text, also where a mail, a job, a container or syslog carried it. */
function recogniseAnywhere(text: string): readonly [ReturnType<typeof recogniseVms>, string] {
  // Broken lines of a mail can seem complete.
  const found = text.length <= pasteLimit && isQuotedPrintable(text) ? null : recogniseVms(text)
  if (found?.ok === true || found?.failure.code === 'empty' || found?.failure.code === 'too-large') return [found, text]
  const carried = withoutCarriers(text)
  const inCarrier = recogniseVms(carried)
  return inCarrier.ok ? [inCarrier, carried] : [found ?? recogniseVms(text), text]
}

/** Where no line is a message, one can stand in a person's sentence or table. */
function readWords(text: string, fragments: readonly Fragment[]): ExplainedText {
  const read = explainText(text, fragments)
  if (read.messages.length + read.foreign.length + fragments.length > 0) return read
  const apart = withQuotedMessages(text)
  return apart === null ? read : explainText(apart, fragments)
}

/**
 * Reads a pasted text, for the page, the command line and the search of Help alike. One VM or several are judged; of
 * any other text the messages and the parts of answers are returned, and what they cannot show stays unknown. Takes any
 * text, up to 8 MB; never throws.
 */
export function explainAny(pasted: string): ExplainedAny {
  // Only a text of readable size is searched for examples; a longer one is refused below.
  const text = pasted.length <= pasteLimit ? withoutExamples(withPlainBlanks(withoutJsonStrings(pasted))) : pasted
  const other = otherFileOf(text)
  if (other !== null) return { kind: 'none', code: other, unknown: [] }
  if (text.length <= pasteLimit && repeatsField(text, isAnswer))
    return { kind: 'none', code: 'json-invalid', unknown: [] }
  const [recognised, uncarried] = recogniseAnywhere(text)
  if (recognised.ok) return explainVms(recognised.value, uncarried)
  const { code } = recognised.failure
  if (!isReadable(code)) return { kind: 'none', code, unknown: [] }
  const fragments = readFragments(carriedLines(text).map(({ raw }) => stripLine(raw).text))
  const read = readWords(text, fragments)
  if (read.messages.length + read.foreign.length + fragments.length === 0)
    return { kind: 'none', code, unknown: read.unknown }
  // Lines of a tool's output are not unknown messages.
  const known = fragments.length === 0 ? read : { ...read, unknown: [] }
  return { kind: 'text', text: known, fragments: shownFragments(fragments) }
}
