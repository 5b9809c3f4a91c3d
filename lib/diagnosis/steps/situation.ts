import { isKnownOff } from '@/lib/facts/azure-words'
import type { OsType } from '@/lib/facts/types'
import type { Pass, TextVerdict, VolumeVerdict } from '@/lib/encryption/types'
import { catalogue } from '@/lib/messages/catalogue'
import type { MessagePhase } from '@/lib/messages/types'
import { valueOrNull } from '@/lib/shared/known'
import { hasFlag } from '../reading'
import type { PrerequisiteKind } from '../readiness/kinds'
import type { ReasonKind } from '../readiness/reasons'
import type { DiagnosisInput, VaultAccess } from '../types'
import { writingSteps } from './writing-steps'

/** A running copy or conversion of a disk that a restart or a stop would interrupt. */
export type Copying = 'os' | 'data' | 'decryption' | 'operation'

/** What decides whether a step with a risk may be offered. */
export interface Situation {
  readonly osType: OsType | null
  /** `null` where a text does not show it. */
  readonly pass: Pass | null
  /** What runs, or may run; null where the reading shows that nothing runs. */
  readonly copying: Copying | null
  /** The extension's activity is unknown: no message, no word of its report, and the VM is not known to be off. */
  readonly silent: boolean
  /** A failed run has written to the OS disk: the VM may no longer start. */
  readonly osDiskTouched: boolean
  /** Every volume is known to hold plain data. */
  readonly allPlain: boolean
  /** The OS volume is known to hold plain data. */
  readonly osPlain: boolean
  /** The platform could not read the key at a start after deallocation. */
  readonly keyOutOfReach: boolean
  /** The access model of the vault in use; null where it was not read. */
  readonly vaultAccess: VaultAccess | null
}

/** The work that a message's phase shows. Null: the message alone shows no running work. */
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

/** A text that ends the job with an error: the rest of the report is from before it. */
function endedBadly(verdict: TextVerdict): boolean {
  const { messageKind } = verdict.progress
  if (messageKind === null || messageKind === 'unrecognised') return false
  const { severity, terminal } = catalogue[messageKind]
  return severity === 'error' && terminal && hasFlag(verdict, 'last-operation-failed')
}

/**
 * By the words of the report. They are taken for an open job of the OS disk: its encryption comes last and is disturbed
 * most.
 */
function copyingByReport({ os, data }: TextVerdict): Copying | null {
  if (os.reported === 'EncryptionInProgress' || os.state === 'encrypting') return 'os'
  const volumes = [os, data]
  if (volumes.some(({ reported, state }) => reported === 'DecryptionInProgress' || state === 'decrypting'))
    return 'decryption'
  return data.reported === 'EncryptionInProgress' || data.state === 'encrypting' ? 'data' : null
}

function copyingByMessage({ progress: { messageKind, phase } }: TextVerdict): Copying | null {
  // The extension is about to restart the VM itself.
  if (messageKind === 'linux-os-restarting-after-patching') return 'os'
  return phase === null ? null : byPhase[phase]
}

/** An unknown text may belong to a running job, unless it is reported as a failure. */
function saysUnknown(verdict: TextVerdict): boolean {
  return verdict.progress.messageKind === 'unrecognised' && !hasFlag(verdict, 'last-operation-failed')
}

function copyingOf(verdict: TextVerdict): Copying | null {
  if (endedBadly(verdict)) return null
  const message = copyingByMessage(verdict)
  const report = copyingByReport(verdict)
  if (message === 'os' || report !== null) return message === 'os' ? message : report
  if (message === 'data' || message === 'decryption') return message
  // The extension postpones a request only while a job runs.
  if (verdict.progress.messageKind === 'linux-settings-rejected') return 'operation'
  const { os, data } = verdict
  if (os.reported === 'VMRestartPending' || os.state === 'restart-pending') return null
  const wordless = os.reported === null || data.reported === null
  const mayRun = (message === 'operation' || saysUnknown(verdict)) && wordless
  return mayRun || hasFlag(verdict, 'operation-running') ? 'operation' : null
}

/** Key settings alone, and a failed run, leave open what is on the volume. */
function isPlain({ state }: VolumeVerdict, word: string | null): boolean {
  return state === 'not-encrypted' || ((state === 'conflict' || state === 'failed') && word === 'NotEncrypted')
}

/** Without these the platform does not provide the key; an expired key version still unwraps. */
const neededAtStart: readonly PrerequisiteKind[] = ['vault-enabled', 'vault-firewall', 'key-version', 'secret-present']
const harmlessAtStart: readonly ReasonKind[] = ['key-version-expired']

function keyOutOfReach({ prerequisites }: DiagnosisInput): boolean {
  return neededAtStart.some((kind) => {
    const found = prerequisites.get(kind)
    return found?.outcome === 'fail' && !harmlessAtStart.includes(found.reason)
  })
}

/** What a reading shows about the safety of steps. An unknown counts as the dangerous case. */
export function situationOf(reading: DiagnosisInput): Situation {
  const { facts, verdict, failedStep } = reading
  const { os, data, progress, volumes } = verdict
  const isOff = facts !== null && isKnownOff(facts.powerState)
  const wordless = os.reported === null && data.reported === null
  const plain = (volume: VolumeVerdict): boolean => isPlain(volume, verdict[volume.role].reported)
  const osVolume = volumes.find(({ role }) => role === 'os')
  return {
    osType: facts === null ? null : valueOrNull(facts.osType),
    pass: verdict.pass,
    copying: copyingOf(verdict),
    silent: verdict.pass !== 'none' && wordless && progress.message === null && !isOff,
    osDiskTouched: failedStep !== null && writingSteps.includes(failedStep),
    allPlain: volumes.length > 0 && volumes.every(plain),
    osPlain: osVolume !== undefined && plain(osVolume),
    keyOutOfReach: keyOutOfReach(reading),
    vaultAccess: reading.vaultAccess,
  }
}
