import 'server-only'
import { attest, attestationOf, type Attestation } from '@/lib/encryption/attestation'
import { judge } from '@/lib/encryption/judge'
import type { Verdict } from '@/lib/encryption/types'
import type { AttestationFacts } from '@/lib/facts/surroundings/types'
import type { VmFacts } from '@/lib/facts/types'

export interface Judgement {
  readonly verdict: Verdict
  /** Null where nobody attested, or too long ago. */
  readonly attestation: Attestation | null
}

/** The verdict on one reading, with what an audit from inside the VM adds. `readAt` is an ISO time. */
export function judgeWithAudit(facts: VmFacts, audit: AttestationFacts | null, readAt: string): Judgement {
  const attestation = audit === null ? null : attestationOf(audit, readAt)
  return { verdict: attest(judge(facts), facts, attestation), attestation }
}
