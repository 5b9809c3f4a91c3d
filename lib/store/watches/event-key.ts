import 'server-only'
import type { Notice } from '@/lib/timeline/notice/types'

/** The event of a notice, apart from the VM: the same for every watch that reports it. */
export function eventKeyOf({ kind, state, rule }: Notice): string {
  return [kind, state, rule ?? ''].join('|')
}
