import { catalogue } from '@/lib/messages/catalogue'
import { armOperationOf, isKnownOff, isStopping, mayBeChanging } from '@/lib/facts/azure-words'
import type { OsType } from '@/lib/facts/types'
import type { Pass, TextVerdict } from '@/lib/encryption/types'
import type { Fragment } from '@/lib/facts/paste/fragments/types'
import type { MessageKind } from '@/lib/messages/types'
import { valueOrNull } from '@/lib/shared/known'
import { showsEncrypted } from '../guest-evidence'
import type { Prerequisite } from '../readiness/types'
import { deniesWriting, hasFlag, wantsDecryption } from '../reading'
import type { DiagnosisInput, VaultAccess } from '../types'
import { showsEncryptedData } from './encrypted-data'
import { furtherWork } from './further-reports'
import { lossesRead, type KeyLoss } from './key-access'
import {
  copyingInFragments,
  failureEnds,
  heavier,
  leftAfter,
  startedBy,
  workAfter,
  workInAny,
  type Copying,
  type SaidMessage,
  type Work,
} from './work'
import { isRestartDue } from './job-end'
import { unsupportedBy } from './unsupported'
import { plainVolumes, reportsEncrypted } from './volume-content'
import { writingSteps } from './writing-steps'

/** Everything that was read besides the report or the message that is judged. */
export interface Beside {
  /** From the oldest to the newest; of a paste all of them, the judged one included. */
  readonly messages: readonly SaidMessage[]
  /** Whether it is known which message is the newer one; otherwise none ends what another one says. */
  readonly isOrdered: boolean
  /** Whether the times of the messages show their order. */
  readonly isDated: boolean
  readonly fragments: readonly Fragment[]
  /** By the report's words in the text, wherever they stand. */
  readonly copying: Copying | null
  /** Work that is mentioned inside or behind the text of another message, by a tool or by a person: nothing ends it. */
  readonly mentioned: Copying | null
  /**
   * Something else may run: lines of the extension that no entry knows stand behind the judged message, a part of the
   * text was not read, or the VM is being started or stopped.
   */
  readonly unknownLater: boolean
  /** By the version that the text names. */
  readonly pass: Pass | null
  /** By the texts that only the extension of one system writes. */
  readonly osType: OsType | null
  /** A power state or a refusal in the text shows that the VM does not run. */
  readonly isOff: boolean
  /** A change of the key, or a key file without content, in the words of a person or a tool. */
  readonly keyChange: boolean
  /** The text shows the encrypted mapping or the LUKS header of the OS disk. */
  readonly osDisk: boolean
  /** The text says that a volume is encrypted. */
  readonly saysEncrypted: boolean
  /** The text states that a volume is encrypted now, by ADE. */
  readonly statesEncrypted: boolean
  /** The text says that a volume is not encrypted, or was decrypted. */
  readonly saysPlain: boolean
  /** What of the key cannot be had, by the text. */
  readonly keyLosses: readonly KeyLoss[]
  /** The text shows that the VM did not start: a boot screen or its words. */
  readonly bootFailed: boolean
  /** Whether the reading was pasted: unlike one of this moment, it can be older than what the VM does now. */
  readonly isPasted: boolean
}

export const nothingBeside: Beside = {
  messages: [],
  isOrdered: true,
  isDated: true,
  fragments: [],
  copying: null,
  mentioned: null,
  unknownLater: false,
  pass: null,
  osType: null,
  isOff: false,
  keyChange: false,
  osDisk: false,
  saysEncrypted: false,
  statesEncrypted: false,
  saysPlain: false,
  keyLosses: [],
  bootFailed: false,
  isPasted: false,
}

/** What decides whether a step with a risk may be offered. */
export interface Situation {
  readonly osType: OsType | null
  /** `null` where a text does not show it. */
  readonly pass: Pass | null
  /** What runs, or may run; null where the reading shows that nothing runs. */
  readonly copying: Copying | null
  /** A change of the key began or failed: the next start may find no key. */
  readonly keyFault: boolean
  /** The reading is of this moment, and no operation of Azure runs or may run. */
  readonly restIsShown: boolean
  /** The extension's activity is unknown: no message, no word of its report, and the VM is not known to be off. */
  readonly silent: boolean
  /** Azure is stopping the VM: that interrupts what runs in it. */
  readonly isStopping: boolean
  /** The VM is known to be off: nothing in it can be restarted or asked. */
  readonly isOff: boolean
  /** The text shows that the VM did not start, so that no work goes on in it. */
  readonly bootFailed: boolean
  /** The OS disk is encrypted and the VM still runs from memory: a restart comes before any request. */
  readonly restartDue: boolean
  /** The last request was to decrypt: none to encrypt follows. */
  readonly wantsDecryption: boolean
  /** A failed run has written to the OS disk: the VM may no longer start. */
  readonly osDiskTouched: boolean
  /** The text around a failure shows the encrypted OS disk that the failure denies: a newer run may write to it. */
  readonly osDiskOpen: boolean
  /** Data volumes are encrypted, by the report or by any message: formatting them would erase what they hold. */
  readonly dataEncrypted: boolean
  /** The report, a tool or words say that a volume is encrypted, or a run wrote to the OS disk. */
  readonly saysEncrypted: boolean
  /** Why Azure Disk Encryption does not support the VM, so that a request fails; empty where nothing shows it. */
  readonly unsupported: readonly Prerequisite[]
  /** Every volume is known to hold plain data. */
  readonly allPlain: boolean
  /** The OS volume is known to hold plain data. */
  readonly osPlain: boolean
  /** What keeps the platform from the key at a start after deallocation, by a reading or a text. */
  readonly keyOutOfReach: readonly KeyLoss[]
  /** The same by a text alone. */
  readonly keyLosses: readonly KeyLoss[]
  /** The access model of the vault in use; null where it was not read. */
  readonly vaultAccess: VaultAccess | null
}

/** A known text of a failed operation that ends such work: what the report still says of it is from before. */
function endedBadly(verdict: TextVerdict, copying: Copying): boolean {
  const kind = knownKindOf(verdict)
  return kind !== null && hasFlag(verdict, 'last-operation-failed') && failureEnds(kind, copying)
}

function knownKindOf({ progress: { messageKind } }: TextVerdict): MessageKind | null {
  return messageKind === 'unrecognised' ? null : messageKind
}

/**
 * By the words of the report. They are taken for an open job of the OS disk: its encryption comes last and is disturbed
 * most.
 */
function copyingByReport(verdict: TextVerdict): Copying | null {
  const { os, data } = verdict
  const volumes = [os, data]
  const found: readonly (Copying | null)[] = [
    os.reported === 'EncryptionInProgress' || os.state === 'encrypting' ? 'os' : null,
    volumes.some(({ reported, state }) => reported === 'DecryptionInProgress' || state === 'decrypting')
      ? 'decryption'
      : null,
    data.reported === 'EncryptionInProgress' || data.state === 'encrypting' ? 'data' : null,
  ]
  return found.find((copying) => copying !== null && !endedBadly(verdict, copying)) ?? null
}

/** An unknown text may belong to a running job, unless it is reported as a failure. */
function saysUnknown(verdict: TextVerdict): boolean {
  return verdict.progress.messageKind === 'unrecognised' && !hasFlag(verdict, 'last-operation-failed')
}

function copyingOf(verdict: TextVerdict): Copying | null {
  const kind = knownKindOf(verdict)
  const message = kind === null ? null : startedBy(kind)
  const report = copyingByReport(verdict)
  const { os, data } = verdict
  const shown = heavier(report, message)
  if (shown !== null) return shown
  if (os.reported === 'VMRestartPending' || os.state === 'restart-pending') return null
  const wordless = os.reported === null || data.reported === null
  return (saysUnknown(verdict) && wordless) || hasFlag(verdict, 'operation-running') ? 'operation' : null
}

/** Words of the report that say that the OS disk is no longer copied: logs are from before it. */
const osIsDone: readonly TextVerdict['os']['reported'][] = ['Encrypted', 'VMRestartPending']

/**
 * By all messages. Of a VM the one in its status is the newest; it and the report together say what it starts, so that
 * here it only ends what the logs show.
 */
function loggedWork({ facts, verdict }: DiagnosisInput, { messages, isOrdered, isDated }: Beside): Work {
  if (!isOrdered) return workInAny(messages)
  const kind = knownKindOf(verdict)
  if (kind === null || (facts === null && messages.length > 0)) return workAfter(messages, isDated)
  const all = workAfter([...messages, { kind, text: verdict.progress.message ?? '' }])
  return { ...all, copying: leftAfter(workAfter(messages).copying, kind) }
}

function besideCopying(
  { fragments, copying, mentioned, unknownLater }: Beside,
  logged: Copying | null,
): Copying | null {
  const read = heavier(copyingInFragments(fragments), heavier(copying, mentioned))
  return heavier(heavier(logged, read), unknownLater ? 'operation' : null)
}

/**
 * A failed run has written to the OS disk, by the step that its text names, by lines of a log or by what the disk holds. A
 * step that is not named may have written.
 */
function isTouched(reading: DiagnosisInput, logged: Work, osDone: boolean): boolean {
  const { failedStep, isFailedStepUnknown } = reading
  const isWritten = failedStep !== null && writingSteps.includes(failedStep)
  return isFailedStepUnknown || isWritten || deniesWriting(reading) || (logged.osDiskTouched && !osDone)
}

/** What Azure does, or may do, with the VM is waited for, whatever the report says. */
const azureWork = ({ facts, verdict }: DiagnosisInput): Copying | null =>
  facts !== null && mayBeChanging(facts, isRestartDue(verdict)) ? 'operation' : null

const isOff = ({ facts }: DiagnosisInput): boolean => facts !== null && isKnownOff(facts.powerState)

/** Words of a report about data volumes that are encrypted, at least in part: one that is being encrypted as well. */
const holdsEncrypted: readonly TextVerdict['data']['reported'][] = [
  'Encrypted',
  'EncryptionInProgress',
  'DecryptionInProgress',
]

/** Data volumes that hold encrypted data, by everything but the messages. */
const showsData = ({ data }: TextVerdict, { saysEncrypted, fragments }: Beside): boolean =>
  saysEncrypted || holdsEncrypted.includes(data.reported) || showsEncryptedData(fragments)

/** The same of any volume. */
const showsAny = (verdict: TextVerdict, { osDisk, fragments }: Beside): boolean =>
  osDisk || reportsEncrypted(verdict) || showsEncrypted(fragments)

/** A message of dual pass alone: its extension wrote it, or Azure refused it for that. */
function passOfMessage({ progress: { messageKind } }: TextVerdict): Pass | null {
  const isDual = messageKind !== null && messageKind !== 'unrecognised' && catalogue[messageKind].pass === 'dual'
  return isDual ? 'dual' : null
}

/** The platform or the extension has said nothing, and the VM is not known to be off. */
function isSilent(reading: DiagnosisInput): boolean {
  const { pass, os, data, progress } = reading.verdict
  return (
    pass !== 'none' && os.reported === null && data.reported === null && progress.message === null && !isOff(reading)
  )
}

/** Only a reading of this moment shows it: a pasted one can be older than what the VM does now. */
const showsRest = ({ facts }: DiagnosisInput, { isPasted }: Beside): boolean =>
  facts !== null && !isPasted && armOperationOf(facts) === null

/**
 * What a reading, and everything beside it, says about the safety of steps. What is not known counts as the dangerous
 * case.
 */
export function situationOf(reading: DiagnosisInput, beside: Beside = nothingBeside): Situation {
  const { facts, verdict } = reading
  const { os } = verdict
  // What stands beside the report can be newer than it.
  const osDone = beside.isOrdered && osIsDone.includes(os.reported)
  const logged = loggedWork(reading, beside)
  const osDiskTouched = isTouched(reading, logged, osDone)
  const dataEncrypted = logged.dataEncrypted || showsData(verdict, beside)
  return {
    osType: facts === null ? beside.osType : valueOrNull(facts.osType),
    pass: verdict.pass ?? beside.pass ?? passOfMessage(verdict),
    copying: heavier(
      heavier(heavier(copyingOf(verdict), furtherWork(facts)), azureWork(reading)),
      besideCopying(beside, osDone && logged.copying === 'os' ? null : logged.copying),
    ),
    keyFault: logged.keyFault || beside.keyChange,
    restIsShown: showsRest(reading, beside),
    silent: isSilent(reading),
    isOff: beside.isOff || isOff(reading),
    isStopping: facts !== null && isStopping(facts.powerState),
    bootFailed: beside.bootFailed,
    restartDue: isRestartDue(verdict),
    wantsDecryption: wantsDecryption(reading),
    osDiskTouched,
    osDiskOpen: reading.osDiskBeside && deniesWriting(reading),
    dataEncrypted,
    unsupported: unsupportedBy(facts, reportsEncrypted(verdict)),
    saysEncrypted: dataEncrypted || osDiskTouched || showsAny(verdict, beside),
    ...plainVolumes(verdict, beside.fragments),
    keyOutOfReach: [...lossesRead(reading), ...beside.keyLosses],
    keyLosses: beside.keyLosses,
    vaultAccess: reading.vaultAccess,
  }
}
