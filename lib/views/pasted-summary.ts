import { nextOf, type VerdictSummary } from './verdict-summary'

/** Of a pasted VM: where work can go on that its answer does not show, that nothing runs is not known. */
export function pastedSummary(summary: VerdictSummary, isOpen: boolean): VerdictSummary {
  return isOpen && nextOf(summary).code === 'nothing' ? { ...summary, operation: 'not-known' } : summary
}
