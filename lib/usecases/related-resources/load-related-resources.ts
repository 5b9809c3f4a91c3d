import 'server-only'
import type { ArmSession } from '@/lib/azure/session'
import type { StorageHosts } from '@/lib/config/server-config'
import type { RelatedResources } from '@/lib/facts/related-resources/types'
import type { VmFacts } from '@/lib/facts/types'
import { unknown } from '@/lib/shared/known'
import type { VmName } from '../vm-name'
import { readDisks, readSize, readSnapshots } from './compute-parts'
import { readLocks, readPolicies } from './governance-parts'
import { readAttestation, readBootLog } from './guest-parts'
import { readNetwork } from './network-part'
import { readKeyPart, readVaultPart } from './vault-parts'
import { vmPlaceOf, type VmPlace } from './vm-scope'

/** What was read before. */
export interface LoadedRelatedResources {
  readonly hosts: StorageHosts
  /** Requested here only where it was `not-asked` before. */
  readonly attestation: RelatedResources['attestation']
}

async function readAll(
  session: ArmSession,
  facts: VmFacts,
  place: VmPlace,
  { hosts, attestation: audit }: LoadedRelatedResources,
): Promise<RelatedResources> {
  const { subscriptionId } = place
  const [size, disks, vault, key, network, policies, locks, snapshots, bootLog, attestation] = await Promise.all([
    readSize(session, facts, subscriptionId),
    readDisks(session, facts),
    readVaultPart(session, facts, subscriptionId),
    readKeyPart(session, facts),
    readNetwork(session, facts),
    readPolicies(session, facts, place),
    readLocks(session, place),
    readSnapshots(session, facts, subscriptionId),
    readBootLog(session, facts, place, hosts),
    audit.known || audit.why !== 'not-asked' ? audit : readAttestation(session, place),
  ])
  return { size, disks, vault, key, network, policies, locks, snapshots, bootLog, attestation }
}

const nothingAsked: RelatedResources = {
  size: unknown('not-asked'),
  disks: unknown('not-asked'),
  vault: unknown('not-asked'),
  key: unknown('not-asked'),
  network: unknown('not-asked'),
  policies: unknown('not-asked'),
  locks: unknown('not-asked'),
  snapshots: unknown('not-asked'),
  bootLog: unknown('not-asked'),
  attestation: unknown('not-asked'),
}

/**
 * Reads the related resources of a VM, all at once and with the user's own rights. Each part may be refused or fail
 * separately; the whole never fails. The session limits the time: what has not arrived by its end is unreadable.
 */
export async function loadRelatedResources(
  session: ArmSession,
  vm: VmName,
  facts: VmFacts,
  known: LoadedRelatedResources,
): Promise<RelatedResources> {
  const place = vmPlaceOf(vm)
  return place === null ? nothingAsked : readAll(session, facts, place, known)
}
