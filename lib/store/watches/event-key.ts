import 'server-only'
import type { Notice } from '@/lib/timeline/notice/types'

/** What a notice is about, besides the VM: the same for every watch that tells it. */
export function eventKeyOf({ kind, state, rule }: Notice): string {
  return [kind, state, rule ?? ''].join('|')
}
