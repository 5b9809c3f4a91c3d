import type { VmFacts } from '@/lib/facts/types'
import { operationOf } from '@/lib/encryption/request'
import { catalogue } from '@/lib/messages/catalogue'
import type { FlagCode, TextVerdict, VolumeVerdict } from '@/lib/encryption/types'
import type { PrerequisiteKind } from './readiness/kinds'
import type { Prerequisite } from './readiness/types'
import type { RelatedResources } from '@/lib/facts/related-resources/types'
import { failedStepIn, namesStep, stepOfKind, type FailedStep } from './steps/failed-step'
import { beforeWriting, writingSteps } from './steps/writing-steps'
import type { Finding, DiagnosisInput, VaultAccess } from './types'

/**
 * The step at which OS encryption failed, by a message that the catalogue knows. A step before the first that writes counts
 * only where the text names it: the message that several problems have in common names the cause.
 */
function failedStepOf({ progress: { message, messageKind } }: TextVerdict): FailedStep | null {
  if (message === null || messageKind === null || messageKind === 'unrecognised') return null
  const step = failedStepIn(messageKind, message)
  if (step === null || step === 'unknown' || !beforeWriting.includes(step)) return step
  return namesStep(message, step) ? step : null
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
  const failedStep = failedStepOf(verdict)
  return {
    facts,
    verdict,
    failedStep: failedStep === 'unknown' ? null : failedStep,
    isFailedStepUnknown: failedStep === 'unknown',
    osDiskBeside: false,
    prerequisites,
    vaultAccess: vaultAccessOf(related),
    workBeside: null,
    encryptedBeside: false,
    isDenied: false,
    workMentioned: false,
  }
}

/** A failure says that nothing was written to the OS disk, and its trace or the rest of the text shows that it was. */
export function deniesWriting({ failedStep, osDiskBeside, verdict }: DiagnosisInput): boolean {
  const { messageKind } = verdict.progress
  const own = messageKind === null || messageKind === 'unrecognised' ? null : stepOfKind(messageKind)
  const saysUnwritten = [own, failedStep].some((step) => step !== null && beforeWriting.includes(step))
  return saysUnwritten && (osDiskBeside || (failedStep !== null && writingSteps.includes(failedStep)))
}

/**
 * Whether the last request was to decrypt, by the extension's settings or by its message: encryption is then not what is
 * wanted.
 */
export function wantsDecryption({ facts, verdict }: DiagnosisInput): boolean {
  const { messageKind } = verdict.progress
  const entry = messageKind === null || messageKind === 'unrecognised' ? null : catalogue[messageKind]
  const saysSo = entry?.phase === 'disabled' || entry?.group === 'decryption' || entry?.group === 'disableRefused'
  return saysSo || operationOf(facts?.adeExtensions[0]) === 'disable'
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
