import type { VmFacts } from '@/lib/facts/types'
import type { FlagCode, TextVerdict, VolumeVerdict } from '@/lib/encryption/types'
import type { MachineState } from '@/lib/messages/entry'
import { failedStates } from '@/lib/messages/extract'
import { matchText } from '@/lib/messages/match'
import { reportedStatus } from '@/lib/messages/reported-status'
import type { PrerequisiteKind } from './readiness/kinds'
import type { Prerequisite } from './readiness/types'
import type { RelatedResources } from '@/lib/facts/related-resources/types'
import { riskiestStep } from './steps/writing-steps'
import type { Finding, DiagnosisInput, VaultAccess } from './types'

const nothingElse = { displayStatus: null, level: null, code: null }

/**
 * The command that copies the OS disk onto itself through the encryption layer: only the step of the copy runs it.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/oscrypto
 */
function copiesOntoItself(message: string): boolean {
  const [command = ''] = message.slice(0, 400).split('\n')
  return command.includes(': Command dd ') && command.includes(' of=/dev/mapper/osencrypt')
}

/** The step is at the end of a failure text of OS encryption; the catalogue knows which texts are failures. */
function failedStepOf(facts: VmFacts | null, { progress }: TextVerdict): MachineState | null {
  const { message } = progress
  if (message === null || !message.startsWith('Failed to encrypt OS volume')) return null
  const signs = facts?.adeExtensions[0]?.view?.statuses[0] ?? nothingElse
  const { extracted } = matchText('status-message', message, {
    facet: 'machine-state',
    status: reportedStatus(signs),
  })
  // A truncated message has lost the step at its end; only the trace identifies it.
  const isStated = message.includes(', machine state: ')
  const stated = isStated ? riskiestStep(failedStates(message)) : extracted.machineState
  return stated ?? (copiesOntoItself(message) ? 'encrypt_block_device' : null)
}

const noPrerequisites: DiagnosisInput['prerequisites'] = new Map()

/**
 * How the named vault authorises access. A vault that could be used says nothing about the one in use.
 * https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 */
function vaultAccessOf(related: RelatedResources | null): VaultAccess | null {
  if (related?.vault.known !== true || !related.vault.value.named) return null
  const { roleBasedAccess } = related.vault.value
  if (roleBasedAccess === null) return null
  return roleBasedAccess ? 'roles' : 'policies'
}

/**
 * Builds the input of the checks; without facts, from the words of another tool alone.
 * @param prerequisites outcomes of the prerequisite checks, where they ran
 * @param related the related resources; null where they were not read
 */
export function readingOf(
  facts: VmFacts | null,
  verdict: TextVerdict,
  prerequisites: ReadonlyMap<PrerequisiteKind, Prerequisite> = noPrerequisites,
  related: RelatedResources | null = null,
): DiagnosisInput {
  const failedStep = failedStepOf(facts, verdict)
  return {
    facts,
    verdict,
    failedStep,
    prerequisites,
    vaultAccess: vaultAccessOf(related),
    workBeside: null,
    encryptedBeside: false,
    workMentioned: false,
  }
}

export function hasFlag({ flags }: TextVerdict, code: FlagCode): boolean {
  return flags.some((flag) => flag.code === code)
}

/** Finds the volumes for which a condition holds: the OS volume, data volumes, or both. */
export function whereVolumes(holds: (volume: VolumeVerdict) => boolean): (reading: DiagnosisInput) => Finding | null {
  return ({ verdict: { volumes } }) => {
    const os = volumes.some((volume) => volume.role === 'os' && holds(volume))
    const data = volumes.some((volume) => volume.role === 'data' && holds(volume))
    if (os) return { volume: data ? 'all' : 'os' }
    return data ? { volume: 'data' } : null
  }
}

/** Whether one of these prerequisites is certainly not met. */
export function anyUnmet({ prerequisites }: DiagnosisInput, kinds: readonly PrerequisiteKind[]): boolean {
  return kinds.some((kind) => prerequisites.get(kind)?.outcome === 'fail')
}

/** A related resource that would block the next request: an error where the last request failed. */
export function around({ verdict }: DiagnosisInput): Finding {
  return hasFlag(verdict, 'last-operation-failed') ? { volume: null, severity: 'error' } : { volume: null }
}

/** Whether disk encryption was requested on this VM, by an extension or by key settings. */
export function usesDiskEncryption({ facts, verdict }: DiagnosisInput): boolean {
  return verdict.pass !== 'none' || (facts?.adeExtensions.length ?? 0) > 0
}
