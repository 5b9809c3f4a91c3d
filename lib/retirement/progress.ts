import type { FleetHistory } from '@/lib/contract/history'
import type { FleetRow } from '@/lib/contract/fleet'

/** What the list counts: VMs by the same states as the progress, so that its last point and the list agree. */
export interface RetirementTotals {
  /** VMs on which Azure Disk Encryption is, or tried to be. */
  readonly vms: number
  /** Unattached disks with its settings. */
  readonly disks: number
  /** Listed VMs of which that is not known, that only keep settings, or on which it may have just started. */
  readonly others: number
}

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

type Counted = Pick<FleetRow, 'state' | 'pass'>

/**
 * The totals of the list that the screen shows above its classes; their sum is the number of items. A VM that was not
 * read has a state from its disks alone, which may also be encrypted in another way: it is one of the others.
 */
export function totalsOf(
  items: readonly ({ readonly type: 'disk' } | { readonly type: 'vm'; readonly vm: Counted })[],
): RetirementTotals {
  const vms = items.filter((item) => item.type === 'vm' && item.vm.pass !== null && onIt[item.vm.state]).length
  const disks = items.filter(({ type }) => type === 'disk').length
  return { vms, disks, others: items.length - vms - disks }
}

/**
 * VMs that the progress counts by their state although they have nothing of Azure Disk Encryption, such as confidential
 * VMs with an encrypted OS disk: the history keeps states only.
 */
export function encryptedOtherwise(rows: readonly Counted[]): number {
  return rows.filter(({ pass, state }) => pass === 'none' && onIt[state]).length
}

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
