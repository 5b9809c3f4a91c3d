import type { OsType } from '@/lib/facts/types'
import type { CommandSubject } from '../commands/subject'
import { accessSteps } from './access'
import { azureChecks } from './azure-checks'
import { decisions } from './decisions'
import { guestChecks } from './guest-checks'
import { guestSteps } from './guest-work'
import { diskKeySteps } from './disk-key'
import { forInstance } from './instance'
import { keySteps } from './keys'
import type { StepKind } from './kinds'
import { machineSteps } from './machine'
import { networkSteps } from './network'
import { proofSteps } from './proof'
import { refusalSteps } from './refusals'
import { repairSteps } from './repair'
import { requestSteps } from './requests'
import type { ShownStep, Step, StepRisk } from './types'

/** Every step of every remedy. */
export const steps: Readonly<Record<StepKind, Step>> = {
  ...azureChecks,
  ...guestChecks,
  ...decisions,
  ...machineSteps,
  ...requestSteps,
  ...keySteps,
  ...diskKeySteps,
  ...refusalSteps,
  ...repairSteps,
  ...accessSteps,
  ...networkSteps,
  ...guestSteps,
  ...proofSteps,
}

/** Work in another VM, on a copy or a disk that no VM starts from. */
const inRepairVm: readonly StepKind[] = ['unlock-repair-disk', 'import-volume-group']

/** No sign-in or open file disturbs BitLocker, or the OS disk of another VM. */
const isUndisturbed = (kind: StepKind, osType: OsType | null): boolean =>
  osType === 'Windows' || inRepairVm.includes(kind)

/**
 * OS and data volumes of Windows can be decrypted again: the warning is about an OS disk of Linux.
 * https://learn.microsoft.com/azure/virtual-machines/windows/disk-encryption-windows#disable-encryption-and-remove-the-encryption-extension
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#disable-encryption-and-remove-the-encryption-extension
 */
function risksFor(kind: StepKind, { osType, volumeType, isDualPass }: CommandSubject): readonly StepRisk[] {
  const risks = risksIn(kind, isDualPass)
  const dataOnly = volumeType === 'Data' && kind !== 'enable-for-all-volumes'
  const absent: Readonly<Partial<Record<StepRisk, boolean>>> = {
    'irreversible-os-encryption': osType === 'Windows' || dataOnly,
    'never-during-os-encryption': isUndisturbed(kind, osType),
  }
  return risks.filter((risk) => absent[risk] !== true)
}

/**
 * A request of dual pass stores the key settings on the VM itself: one that has such settings is deallocated for that.
 * https://github.com/Azure/azure-powershell/blob/6706dfa687fa0291772ff2b4a338579219bf0472/src/Compute/Compute/Extension/AzureDiskEncryption/SetAzureDiskEncryptionExtension.cs
 */
export function risksIn(kind: StepKind, isDualPass: boolean): readonly StepRisk[] {
  const { risks } = steps[kind]
  const deallocates = isDualPass && risks.includes('changes-key') && kind !== 'enable-single-pass'
  return deallocates ? [...risks, 'deallocates-with-settings', 'needs-key'] : risks
}

/** A step with the commands and the risks for one VM; where its operating system is unknown, with the risks of both. */
export function stepFor(kind: StepKind, subject: CommandSubject): ShownStep {
  const { commands, ...step } = steps[kind]
  const made = commands?.(subject) ?? {}
  const { instance } = subject
  const fitting = instance === null ? made : forInstance(kind, made, instance, subject)
  return { kind, ...step, risks: risksFor(kind, subject), commands: fitting }
}
