import type { TextVerdict } from '@/lib/encryption/types'
import type { ExplainedOne } from './explain-any'

/** BitLocker converts in the background after these, and a text without an entry can be one of a run. */
const mayGoOn: readonly TextVerdict['progress']['messageKind'][] = ['win-disable-completed', 'win-generic-prefixed']

/**
 * Whether work can go on that the answer about a pasted VM does not show: by its own message, by another message beside
 * it, or by words that were not judged.
 */
export function leavesOpen({
  explained,
  around,
  saysMore,
}: Omit<ExplainedOne, 'troubleshooting' | 'fragments'>): boolean {
  const { messageKind } = explained.explanation.progress
  return saysMore || (around !== null && around.messages.length > 0) || mayGoOn.includes(messageKind)
}
