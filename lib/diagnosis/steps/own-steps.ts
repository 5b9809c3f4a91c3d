import { catalogue } from '@/lib/messages/catalogue'
import type { MessageKind } from '@/lib/messages/types'
import { checkBefore } from './boot-check'
import { changesKeyBadly, startedBy } from './work'

/** Whether a message's own next steps wait for the work that it shows, or keep the VM running after a failed key change. */
export const ownStepsAreSafe = (kind: MessageKind): boolean => startedBy(kind) !== null || changesKeyBadly(kind)

/**
 * Texts of no fault, of a run or of a change of the key whose own next steps still send a request, resize, stop or restore
 * the VM, or remove the extension.
 */
const advisesChange: readonly MessageKind[] = [
  'arm-invalid-secret-url-install-succeeded',
  'arm-vm-start-timeout',
  'dual-secret-url',
  'linux-log-device-skipped',
  'linux-log-fs-needs-format',
  'linux-log-fs-unsupported',
  'linux-log-new-passphrase-waiting',
  'linux-log-no-shrink-space',
  'linux-log-umount-error',
  'linux-os-restarting-after-patching',
  'linux-settings-cleared',
  'linux-settings-rejected',
  'linux-version-file-missing',
  'linux-uninstall-succeeded',
  'mdc-basic-sized-virtual-machine',
  'substatus-data-not-encrypted',
  'substatus-pair-encrypted-notmounted',
]

/** Texts of a fault or a refusal whose own next steps only read, or change a vault, a client or a policy. */
const onlyReads: readonly MessageKind[] = [
  'agent-handler-notready',
  'agent-handler-unresponsive',
  'agent-invalid-status',
  'agent-status-truncated',
  'arm-authorization-failed',
  'arm-disallowed-by-policy',
  'arm-extension-provisioning-error',
  'arm-multiple-extensions-failed',
  'arm-multiple-per-handler',
  'arm-quota-exceeded',
  'arm-resource-group-not-found',
  'arm-resource-not-found',
  'arm-subscription-disabled',
  'arm-subscription-not-found',
  'arm-too-many-requests',
  'arm-wrong-tenant',
  'asr-target-vault-missing',
  'backup-disk-exclusion-refused',
  'backup-vault-permissions',
  'cli-fault-no-settings',
  'cli-fault-old-client',
  'cli-terraform-configuration',
  'cli-vmss-not-encrypted',
  'dual-enable-failed',
  'guest-disk-write-protected',
  'kv-object-deleted',
  'kv-vault-deleted',
  'linux-code-13-create-encryption-secret-failed',
  'linux-code-51-os-not-supported',
  'linux-code-100-unknown-error',
  'linux-cvm-data-unsupported',
  'linux-log-command-failed',
  'linux-log-precheck-suspected',
  'linux-phase-decryption-phase-done',
  'mdc-exception',
  'ps-installation-failed',
  'ps-invalid-substatus',
  'ps-os-type-unknown',
]

/** Own next steps that fit beside work: they change no VM. Of a quota, one gives up cores. */
const changesNoVm = (kind: MessageKind): boolean => onlyReads.includes(kind) && kind !== 'arm-quota-exceeded'

/** Whether a message's own next steps may change the VM: then it must first be known that nothing runs. */
export function ownStepsWantRest(kind: MessageKind | 'unrecognised'): boolean {
  if (kind === 'unrecognised' || onlyReads.includes(kind)) return false
  if (advisesChange.includes(kind)) return true
  const { severity, phase } = catalogue[kind]
  return !ownStepsAreSafe(kind) && (severity !== 'info' || phase === 'disabled')
}

/** The check before them; null where none is needed. */
export const ownStepsCheck = (kind: MessageKind | 'unrecognised'): ReturnType<typeof checkBefore> | null =>
  ownStepsWantRest(kind) ? checkBefore(kind) : null

/** The same where the key may be missing at the next start: a start that took too long advises a stop. */
const ownStepsNeedNoKey = (kind: MessageKind): boolean =>
  kind !== 'arm-vm-start-timeout' && (ownStepsAreSafe(kind) || catalogue[kind].group === 'vaultAccess')

/** Refusals and timeouts of a VM that is down: their own steps are for such a VM. */
const ofVmDown: readonly MessageKind[] = ['arm-vm-not-running', 'arm-vm-must-run', 'arm-vm-start-timeout']

/**
 * Own steps that wait for work, or restart, resize or change a VM that runs: they do not fit a VM that is down. A repair
 * of the disk and of the access to its key does.
 */
function ownStepsWantRunningVm(kind: MessageKind | 'unrecognised'): boolean {
  if (kind === 'unrecognised' || ofVmDown.includes(kind)) return false
  const { origin, group, phase } = catalogue[kind]
  if (startedBy(kind) !== null || phase === 'restart-pending') return true
  return ownStepsWantRest(kind) && origin !== 'guest' && group !== 'vaultAccess'
}

/** What decides whether a message's own next steps fit everything that was read. */
export interface OwnStepsGate {
  /** Whether nothing was read that a restart, a stop or a new request would harm. */
  readonly changesAllowed: boolean
  /** Whether the next start may find no key, by a change of the key or by its loss. */
  readonly keyAtRisk: boolean
  /** The VM is off, is being stopped, or did not start: no work goes on in it, and no restart is due. */
  readonly isDown: boolean
}

/** Whether a message's own next steps may be shown: the same gate as that of the steps of problems. */
export function ownStepsFit(
  kind: MessageKind | 'unrecognised',
  { changesAllowed, keyAtRisk, isDown }: OwnStepsGate,
): boolean {
  if (isDown && ownStepsWantRunningVm(kind)) return false
  if (changesAllowed) return true
  return kind !== 'unrecognised' && (keyAtRisk ? ownStepsNeedNoKey(kind) : ownStepsAreSafe(kind) || changesNoVm(kind))
}

/** The same where an answer and messages stand beside each other in an unknown order: only steps that change nothing. */
export const ownStepsFitBeside = (kind: MessageKind | 'unrecognised', gate: OwnStepsGate): boolean =>
  !ownStepsWantRest(kind) && ownStepsFit(kind, gate)
