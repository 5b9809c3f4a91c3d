import type { FleetRow } from '@/lib/contract/fleet'

/** Progress of the data disks: `done` of `total`, and how many are in work now. */
export interface DataDisks {
  readonly done: number
  readonly inWork: number
  readonly total: number
}

type Evidence = Pick<FleetRow, 'data' | 'progress'>

/** "… data volume 2/3 …" counts the volumes of a run, including the current one. */
function running(row: Evidence): DataDisks {
  const { stamped, total } = row.data
  const [, current, all] = /\bdata volume (\d+)\/(\d+)/.exec(row.progress.message ?? '') ?? []
  // Volumes are not disks; the count is used only when both numbers are equal.
  if (current === undefined || Number(all) !== total) return { done: 0, inWork: stamped, total }
  return { done: Math.max(0, Number(current) - 1), inWork: Number(current) > 0 ? 1 : 0, total }
}

/**
 * The data disks of a VM in numbers; null when unknown. Encryption settings are written before a disk is encrypted, so
 * during a run or after a failure a stamped disk does not count as done.
 */
export function dataDisks(row: Evidence): DataDisks | null {
  const { state, stamped, total } = row.data
  switch (state) {
    case 'none':
      return { done: 0, inWork: 0, total: 0 }
    case 'unknown':
      return null
    case 'encrypted':
    case 'encrypted-unverified':
      return { done: total, inWork: 0, total }
    case 'partly-encrypted':
    case 'not-mounted':
      return { done: stamped, inWork: 0, total }
    case 'encrypting':
      return running(row)
    case 'failed':
    case 'conflict':
    case 'restart-pending':
    case 'decrypting':
    case 'not-encrypted':
      return { done: 0, inWork: 0, total }
  }
}
