import type { PrerequisiteKind } from '../readiness/kinds'
import type { ReasonKind } from '../readiness/reasons'
import type { DiagnosisInput } from '../types'
import type { StepKind } from './kinds'

/** What of the disk's key cannot be had, and how; a purged one cannot be recovered. */
export const keyLosses = [
  'purged',
  'vault-deleted',
  'vault-not-enabled',
  'vault-closed',
  'key-deleted',
  'key-disabled',
  'secret-deleted',
  'secret-disabled',
  'unclear',
] as const
export type KeyLoss = (typeof keyLosses)[number]

/** The step that makes the key available again; of a purged one only a copy elsewhere is left. */
const repairs: Readonly<Record<KeyLoss, StepKind>> = {
  purged: 'ask-support',
  'vault-deleted': 'recover-vault',
  'vault-not-enabled': 'enable-vault-for-disks',
  'vault-closed': 'let-platform-into-vault',
  'key-deleted': 'recover-key',
  'key-disabled': 'enable-key-version',
  'secret-deleted': 'recover-secret',
  'secret-disabled': 'enable-secret-version',
  unclear: 'keep-vm-running',
}

const beyondRepair: readonly KeyLoss[] = ['purged', 'unclear']

/** Steps that repair one of the losses. */
const repairing: readonly StepKind[] = keyLosses
  .filter((loss) => !beyondRepair.includes(loss))
  .map((loss) => repairs[loss])

/** What to do about several losses, each once. */
export const againstLosses = (losses: readonly KeyLoss[]): readonly StepKind[] => [
  ...new Set(losses.includes('purged') ? [repairs.purged] : losses.map((loss) => repairs[loss])),
]

/** Whether steps before repair every loss, so that a start finds the key. */
export const isRepaired = (losses: readonly KeyLoss[], before: readonly StepKind[]): boolean =>
  losses.every((loss) => !beyondRepair.includes(loss) && before.includes(repairs[loss]))

/** A repair of something that is not lost: of a deleted vault no key can be enabled. */
export const repairsOther = (kind: StepKind, losses: readonly KeyLoss[]): boolean =>
  losses.length > 0 && repairing.includes(kind) && !againstLosses(losses).includes(kind)

/** Without these the platform does not provide the key; an expired key version still unwraps. */
const neededAtStart: Readonly<Partial<Record<PrerequisiteKind, KeyLoss>>> = {
  'vault-enabled': 'vault-not-enabled',
  'vault-firewall': 'vault-closed',
  'key-version': 'key-disabled',
  'secret-present': 'secret-deleted',
}
const byReason: Readonly<Partial<Record<ReasonKind, KeyLoss>>> = {
  'vault-missing': 'vault-deleted',
  'key-missing': 'key-deleted',
}
const harmlessAtStart: readonly ReasonKind[] = ['key-version-expired']

/** What of the key cannot be had, by the prerequisite checks. */
export function lossesRead({ prerequisites }: DiagnosisInput): readonly KeyLoss[] {
  return [...prerequisites.values()].flatMap(({ kind, outcome, reason }) => {
    const loss = neededAtStart[kind]
    if (loss === undefined || outcome !== 'fail' || harmlessAtStart.includes(reason)) return []
    return [byReason[reason] ?? loss]
  })
}
