import 'server-only'
import { attest, attestationOf, type Attestation } from '@/lib/encryption/attestation'
import { judge } from '@/lib/encryption/judge'
import type { Verdict } from '@/lib/encryption/types'
import type { AttestationFacts } from '@/lib/facts/related-resources/types'
import type { VmFacts } from '@/lib/facts/types'
import { count } from '@/lib/telemetry/measure'

/** One reading with its verdict: the same object is the source of what is shown and of what is stored. */
export interface Judged {
  readonly facts: VmFacts
  readonly verdict: Verdict
}

export interface Judgement extends Judged {
  /** Null where guest configuration attests nothing, or the attestation is too old. */
  readonly attestation: Attestation | null
}

/**
 * The verdict on one reading, including the result of guest configuration inside the VM.
 * @param azureTime when it was read, ISO, by Azure's clock, which also dates the attestation
 */
export function judgeWithAudit(facts: VmFacts, audit: AttestationFacts | null, azureTime: string): Judgement {
  const attestation = audit === null ? null : attestationOf(audit, azureTime)
  const verdict = attest(judge(facts), facts, attestation)
  count('sealwatch.verdicts', 1, { state: verdict.state, reading: 'vm' })
  if (verdict.progress.messageKind === 'unrecognised') count('sealwatch.messages.unrecognised', 1)
  return { facts, verdict, attestation }
}
