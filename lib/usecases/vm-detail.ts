import 'server-only'
import type { VmName } from '@/lib/azure/calls/virtual-machine'
import type { VmDetail } from '@/lib/contract/vm'
import { diagnose } from '@/lib/diagnosis/diagnose'
import { evidence } from '@/lib/encryption/evidence'
import { armOperationOf, unknownWordsOf } from '@/lib/facts/azure-words'
import { adeTypes, type AdeResource } from '@/lib/facts/extension-types'
import type { DiskFacts, VmFacts } from '@/lib/facts/types'
import { valueOrNull } from '@/lib/shared/known'
import { fleetReadinessOfVm } from '@/lib/diagnosis/readiness/fleet-readiness'
import { otherEncryptionOfVm } from '@/lib/encryption/other-encryption'
import { withFlags, type LoadedWorkProgress } from './work-progress/load-work-progress'
import type { Judgement } from './audit/judge-with-audit'
import { displayNameOf } from './vm-name'
import { powerStateOf } from './power-state'

export interface VmReading {
  /** The id with which the VM was requested. */
  readonly id: string
  readonly name: VmName
  readonly tenantId: string
  /** ISO time. */
  readonly readAt: string
  readonly armRequests: number
  readonly raw: string
  /** For an instance of a scale set: whether it has its set's latest model; null where Azure does not state it. */
  readonly latestModelApplied: boolean | null
  /** Whether a disk is encrypted with two keys, according to the disks themselves. */
  readonly doubleEncryption: VmDetail['doubleEncryption']
  /** Null where the user's list of subscriptions does not contain it or could not be read. */
  readonly subscriptionName: string | null
  /** The work progress for this reading. */
  readonly known: Pick<LoadedWorkProgress, 'workProgress' | 'flags'>
}

function disk({ name, role, lun, sizeGiB, managed }: DiskFacts): VmDetail['disks'][number] {
  return { name, role, lun, sizeGiB, managed }
}

type ExtensionDetail = NonNullable<VmDetail['extension']>

/** The request to the extension; null where only its instance view was found. */
function requestOf(
  resource: AdeResource | null,
): Pick<ExtensionDetail, 'provisioningState' | 'operation' | 'volumeType'> {
  if (resource === null) return { provisioningState: null, operation: null, volumeType: null }
  const { provisioningState, operation, volumeType } = resource
  return { provisioningState, operation, volumeType: volumeType === null ? null : String(volumeType) }
}

function extensionOf(facts: VmFacts): ExtensionDetail | null {
  const ade = facts.adeExtensions[0]
  if (ade === undefined) return null
  const { resource, view, os } = ade
  return {
    name: resource?.name ?? view?.name ?? null,
    type: os === null ? null : adeTypes[os],
    version: view?.version ?? resource?.version ?? null,
    ...requestOf(resource),
  }
}

function agentOf(facts: VmFacts): VmDetail['agent'] {
  const agent = valueOrNull(facts.agent)
  return {
    status: agent?.displayStatus ?? agent?.code ?? null,
    version: agent?.version ?? null,
    heartbeatAt: agent?.heartbeatAt ?? null,
  }
}

function instanceDetail({ name: { scaleSet, name }, latestModelApplied }: VmReading): VmDetail['instance'] {
  return scaleSet === undefined ? null : { scaleSet, instanceId: name, latestModelApplied }
}

/** Everything that the VM page shows, from one reading. */
export function vmDetail({ facts, verdict: judged, attestation }: Judgement, reading: VmReading): VmDetail {
  const verdict = withFlags(judged, reading.known.flags)
  return {
    id: valueOrNull(facts.id) ?? reading.id,
    tenantId: reading.tenantId,
    vmId: valueOrNull(facts.vmId),
    name: valueOrNull(facts.name) ?? displayNameOf(reading.name),
    subscriptionId: reading.name.subscriptionId.toLowerCase(),
    subscriptionName: reading.subscriptionName,
    resourceGroup: valueOrNull(facts.resourceGroup) ?? reading.name.resourceGroup,
    region: valueOrNull(facts.region),
    osType: valueOrNull(facts.osType),
    osName: valueOrNull(facts.osName),
    osVersion: valueOrNull(facts.osVersion),
    size: valueOrNull(facts.size),
    power: powerStateOf(facts.powerState),
    agent: agentOf(facts),
    extension: extensionOf(facts),
    keyVault: valueOrNull(facts.keyVault),
    keyEncryptionKey: valueOrNull(facts.keyEncryptionKey),
    otherEncryption: otherEncryptionOfVm(facts, reading.doubleEncryption),
    doubleEncryption: reading.doubleEncryption,
    readiness: fleetReadinessOfVm(facts, verdict.state),
    instance: instanceDetail(reading),
    disks: [...(facts.osDisk === null ? [] : [facts.osDisk]), ...facts.dataDisks].map(disk),
    verdict: { ...verdict, volumes: [...verdict.volumes], flags: [...verdict.flags] },
    operation: armOperationOf(facts),
    unknownWords: [...unknownWordsOf(facts)],
    evidence: [...evidence(facts, verdict, attestation)],
    problems: diagnose(facts, verdict).map(({ kind, severity, volume }) => ({ kind, severity, volume })),
    workProgress: reading.known.workProgress,
    statuses: (facts.adeExtensions[0]?.view?.statuses ?? []).map(({ code, level, displayStatus, message }) => ({
      ...{ level, displayStatus, message },
      code: code ?? '',
    })),
    readAt: reading.readAt,
    armRequests: reading.armRequests,
    raw: reading.raw,
  }
}
