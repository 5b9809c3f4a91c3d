import type { ExplainedVm } from '@/lib/contract/explain'
import type { VerdictSummary } from '@/lib/views/verdict-summary'

/** The part of a reading that the verdict's sentence sums up. */
export function summaryOf({
  verdict,
  otherEncryption,
  operation,
}: Pick<ExplainedVm, 'verdict' | 'otherEncryption' | 'operation'>): VerdictSummary {
  return {
    state: verdict.state,
    os: verdict.os.state,
    data: verdict.data.state,
    progress: verdict.progress,
    flags: verdict.flags.map((flag) => flag.code),
    reading: 'read',
    otherEncryption,
    operation,
  }
}
