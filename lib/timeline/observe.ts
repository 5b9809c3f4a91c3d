import type { InventoryVm } from '@/lib/facts/inventory'
import type { AdeResource } from '@/lib/facts/extension-types'
import type { AdeExtension, DiskFacts, VmFacts } from '@/lib/facts/types'
import type { InventoryVerdict } from '@/lib/encryption/judge-inventory'
import type { Progress, Verdict } from '@/lib/encryption/types'
import { extract } from '@/lib/messages/extract'
import { valueOrNull } from '@/lib/shared/known'
import { shortenSecretUrls } from '@/lib/shared/secret-url'
import type { ObservationSource, Observation, ObservedDisk, ObservedFacts, ObservedMessage } from './observation'

/** Where, when and by whom a VM was read. */
export interface ObservationInput {
  readonly cloud: string
  readonly tenantId: string
  /** Id under which the VM was requested; used when the answer contains no id. */
  readonly id: string
  /** ISO time of the reading. */
  readonly at: string
  readonly source: ObservationSource
}

/** A failure message ends with the step that failed, so both the beginning and the end are kept. */
const keptAtEachEnd = 4_000

function keptText(text: string): string {
  const short = shortenSecretUrls(text)
  return short.length <= 2 * keptAtEachEnd + 1
    ? short
    : `${short.slice(0, keptAtEachEnd)}…${short.slice(short.length - keptAtEachEnd)}`
}

function observedMessage({ message, messageKind, phase, percent }: Progress): ObservedMessage | null {
  if (message === null) return null
  const { index, count, attempt } = extract(message)
  return { text: keptText(message), kind: messageKind, phase, percent, index, count, attempt }
}

function observedDisks(facts: VmFacts, verdict: Verdict): readonly ObservedDisk[] {
  const disks: readonly DiskFacts[] = [...(facts.osDisk === null ? [] : [facts.osDisk]), ...facts.dataDisks]
  return disks.map(({ name, role, lun, sizeGiB }, index) => {
    const volume = verdict.volumes[index]
    return { name, role, lun, sizeGiB, stamp: volume?.stamp ?? 'absent', state: volume?.state ?? 'unknown' }
  })
}

function observedRequest(resource: AdeResource | null): ObservedFacts['request'] {
  if (resource === null) return { operation: null, volumeType: null }
  const { operation, volumeType } = resource
  return { operation, volumeType: volumeType === null ? null : String(volumeType) }
}

function observedExtension({ resource, view }: AdeExtension): ObservedFacts['extension'] {
  return {
    name: resource?.name ?? view?.name ?? null,
    version: view?.version ?? resource?.version ?? null,
    provisioningState: resource?.provisioningState ?? null,
    sequence: resource?.sequenceVersion ?? null,
  }
}

function observedAde(ade: AdeExtension | undefined): Pick<ObservedFacts, 'extension' | 'request' | 'status'> {
  const status = ade?.view?.statuses[0]
  return {
    status: { code: status?.code ?? null, level: status?.level ?? null },
    request: observedRequest(ade?.resource ?? null),
    extension: ade === undefined ? null : observedExtension(ade),
  }
}

/** One reading of a VM as an observation at a single time; the store joins equal neighbours. Pure. */
export function observe(facts: VmFacts, verdict: Verdict, observation: ObservationInput): Observation {
  const agent = valueOrNull(facts.agent)
  return {
    cloud: observation.cloud,
    tenantId: observation.tenantId,
    id: valueOrNull(facts.id) ?? observation.id,
    vmId: valueOrNull(facts.vmId),
    firstSeen: observation.at,
    lastSeen: observation.at,
    source: observation.source,
    heartbeatAt: agent?.heartbeatAt ?? null,
    facts: {
      depth: 'vm',
      osType: valueOrNull(facts.osType),
      pass: verdict.pass,
      state: verdict.state,
      os: verdict.os.state,
      data: verdict.data.state,
      reported: { os: verdict.os.reported, data: verdict.data.reported },
      message: observedMessage(verdict.progress),
      ...observedAde(facts.adeExtensions[0]),
      power: valueOrNull(facts.powerState),
      agent: agent?.displayStatus ?? agent?.code ?? null,
      disks: observedDisks(facts, verdict),
    },
  }
}

/**
 * The observation of a VM whose verdict comes from the inventory (`reading` is `inventory`); null for a VM that needs
 * its own reading: being listed is not an observation.
 */
export function observeInventory(
  vm: InventoryVm,
  verdict: InventoryVerdict,
  observation: ObservationInput,
): Observation | null {
  if (verdict.reading !== 'inventory') return null
  return {
    cloud: observation.cloud,
    tenantId: observation.tenantId,
    id: vm.id,
    vmId: valueOrNull(vm.vmId),
    firstSeen: observation.at,
    lastSeen: observation.at,
    source: observation.source,
    heartbeatAt: null,
    facts: {
      depth: 'inventory',
      osType: valueOrNull(vm.osType),
      pass: null,
      state: verdict.state,
      os: verdict.os,
      data: verdict.data.state,
      reported: { os: null, data: null },
      message: null,
      status: { code: null, level: null },
      request: { operation: null, volumeType: null },
      extension: null,
      power: valueOrNull(vm.powerState),
      agent: null,
      disks: [],
    },
  }
}
