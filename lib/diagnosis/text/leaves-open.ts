import type { EvidenceCell } from '@/lib/encryption/evidence-types'
import type { TextVerdict } from '@/lib/encryption/types'
import { vmOfExtension } from '@/lib/facts/paste/fragments/extension'
import { sameText } from '@/lib/shared/text'
import type { ExplainedOne } from './explain-any'

/** BitLocker converts in the background after these, and a text without an entry can be one of a run. */
const mayGoOn: readonly TextVerdict['progress']['messageKind'][] = ['win-disable-completed', 'win-generic-prefixed']

/** A request whose result the answer does not show, or an extension of another VM, stands beside it. */
function showsOtherRequest({ explained, fragments }: Pick<ExplainedOne, 'explained' | 'fragments'>): boolean {
  const { evidence, explanation } = explained
  const isRead = evidence.some(({ kind, os, data }) => kind === 'request' && [os, data].some(isRequested))
  return fragments.some(({ kind, rows }) => {
    if (kind === 'request-settings') return !isRead
    if (kind !== 'extension') return false
    return rows.map(vmOfExtension).some((vm) => vm !== null && !sameText(vm, explanation.vm.name ?? vm))
  })
}

const isRequested = (cell: EvidenceCell | null): boolean => cell !== null && cell.value.startsWith('asked-')

/**
 * Whether work can go on that the answer about a pasted VM does not show: by its own message, by another message or
 * request beside it, or by words that were not judged.
 */
export function leavesOpen(one: Omit<ExplainedOne, 'troubleshooting'>): boolean {
  const { explained, around, saysMore } = one
  const { messageKind } = explained.explanation.progress
  const says = saysMore || (around !== null && around.messages.length > 0)
  // The platform itself does not know whether the VM is being stopped.
  const isPowerOpen = explained.explanation.vm.powerState === 'unknown'
  return says || isPowerOpen || showsOtherRequest(one) || mayGoOn.includes(messageKind)
}
