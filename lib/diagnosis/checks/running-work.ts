import { isStopping } from '@/lib/facts/azure-words'
import { catalogue } from '@/lib/messages/catalogue'
import { failureEnds, type Copying } from '../steps/work'
import { whenMessageIn } from '../message-groups'
import { deniesWriting, hasFlag, whereVolumes } from '../reading'
import type { CheckTable, DiagnosisInput, Finding } from '../types'
import { isOverdue, type Progress, type VmState } from '@/lib/encryption/types'

/** Messages of the extension while a decryption runs. */
const working: readonly Progress['messageKind'][] = [
  'linux-settings-cleared',
  'linux-decryption-started',
  'linux-decrypting-count',
  'linux-decrypting-percent',
  'linux-decryption-succeeded',
  // BitLocker decrypts in the background after this message.
  'win-disable-completed',
  'unrecognised',
  null,
]

const decrypting = whereVolumes(({ state }) => state === 'decrypting')

const inFlight = whereVolumes(({ state }) => state === 'encrypting' || state === 'decrypting')

const copying: readonly Progress['messageKind'][] = [
  'linux-os-encryption-started',
  'linux-os-encryption-already-running',
  'linux-machine-state-split-root-partition',
  'linux-machine-state-encrypt-block-device',
  'linux-machine-state-patch-boot-system',
]

/** These also seem final: ARM shows an empty message as `Provisioning succeeded`. */
const passing: readonly Progress['messageKind'][] = [
  'linux-data-succeeded-transitioning',
  'linux-daemon-started-success',
  'display-provisioning-succeeded',
]

/** Azure or the agent stopped waiting; what it waited for may go on. */
export const timeLimits: readonly Progress['messageKind'][] = [
  'arm-extension-timeout',
  'arm-handler-enable-timeout',
  'arm-vm-start-timeout',
]

const saysSo = whenMessageIn('operationRunning', null)

/** A marked decryption whose message is not one of a running decryption. */
function notResuming({ facts, verdict }: DiagnosisInput): Finding | null {
  // After a restart BitLocker goes on. https://learn.microsoft.com/windows/security/operating-system-security/data-protection/bitlocker/faq
  if (facts?.osType.known === true && facts.osType.value === 'Windows') return null
  const running = facts?.powerState.known === true && facts.powerState.value === 'running'
  const marked = verdict.data.reported === 'DecryptionInProgress' && verdict.data.state === 'decrypting'
  if (!running || !marked || hasFlag(verdict, 'operation-running')) return null
  return working.includes(verdict.progress.messageKind) ? null : { volume: 'data' }
}

/** The report or the message asks for the restart after the copy; not where the message says that it is copied. */
function restartDue({ verdict: { os, progress } }: DiagnosisInput): boolean {
  const saysSo = os.reported === null && os.state !== 'failed' && progress.messageKind === 'linux-os-please-reboot'
  return saysSo || (os.state === 'restart-pending' && !copying.includes(progress.messageKind))
}

/** A failure that does not come from the work itself: a second request, or the key volume. */
function refusedBeside(kind: Progress['messageKind'], work: Copying): boolean {
  return kind !== null && kind !== 'unrecognised' && catalogue[kind].severity === 'error' && !failureEnds(kind, work)
}

const hasEnded = ({ phase }: Progress): boolean => phase === 'succeeded' || phase === 'disabled'

/** States that no work belongs to. */
const isAtRest = (state: VmState): boolean =>
  ['encrypted', 'encrypted-unverified', 'partly-encrypted', 'not-encrypted', 'protected-otherwise'].includes(state)

/** A word of another tool says that a volume is not encrypted. */
const saysPlain = ({ facts, verdict: { os, data } }: DiagnosisInput): boolean =>
  facts === null && (os.reported === 'NotEncrypted' || data.reported === 'NotEncrypted')

/** The words say that nothing is encrypted, or a decryption ended, and a tool in the VM shows an encrypted volume. */
function deniesEncrypted(reading: DiagnosisInput): boolean {
  const { encryptedBeside, verdict } = reading
  const isPlain = saysPlain(reading) && ![verdict.os.reported, verdict.data.reported].includes('Encrypted')
  return encryptedBeside && (verdict.progress.phase === 'disabled' || isPlain)
}

/** Work on a disk that only the text around an answer shows. */
const beside = ({ workBeside }: DiagnosisInput): Finding | null =>
  workBeside === null || workBeside === 'operation' ? null : { volume: workBeside === 'os' ? 'os' : 'data' }

/** Work in the VM that runs, waits, or only seems to have ended. */
export const runningWorkChecks = {
  /** Azure stops the VM while a volume is encrypted or decrypted: a half-written disk is left. */
  'vm-stopping': {
    severity: 'warning',
    uses: ['power-state', 'substatus'],
    find: (reading) =>
      reading.facts !== null && isStopping(reading.facts.powerState) ? (inFlight(reading) ?? beside(reading)) : null,
  },
  /** The OS disk is encrypted, but the VM has not yet restarted from it. */
  'restart-pending': {
    severity: 'action',
    uses: ['status-message', 'substatus'],
    find: (reading) => (restartDue(reading) && reading.workBeside === null ? { volume: 'os' } : null),
  },
  /**
   * A message says that a step has ended or was refused, and another part of the text shows work. Lines of the extension that no entry
   * knows can follow a success, so that they contradict only a restart.
   */
  'reports-contradict': {
    severity: 'warning',
    uses: ['status-message', 'substatus'],
    find: (reading) => {
      const { workBeside, workMentioned, verdict } = reading
      if (inFlight(reading) !== null) return null
      if (reading.isDenied || deniesEncrypted(reading) || deniesWriting(reading)) return { volume: null }
      if (workBeside === null) return null
      const refused = refusedBeside(verdict.progress.messageKind, workBeside)
      const failed = workMentioned && hasFlag(verdict, 'last-operation-failed')
      const over = hasEnded(verdict.progress) || saysPlain(reading) || isAtRest(verdict.state)
      const ended = (over || refused || failed) && workBeside !== 'operation'
      return restartDue(reading) || ended ? { volume: null } : null
    },
  },
  /**
   * The mark of a decryption exists, but the extension's message is not one of a running decryption: after a restart
   * during the decryption the extension detects the mark and does nothing (inferred from the source).
   * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/handle.py
   */
  'decryption-not-resuming': {
    severity: 'action',
    uses: ['substatus', 'status-message', 'power-state', 'provisioning-state'],
    find: notResuming,
  },
  /**
   * Data volumes are being decrypted. An interrupted decryption does not continue by itself.
   * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/handle.py
   */
  'decryption-running': {
    severity: 'warning',
    uses: ['substatus', 'status-message'],
    find: (reading) => {
      const { verdict } = reading
      if (notResuming(reading) !== null) return null
      const says = verdict.progress.phase === 'decrypting' && !hasFlag(verdict, 'last-operation-failed')
      return decrypting(reading) ?? (says ? { volume: 'data' } : null)
    },
  },
  /**
   * The work seems stuck, or takes longer than documented. The flags come from the history: one reading cannot show it.
   */
  'encryption-overdue': {
    severity: 'action',
    uses: ['status-message', 'substatus'],
    find: (reading) =>
      isOverdue(reading.verdict.flags.map(({ code }) => code)) ? (inFlight(reading) ?? { volume: null }) : null,
  },
  /**
   * The OS disk is being copied: for hours the extension reports nothing new and no sign-in works. That is normal.
   * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
   */
  'os-encryption-silent-phase': {
    severity: 'info',
    uses: ['status-message', 'substatus'],
    find: ({ verdict }) => {
      const { os, progress } = verdict
      // Where no report was read, the message alone is the evidence; beside a word that asks for a restart it counts more.
      const works = os.state === 'encrypting' || os.state === 'restart-pending'
      const copies = works || (os.reported === null && os.state !== 'failed')
      return copies && copying.includes(progress.messageKind) && !isOverdue(verdict.flags.map(({ code }) => code))
        ? { volume: 'os' }
        : null
    },
  },
  /** The extension reports success while its sub-status shows that the work continues. The sub-status counts. */
  'success-text-not-the-end': {
    severity: 'info',
    uses: ['status-message', 'substatus'],
    find: (reading) => {
      const { phase, messageKind } = reading.verdict.progress
      const success = phase === 'succeeded' || phase === 'disabled' || passing.includes(messageKind)
      return success && notResuming(reading) === null ? inFlight(reading) : null
    },
  },
  /** ARM is changing the extension, or the extension reports a running job. */
  'operation-running': {
    severity: 'info',
    uses: ['provisioning-state', 'status-message'],
    find: (reading) => (hasFlag(reading.verdict, 'operation-running') ? { volume: null } : saysSo(reading)),
  },
  /**
   * Azure stopped waiting for an answer. That ends nothing in the VM, and shows no failure of the extension.
   * https://learn.microsoft.com/azure/virtual-machines/extensions/troubleshoot
   */
  'azure-stopped-waiting': {
    severity: 'warning',
    uses: ['status-message'],
    find: ({ verdict: { progress } }) => (timeLimits.includes(progress.messageKind) ? { volume: null } : null),
  },
} satisfies CheckTable
