import 'server-only'
import { queryResourceGraph } from '@/lib/azure/calls/resource-graph'
import type { ArmSession } from '@/lib/azure/session'
import { attestationFactsOf } from '@/lib/facts/related-resources/attestation'
import type { AttestationFacts } from '@/lib/facts/related-resources/types'
import { readAttestationRow } from '@/lib/wire/attestation'
import { vmKey } from '../vm-name'
import type { Fingerprints } from './fingerprints'
import { attestationsQuery } from './queries'

/** What guest configuration attests, by VM key. */
export type Audits = ReadonlyMap<string, AttestationFacts>

const noAudits: Audits = new Map()

/**
 * Requests all attestations of the VMs in these subscriptions once. They are a second opinion: where they cannot be
 * read, the verdicts do without them.
 */
export async function readAudits(
  { session, fingerprints }: { readonly session: ArmSession; readonly fingerprints: Fingerprints },
  subscriptions: readonly string[],
): Promise<Audits> {
  const audits = new Map<string, AttestationFacts>()
  const answer = await queryResourceGraph(session, {
    text: attestationsQuery,
    subscriptions,
    read: readAttestationRow,
    onRows: (rows) => {
      for (const { target, ...row } of rows) {
        if (target === undefined) continue
        const facts = attestationFactsOf({ target, ...row })
        audits.set(vmKey(target), facts)
        // Its time changes with every check; only a changed result makes a reading stale.
        fingerprints.add(vmKey(target), [facts.compliant, facts.reasons])
      }
    },
  })
  return answer.ok || audits.size > 0 ? audits : noAudits
}
