import 'server-only'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import type { ArmSession } from '@/lib/azure/session'
import type { Caller } from '@/lib/auth/caller'
import { isOpenToAudit } from '@/lib/encryption/attestation'
import { judge } from '@/lib/encryption/judge'
import type { AttestationFacts, RelatedResources } from '@/lib/facts/related-resources/types'
import type { VmFacts } from '@/lib/facts/types'
import { unknown } from '@/lib/shared/known'
import { openSession } from '../open-session'
import { readAttestation, readAttestations } from '../related-resources/guest-parts'
import { vmPlaceOf } from '../related-resources/vm-scope'

/** An attestation is a second opinion; a page waits no longer than this for it. */
const deadlineMilliseconds = 5_000
/** VMs in one query. */
const atOnce = 100

/** Without any sign of disk encryption an attestation could not change the verdict. */
function mayBeAttested({ adeExtensions, diskViews }: VmFacts): boolean {
  return adeExtensions.length > 0 || diskViews.some(({ settings }) => settings.length > 0)
}

export interface Audit {
  /** `not-asked` where it could change nothing. */
  readonly attestation: RelatedResources['attestation']
  /** Requests to ARM for it. */
  readonly requests: number
}

/** The attestation of one VM by guest configuration, read with the caller's rights and with a separate deadline. */
export async function readAudit(caller: Caller, vm: VmName, facts: VmFacts, signal: AbortSignal): Promise<Audit> {
  const place = vmPlaceOf(vm)
  if (place === null || !mayBeAttested(facts)) return { attestation: unknown('not-asked'), requests: 0 }
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const attestation = await readAttestation(session, place)
    return { attestation, requests: session.usage.requests }
  } finally {
    session.close()
  }
}

export interface ReadVm {
  readonly vm: VmName
  readonly facts: VmFacts
}

/**
 * The attestations of several VMs that were read, by ARM id in lower case. Only VMs whose verdict it could change are
 * queried; what cannot be read is left out.
 */
export async function readAuditsOf(
  session: ArmSession,
  read: readonly ReadVm[],
): Promise<ReadonlyMap<string, AttestationFacts>> {
  const open = read.filter(({ facts }) => isOpenToAudit(judge(facts))).map(({ vm }) => vm)
  const audits = new Map<string, AttestationFacts>()
  for (let from = 0; from < open.length; from += atOnce) {
    const some = open.slice(from, from + atOnce)
    const subscriptions = [...new Set(some.map(({ subscriptionId }) => subscriptionId.toLowerCase()))]
    const found = await readAttestations(session, subscriptions, some.map(vmIdOf))
    for (const [id, facts] of found) audits.set(id, facts)
  }
  return audits
}
