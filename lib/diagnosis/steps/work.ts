import type { Fragment, FragmentFinding, FragmentRow } from '@/lib/facts/paste/fragments/types'
import { catalogue } from '@/lib/messages/catalogue'
import type { MessageKind, MessagePhase } from '@/lib/messages/types'
import { failedStepIn } from './failed-step'
import { writingSteps } from './writing-steps'

/** Work on blocks of a disk that a restart or a stop would interrupt. */
export type Copying = 'os' | 'data' | 'decryption' | 'operation'

/**
 * Log lines that are no message of the catalogue, and that still show a run: one step of a change of the key, its fault
 * as a traceback names it or as an empty key file, and the beginning of the data run.
 * https://github.com/Azure/azure-linux-extensions/issues/2035
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/handle.py
 */
export type LineSign = 'key-change-step' | 'data-run-begins'

/** A message of the catalogue, or a sign of a log line, as it was read. */
export interface SaidMessage {
  readonly kind: MessageKind | LineSign
  readonly text: string
}

const signs: Readonly<Record<LineSign, RegExp>> = {
  'key-change-step':
    /\b(?:Updating[ \t]{1,4}encryption[ \t]{1,4}settings|Recreating[ \t]{1,4}secret|(?:Before|After) key addition, keyslots|New key was added in keyslot|True'? is not in list|in (?:store_bek_passphrase|update_encryption_settings))\b|(?<![\w-])-[rwx-]{9}[.+]?[ \t]{1,4}\d{1,3} \S{1,32}[ \t]{1,8}\S{1,32}[ \t]{1,12}0 [^\n]{0,120}LinuxPassPhraseFileName/i,
  'data-run-begins': /^Encrypting data volumes\b/,
}

/**
 * The sign that a line without its head shows; null for any other line. A step of a change of the key counts wherever it
 * stands in the line: a field, a cell and a sentence quote it.
 */
export function signOfLine(line: string): LineSign | null {
  const found = (['key-change-step', 'data-run-begins'] as const).find((sign) => signs[sign].test(line.slice(0, 2_000)))
  return found ?? null
}

/** Whether something that was said is a sign of a log line. */
export const isSign = (kind: SaidMessage['kind']): kind is LineSign =>
  kind === 'key-change-step' || kind === 'data-run-begins'

/** What messages and parts of answers, read one after the other, leave as the state of a VM. */
export interface Work {
  /** Work that no later message ends; null where none was mentioned. */
  readonly copying: Copying | null
  /** A change of the key began or failed, and no later message says that one succeeded. */
  readonly keyFault: boolean
  /** A message says that data volumes were encrypted: formatting them anew erases what they hold. */
  readonly dataEncrypted: boolean
  /** Blocks of the OS disk were or may have been written, and no later message says that the run succeeded. */
  readonly osDiskTouched: boolean
}

export const noWork: Work = { copying: null, keyFault: false, dataEncrypted: false, osDiskTouched: false }

/** What a phase of a message says of the work. Null: the message alone does not show that any runs. */
const byPhase: Readonly<Record<MessagePhase, Copying | null>> = {
  'not-started': null,
  prerequisites: null,
  starting: 'operation',
  'data-encrypting': 'data',
  'os-preparing': 'os',
  'os-encrypting': 'os',
  finalizing: 'os',
  'restart-pending': null,
  succeeded: null,
  decrypting: 'decryption',
  disabled: null,
  failed: null,
  unknown: null,
}

/**
 * Texts whose phase does not show the work that is still running. ARM stops waiting after its own time limit; the work
 * in the VM continues. https://learn.microsoft.com/azure/virtual-machines/extensions/troubleshoot
 */
const byKind: Readonly<Partial<Record<MessageKind, Copying>>> = {
  // The extension is about to restart the VM itself.
  'linux-os-restarting-after-patching': 'os',
  // The extension postpones a request only while a job runs.
  'linux-settings-rejected': 'operation',
  'arm-another-operation': 'operation',
  'arm-extension-timeout': 'operation',
  'arm-handler-enable-timeout': 'operation',
  'arm-vm-start-timeout': 'operation',
}

/** A disk keeps its key settings for good: they are no sign of work. */
const stamps: readonly MessageKind[] = ['disk-state-encrypted', 'disk-display-enabled']

/** The work that a message says runs, or leaves open; null where it shows none. */
export function startedBy(kind: MessageKind): Copying | null {
  if (stamps.includes(kind)) return null
  return byKind[kind] ?? byPhase[catalogue[kind].phase]
}

/**
 * Whether a failure comes from the run itself. Errors of the request, of the key volume and of the host are written
 * before the extension checks whether a job runs: a second request writes them while the first one still copies.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/handle.py
 */
export function failureEnds(kind: MessageKind, copying: Copying): boolean {
  const { target, severity, terminal, phase, volume, group } = catalogue[kind]
  if (severity !== 'error' || !terminal || startedBy(kind) !== null) return false
  switch (copying) {
    case 'os':
      return target === 'status-message' && phase === 'failed' && volume === 'os'
    case 'data':
      return target === 'status-message' && phase === 'failed' && volume === 'data' && group !== 'decryption'
    case 'decryption':
      return kind === 'linux-decryption-failed-item'
    case 'operation':
      return true
  }
}

const dataDone: readonly MessageKind[] = [
  'linux-all-succeeded',
  'linux-data-succeeded',
  'linux-data-succeeded-transitioning',
]
const finished: readonly MessageKind[] = ['linux-all-succeeded', 'linux-settings-updated', 'linux-migration-succeeded']
const finishedOs: readonly MessageKind[] = [
  ...finished,
  'linux-os-please-reboot',
  'linux-os-succeeded',
  'linux-machine-state-completed',
]
const finishedBy: Readonly<Record<Copying, readonly MessageKind[]>> = {
  os: finishedOs,
  data: [...finishedOs, 'linux-data-succeeded'],
  decryption: [...finished, 'linux-decryption-succeeded', 'win-disable-completed'],
  operation: [...finishedOs, 'linux-data-succeeded', 'linux-decryption-succeeded', 'win-disable-completed'],
}

/** What a stop would cost most comes first. */
const weights: readonly Copying[] = ['os', 'decryption', 'data', 'operation']

/** Of two kinds of work the one that a stop would harm most; null without work. */
export function heavier(one: Copying | null, other: Copying | null): Copying | null {
  return weights.find((each) => each === one || each === other) ?? null
}

/** What is left of some work after a message that is newer. */
export function leftAfter(copying: Copying | null, kind: MessageKind): Copying | null {
  const isOver = copying !== null && (finishedBy[copying].includes(kind) || failureEnds(kind, copying))
  return isOver ? null : copying
}

/** A change of the key that began, failed or is not complete: the next start can find no key, or the former one. */
export function changesKeyBadly(kind: MessageKind): boolean {
  const { group } = catalogue[kind]
  const changes = group === 'keyUpdate' || group === 'keyUpdatePending' || group === 'keyChangeBegun'
  return changes || kind === 'linux-update-passphrase-missing'
}

/** Sentences of a change of the key that failed or is open, also inside a longer text of which another part is recognised. */
const keyChangeFailed =
  /\b(?:Failed to update encryption settings|Failed to store BEK|Cannot find current passphrase file|differs from effective config|passphrase has not been placed|UpdateEncryptionSettings failed)\b/i

/** Whether a text says that a change of the key failed or is open, whatever stands around those words. */
export const saysKeyChangeFailed = (text: string): boolean => keyChangeFailed.test(text.slice(0, 4_000))

const isKeyFault = ({ kind, text }: SaidMessage): boolean =>
  kind === 'key-change-step' || (!isSign(kind) && changesKeyBadly(kind)) || saysKeyChangeFailed(text)

/** A step that writes is logged, or a failure names such a step or none. */
function mayHaveWritten({ kind, text }: SaidMessage): boolean {
  if (isSign(kind)) return false
  const step = failedStepIn(kind, text) ?? catalogue[kind].machineState ?? null
  return step === 'unknown' || (step !== null && writingSteps.includes(step))
}

function touchedAfter(touched: boolean, message: SaidMessage): boolean {
  if (!isSign(message.kind) && finishedOs.includes(message.kind)) return false
  return touched || mayHaveWritten(message)
}

/** Whether a failure may come from an earlier run than the work that stands above it in a text without times. */
const outlivesFailure = (copying: Copying | null, kind: MessageKind): boolean =>
  copying !== null && copying !== 'operation' && failureEnds(kind, copying)

function copyingAfter(copying: Copying | null, { kind }: SaidMessage, isDated: boolean): Copying | null {
  if (isSign(kind)) return kind === 'data-run-begins' ? heavier(copying, 'data') : copying
  const left = !isDated && outlivesFailure(copying, kind) ? copying : leftAfter(copying, kind)
  return heavier(left, startedBy(kind))
}

/**
 * What messages leave as the state of a VM.
 * @param messages from the oldest to the newest
 * @param isDated whether times show that order; in a text without times, no failure ends the work that stands above it
 * https://github.com/Azure/azure-linux-extensions/issues/2035: success is reported after a failed change of the key, so
 * that only a successful change of the key ends such a fault
 */
export function workAfter(messages: readonly SaidMessage[], isDated = true): Work {
  return messages.reduce(
    ({ copying, keyFault, dataEncrypted, osDiskTouched }: Work, message): Work => ({
      copying: copyingAfter(copying, message, isDated),
      keyFault: message.kind !== 'linux-settings-updated' && (keyFault || isKeyFault(message)),
      dataEncrypted: dataEncrypted || (!isSign(message.kind) && dataDone.includes(message.kind)),
      osDiskTouched: touchedAfter(osDiskTouched, message),
    }),
    noWork,
  )
}

/** The same where it is not known which message is the newest: none ends what another one says. */
export function workInAny(messages: readonly SaidMessage[]): Work {
  return messages
    .map((message) => workAfter([message]))
    .reduce(
      (one, other): Work => ({
        copying: heavier(one.copying, other.copying),
        keyFault: one.keyFault || other.keyFault,
        dataEncrypted: one.dataEncrypted || other.dataEncrypted,
        osDiskTouched: one.osDiskTouched || other.osDiskTouched,
      }),
      noWork,
    )
}

/** The field of a sub-status, alone or behind the name of its VM. */
export const isData = (subject: string): boolean => subject === 'data' || subject.endsWith(': data')

const byFinding: Readonly<Partial<Record<FragmentFinding, Copying>>> = {
  'says-decrypting': 'decryption',
  // In progress or paused, in either direction.
  'partly-encrypted': 'os',
  reencrypting: 'os',
  'operation-runs': 'operation',
}

function copyingOfRow({ subject, finding }: FragmentRow): Copying | null {
  if (finding === 'says-in-progress') return isData(subject) ? 'data' : 'os'
  return byFinding[finding] ?? null
}

/** `cryptsetup status` of a volume that is encrypted while its status is shown. */
const reencrypting = /^[ \t>]{0,8}reencryption:[ \t]{1,8}in-progress/
/** A line of `ps`: its user and the number of the process. */
const processLine = /^[ \t>]{0,8}[a-z][\w+-]{0,31}[ \t]{1,8}\d{1,7}[ \t]/
const copyingProcess = /\bdd if=\S{1,80} of=\/dev\/mapper\/osencrypt|\bcryptsetup[ -]reencrypt/

/** Whether a tool inside the VM is at work while its output is taken. */
function isToolAtWork(text: string): boolean {
  if (!/reencrypt|osencrypt/.test(text)) return false
  return text.split('\n').some((full) => {
    const line = full.slice(0, 400)
    return reencrypting.test(line) || (copyingProcess.test(line) && processLine.test(line))
  })
}

/** The end of a line inside a word, also in a quoted mail. */
const brokenWord = /=?\r?\n(?:[ \t]{0,3}>){0,8}[ \t]?(?=[A-Za-z])/g

/** Words of the report in a text, or in one whose lines were broken inside a word. */
function reportedCopying(text: string): Copying | null {
  let found: Copying | null = null
  for (const { 1: way, index } of text.matchAll(/\b(En|De)cryptionInProgress\b/g)) {
    const here = way === 'De' ? 'decryption' : isOfData(text.slice(Math.max(0, index - 80), index)) ? 'data' : 'os'
    found = heavier(found, here)
    if (found === 'os') break
  }
  return found
}

/**
 * What a text says of work that runs, in the report's words or in the output of a tool: in a truncated part of an
 * answer, or twice. No later text cancels them, because their time is unknown.
 */
export function copyingInWords(text: string): Copying | null {
  if (isToolAtWork(text)) return 'os'
  const plain = reportedCopying(text)
  return text.includes('\n') ? heavier(plain, reportedCopying(text.replace(brokenWord, ''))) : plain
}

/** The name before a word of the report, without colons, quotes, backslashes and blanks, is that of the data volumes. */
function isOfData(before: string): boolean {
  const name = before.replace(/[\s:\\"]/g, '')
  return name.endsWith('DataVolumesEncrypted') || (name.endsWith('data') && before.includes('"data'))
}

/** What parts of answers say of work. Their place in time is not known, so that no message ends it. */
export function copyingInFragments(fragments: readonly Fragment[]): Copying | null {
  return fragments.flatMap(({ rows }) => rows.map(copyingOfRow)).reduce(heavier, null)
}
