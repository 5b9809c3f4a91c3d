import type { OsType } from '@/lib/facts/types'
import type { CommandSubject } from '../commands/subject'
import { azureChecks } from './azure-checks'
import { decisions } from './decisions'
import { guestChecks } from './guest-checks'
import { guestSteps } from './guest-work'
import { keySteps } from './keys'
import type { StepKind } from './kinds'
import { machineSteps } from './machine'
import { networkSteps } from './network'
import { proofSteps } from './proof'
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
  ...networkSteps,
  ...guestSteps,
  ...proofSteps,
}

/**
 * Risks of one system alone: an OS volume of Windows can be decrypted again, an OS disk of Linux cannot.
 * https://learn.microsoft.com/azure/virtual-machines/windows/disk-encryption-windows#disable-encryption-and-remove-the-encryption-extension
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#disable-encryption-and-remove-the-encryption-extension
 */
const riskSystems: Readonly<Partial<Record<StepRisk, OsType>>> = { irreversible: 'Linux' }

/** A step with the commands and the risks for one VM; where its system is not known, with the risks of both. */
export function stepFor(kind: StepKind, subject: CommandSubject): ShownStep {
  const { commands, risks, ...step } = steps[kind]
  const { osType } = subject
  return {
    kind,
    ...step,
    risks: risks.filter((risk) => osType === null || (riskSystems[risk] ?? osType) === osType),
    commands: commands?.(subject) ?? {},
  }
}
