import type { Commands } from '../commands/types'
import type { CommandSubject } from '../commands/subject'
import type { StepKind } from './kinds'

export const stepPhases = ['check', 'do', 'verify'] as const
export type StepPhase = (typeof stepPhases)[number]

/**
 * The least privileged built-in role that may do a step; `guest-administrator` is root or an administrator inside the
 * VM.
 */
export const stepRights = [
  'none',
  'reader',
  'virtual-machine-contributor',
  'key-vault-reader',
  'key-vault-contributor',
  'key-vault-crypto-officer',
  'key-vault-secrets-officer',
  'network-contributor',
  'disk-snapshot-contributor',
  'backup-operator',
  'resource-policy-contributor',
  'user-access-administrator',
  'contributor',
  'guest-administrator',
] as const
export type StepRight = (typeof stepRights)[number]

/** The possible damage of a step; each risk has a plain warning and a precondition in words. */
export const stepRisks = [
  'restart',
  'stops-vm',
  'deallocates-with-settings',
  'needs-key',
  'stops-services',
  'removes-extension',
  'removes-other-extension',
  'removes-lock',
  'erases-data-disks',
  'unprotects-data',
  'replaces-disk',
  'irreversible',
  'irreversible-os-encryption',
  'changes-key',
  'opens-network',
  'removes-vault-access',
  'overwrites-key-file',
  'replaces-permissions',
  'removes-lockout',
  'renames-volume-group',
  'loses-repair-vm',
  'never-during-os-encryption',
] as const
export type StepRisk = (typeof stepRisks)[number]

/** One step of a remedy, without words. */
export interface Step {
  readonly phase: StepPhase
  readonly right: StepRight
  readonly risks: readonly StepRisk[]
  /** Whether its commands change nothing, in Azure and in the VM. */
  readonly readOnly: boolean
  /** Null for a step without a command, such as waiting. */
  readonly commands: ((subject: CommandSubject) => Commands) | null
}

/** One step as the screen shows it: with this VM's names in its commands. */
export interface ShownStep extends Omit<Step, 'commands'> {
  readonly kind: StepKind
  readonly commands: Commands
}
