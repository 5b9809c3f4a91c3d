import type { FleetRow } from '@/lib/contract/fleet'

/** How much of a run can be drawn: `known` carries the number of the message itself. */
export type RunningProgress =
  | { readonly kind: 'known'; readonly percent: number; readonly direction: 'encrypting' | 'decrypting' }
  | { readonly kind: 'silent'; readonly direction: 'encrypting' | 'decrypting' }
  | { readonly kind: 'none' }

type Evidence = Pick<FleetRow, 'state' | 'os' | 'data' | 'progress'>

/**
 * What may be drawn for a VM. A percentage counts only while a volume is in motion: the last message stays after the
 * run has ended. The OS disk gives no number while it is encrypted, which is expected and is called the silent phase.
 */
export function runningProgress(row: Evidence): RunningProgress {
  const states = [row.state, row.os, row.data.state]
  const direction = states.includes('encrypting') ? 'encrypting' : states.includes('decrypting') ? 'decrypting' : null
  if (direction === null) return { kind: 'none' }
  if (row.progress.percent !== null) return { kind: 'known', percent: row.progress.percent, direction }
  return row.progress.phase === 'os-encrypting' && direction === 'encrypting'
    ? { kind: 'silent', direction }
    : { kind: 'none' }
}
