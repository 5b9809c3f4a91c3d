import { isConfidentialVm } from '@/lib/encryption/confidential'
import type { VmFacts } from '@/lib/facts/types'
import { valueOrNull } from '@/lib/shared/known'
import { prerequisiteChecks } from '../readiness/checks'
import type { PrerequisiteKind } from '../readiness/kinds'
import type { ReasonKind } from '../readiness/reasons'
import type { Prerequisite, Setting } from '../readiness/types'
import { wantedVolumesOf } from '../readiness/wanted-volumes'

/**
 * What no request changes of a VM, by its own answer.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#restrictions
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-overview#supported-vms
 */
const lasting: readonly PrerequisiteKind[] = [
  'vm-size',
  'ephemeral-os-disk',
  'encryption-at-host',
  'confidential-vm',
  'disk-type',
  'write-accelerator',
]
const bySystem: readonly PrerequisiteKind[] = ['running-os', 'image']
/** The extension accepts most images that were made of a supported one. */
const releases: readonly ReasonKind[] = ['image-data-only', 'image-unsupported', 'os-data-only', 'os-unsupported']

/** None of these checks compares times. */
const anyTime = 0
const check = (kind: PrerequisiteKind, setting: Setting): Prerequisite => ({
  kind,
  ...prerequisiteChecks[kind].check(setting, anyTime),
})

/** The system that runs; the image of an upgraded one says nothing more. */
function releaseOf(setting: Setting): readonly Prerequisite[] {
  const found = bySystem.map((kind) => check(kind, setting)).find(({ outcome }) => outcome !== 'unread')
  return found !== undefined && releases.includes(found.reason) ? [found] : []
}

/** A confidential VM’s OS disk is refused, whatever was requested. */
const asConfidential = (facts: VmFacts, found: Prerequisite): Prerequisite =>
  found.kind === 'confidential-vm' && isConfidentialVm(valueOrNull(facts.securityType))
    ? { ...found, outcome: 'fail' }
    : found

/**
 * Why Azure Disk Encryption does not support a VM, by its own answer: a request fails. None where the answer does not
 * show it.
 * @param isEncrypted whether a volume is said to be encrypted: then the system’s release was accepted
 */
export function unsupportedBy(facts: VmFacts | null, isEncrypted: boolean): readonly Prerequisite[] {
  if (facts === null) return []
  const setting: Setting = { facts, related: null, wanted: wantedVolumesOf(facts) }
  const found = lasting.map((kind) => asConfidential(facts, check(kind, setting)))
  return [...found, ...(isEncrypted ? [] : releaseOf(setting))].filter(({ outcome }) => outcome === 'fail')
}
