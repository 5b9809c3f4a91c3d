import type { AttestationRow } from '@/lib/wire/attestation'
import type { AttestationFacts } from './types'

/** `Pending` and every unknown word say nothing about compliance. */
export function attestationFactsOf({ compliance, at, phrases }: AttestationRow): AttestationFacts {
  const word = (compliance ?? '').toLowerCase()
  return {
    compliant: word === 'compliant' ? true : word === 'noncompliant' ? false : null,
    checkedAt: at !== undefined && !Number.isNaN(Date.parse(at)) ? new Date(at).toISOString() : null,
    reasons: phrases,
  }
}
