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
import type { ShownStep, Step } from './types'

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

/** A step with the commands for one VM. */
export function stepFor(kind: StepKind, subject: CommandSubject): ShownStep {
  const { commands, ...step } = steps[kind]
  return { kind, ...step, commands: commands?.(subject) ?? {} }
}
