import type { FleetHistory } from '@/lib/contract/history'
import type { FleetRow } from '@/lib/contract/fleet'

/** One point of the progress: how many VMs used Azure Disk Encryption, and how many are unknown. */
export interface ProgressMoment {
  /** ISO time. */
  readonly at: string
  /** Observed on Azure Disk Encryption around that time. */
  readonly left: number
  /** Not observed then, and last known to be on it: neither gone nor certain. */
  readonly lastKnown: number
  readonly unknown: number
  /** VMs with an observation around that time, and VMs without one. */
  readonly seen: number
  readonly notSeen: number
}

/** States of VMs on which Azure Disk Encryption is, or tried to be. */
const onIt: Readonly<Record<FleetRow['state'], boolean>> = {
  failed: true,
  conflict: true,
  'restart-pending': true,
  encrypting: true,
  decrypting: true,
  unknown: false,
  'partly-encrypted': true,
  'encrypted-unverified': true,
  encrypted: true,
  'protected-otherwise': false,
  'not-encrypted': false,
}

const isOnIt = (state: string): boolean => Object.entries(onIt).some(([name, is]) => is && name === state)

function sum(counts: Readonly<Record<string, number>>, wanted: (state: string) => boolean): number {
  return Object.entries(counts).reduce((total, [state, count]) => (wanted(state) ? total + count : total), 0)
}

/** The progress so far, from the history. A point without observations is unknown: its numbers are not zeros. */
export function progressOver({ moments, vms }: Pick<FleetHistory, 'moments' | 'vms'>): readonly ProgressMoment[] {
  return moments.map(({ at, counts, lastKnown }) => {
    const seen = sum(counts, () => true)
    return {
      at,
      left: sum(counts, isOnIt),
      lastKnown: sum(lastKnown, isOnIt),
      unknown: sum(counts, (state) => state === 'unknown'),
      seen,
      notSeen: Math.max(0, vms - seen),
    }
  })
}

/** The points that a table shows: the last observed one of each of so many periods, newest first. */
export function tableMoments(moments: readonly ProgressMoment[], rows: number): readonly ProgressMoment[] {
  const size = Math.max(1, Math.ceil(moments.length / rows))
  const stretches = Array.from({ length: rows }, (_, index) => moments.slice(index * size, (index + 1) * size))
  return stretches.flatMap((stretch) => stretch.filter(({ seen }) => seen > 0).at(-1) ?? []).reverse()
}
