import { isOverdue, type FlagCode, type Progress } from '@/lib/contract/codes'

/** Phases of messages about work that runs: their own next steps wait for it. */
const whileWorking: Readonly<Record<NonNullable<Progress['phase']>, boolean>> = {
  'not-started': false,
  prerequisites: false,
  starting: true,
  'data-encrypting': true,
  'os-preparing': true,
  'os-encrypting': true,
  finalizing: true,
  'restart-pending': false,
  succeeded: false,
  decrypting: true,
  disabled: false,
  failed: false,
  unknown: false,
}

/** Whether a message of this phase is about work that runs. */
export const isWorkPhase = (phase: Progress['phase']): boolean => phase !== null && whileWorking[phase]

interface VolumeProgress {
  readonly state: string
  /** The extension's word; undefined where it was not kept. */
  readonly reported?: string | null
}

/** A failed volume whose word was not kept may still be copied. */
function mayBeCopied({ state, reported }: VolumeProgress): boolean {
  if (state === 'encrypting' || state === 'decrypting') return true
  if (reported === undefined) return state === 'failed'
  return reported === 'EncryptionInProgress' || reported === 'DecryptionInProgress'
}

/**
 * Whether the next steps of a VM's message fit its volumes. They are written for the message alone: a failure's may stop
 * or restart the VM, which can cost the disk that a former run still copies. Those of running work advise to wait, which
 * is wrong once the work is overdue: then the VM's own next step is the only one.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/handle.py
 * @param phase of the message
 * @param volumes states and reported words of the OS volume and the data volumes
 * @param flags of the VM
 */
export function showsNextSteps(
  phase: Progress['phase'],
  volumes: readonly VolumeProgress[],
  flags: readonly FlagCode[],
): boolean {
  if (isWorkPhase(phase)) return !isOverdue(flags)
  // Of a disk that is not mounted it is not known that it was decrypted: nothing is removed.
  if (phase === 'disabled' && volumes.some(({ state }) => state === 'not-mounted')) return false
  return !volumes.some(mayBeCopied)
}
