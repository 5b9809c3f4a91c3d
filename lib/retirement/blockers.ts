import type { FleetRow } from '@/lib/contract/fleet'
import type { Retirement, RetirementDisk } from '@/lib/contract/retirement'
import type { Known } from '@/lib/shared/known'
import { sameText } from '@/lib/shared/text'
import { blockerKinds, type BlockerKind, type BlockerOutcome } from './codes'

/** The facts of a row that its blockers depend on. */
export type BlockerFacts = Pick<
  FleetRow,
  'key' | 'subscriptionId' | 'region' | 'size' | 'state' | 'flags' | 'operation'
>

export interface Blocker {
  readonly kind: BlockerKind
  readonly outcome: BlockerOutcome
}

/** A region in the form of addresses and lists. */
export const regionKey = (region: string): string => region.replaceAll(' ', '').toLowerCase()

/** What was read about related resources, indexed for look-up. */
export interface Evidence {
  readonly registered: ReadonlyMap<string, Known<boolean>>
  /** By subscription, region and size. */
  readonly atHost: ReadonlyMap<string, Known<boolean>>
  /** By key of the VM; null where the disks could not be read. */
  readonly disks: ReadonlyMap<string, readonly RetirementDisk[]> | null
  /** Disks with key settings that are attached to no VM. */
  readonly unattached: readonly RetirementDisk[]
  readonly domainJoined: ReadonlySet<string> | null
  readonly sessionHosts: ReadonlySet<string> | null
  readonly backedUp: ReadonlySet<string> | null
  readonly setMembers: ReadonlySet<string> | null
}

const placeKey = (...parts: readonly string[]): string => parts.join('\n').toLowerCase()
const setOf = (part: Known<readonly string[]>): ReadonlySet<string> | null => (part.known ? new Set(part.value) : null)

/** Indexes an answer for look-up. */
export function evidenceOf(answer: Retirement): Evidence {
  const { disks } = answer
  const byVm = new Map<string, RetirementDisk[]>()
  for (const disk of disks.known ? disks.value : []) {
    if (disk.vm === null) continue
    const same = byVm.get(disk.vm)
    if (same === undefined) byVm.set(disk.vm, [disk])
    else same.push(disk)
  }
  return {
    registered: new Map(answer.features.map(({ subscriptionId, registered }) => [subscriptionId, registered])),
    atHost: new Map(
      answer.sizes.map(({ subscriptionId, region, size, atHost }) => [placeKey(subscriptionId, region, size), atHost]),
    ),
    disks: disks.known ? byVm : null,
    unattached: disks.known ? disks.value.filter(({ stamped, vm }) => stamped && vm === null) : [],
    domainJoined: setOf(answer.domainJoined),
    sessionHosts: setOf(answer.sessionHosts),
    backedUp: setOf(answer.backedUp),
    setMembers: setOf(answer.setMembers),
  }
}

/** A capability that the move requires: its absence is the blocker. */
function lacking(capability: Known<boolean> | undefined): BlockerOutcome {
  if (capability?.known !== true) return 'unknown'
  return capability.value ? 'clear' : 'found'
}

/** Resource Graph omits what the user may not read, so an absent row proves nothing. */
function listed(vms: ReadonlySet<string> | null, key: string): BlockerOutcome {
  if (vms === null) return 'unknown'
  return vms.has(key) ? 'found' : 'not-seen'
}

const smallSectors = 512
/** From this day on, disks with sectors of 512 bytes can use encryption at host too. */
const smallSectorsSince = Date.parse('2023-05-14T00:00:00Z')

/**
 * Whether encryption at host does not support a disk of a type with limits; null where it does, and for other types. Source:
 * https://github.com/MicrosoftDocs/azure-compute-docs/blob/7c3a39c4/articles/virtual-machines/includes/virtual-machines-disks-encryption-at-host-restrictions.md
 */
function limitOf({ sku, sectorSize, createdAt }: RetirementDisk): 'found' | 'unknown' | null {
  if (sku === null || !['UltraSSD_LRS', 'PremiumV2_LRS'].some((each) => sameText(each, sku))) return null
  if (sectorSize === null) return 'unknown'
  if (sectorSize !== smallSectors) return null
  const made = Date.parse(createdAt ?? '')
  if (Number.isNaN(made)) return 'unknown'
  return made < smallSectorsSince ? 'found' : null
}

function diskLimits({ disks }: Evidence, key: string): BlockerOutcome {
  if (disks === null) return 'unknown'
  const limits = (disks.get(key) ?? []).flatMap((disk) => limitOf(disk) ?? [])
  // Resource Graph omits disks that the user may not read: disks without limits do not clear the VM.
  return (['found', 'unknown'] as const).find((outcome) => limits.includes(outcome)) ?? 'not-seen'
}

/**
 * Work that has to end before the move. Without confirmation from the guest, the work may still be running: BitLocker
 * converts for hours after the extension reported success.
 */
const settled: Readonly<Record<FleetRow['state'], BlockerOutcome>> = {
  failed: 'found',
  conflict: 'found',
  'restart-pending': 'found',
  encrypting: 'found',
  decrypting: 'found',
  unknown: 'unknown',
  'partly-encrypted': 'not-seen',
  'encrypted-unverified': 'not-seen',
  encrypted: 'clear',
  'protected-otherwise': 'clear',
  'not-encrypted': 'clear',
}

type Rule = (vm: BlockerFacts, evidence: Evidence) => BlockerOutcome

const rules: Readonly<Record<BlockerKind, Rule>> = {
  unsettled: ({ state, flags, operation }) => {
    if (operation === 'running' || flags.includes('operation-running')) return 'found'
    return operation === 'not-known' && settled[state] !== 'found' ? 'unknown' : settled[state]
  },
  size: ({ subscriptionId, region, size }, { atHost }) =>
    lacking(atHost.get(placeKey(subscriptionId, regionKey(region), size ?? ''))),
  feature: ({ subscriptionId }, { registered }) => lacking(registered.get(subscriptionId)),
  'disk-limits': ({ key }, evidence) => diskLimits(evidence, key),
  // Only Windows VMs have this extension; Azure does not show other ways in which a guest was joined.
  'domain-join': ({ key }, { domainJoined }) => listed(domainJoined, key),
  'virtual-desktop': ({ key }, { sessionHosts }) => listed(sessionHosts, key),
  backup: ({ key }, { backedUp }) => listed(backedUp, key),
}

const nothingRead: Evidence = {
  registered: new Map(),
  atHost: new Map(),
  disks: null,
  unattached: [],
  domainJoined: null,
  sessionHosts: null,
  backedUp: null,
  setMembers: null,
}

/** The blockers of a VM, each with its certainty; in the fixed order of the kinds. Null evidence: not read yet. */
export function blockersOf(vm: BlockerFacts, evidence: Evidence | null): readonly Blocker[] {
  const known = evidence ?? nothingRead
  return blockerKinds.map((kind) => ({ kind, outcome: rules[kind](vm, known) }))
}
