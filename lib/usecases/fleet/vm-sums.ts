import 'server-only'
import type { VmSum } from '@/lib/wire/resource-graph'

/** The VMs of an answer, by subscription (lower case). */
export type VmSums = Map<string, VmSum>

const none: VmSum = { vms: 0, idHashes: 0 }

export const sumIn = (sums: VmSums, subscription: string): VmSum => sums.get(subscription) ?? none

/**
 * Whether two answers are about the same VMs. Different VMs with equal sums are possible, with a chance of one in
 * 1,000,000,007. A sum that contains an unreadable hash equals none.
 */
export const isSameSum = (one: VmSum, other: VmSum): boolean => one.vms === other.vms && one.idHashes === other.idHashes

export function addToSum(sums: VmSums, subscription: string, { vms, idHashes }: VmSum): void {
  const before = sumIn(sums, subscription)
  sums.set(subscription, { vms: before.vms + vms, idHashes: before.idHashes + idHashes })
}

/** The sum of one VM. Without a readable hash the sum is not a number, which equals no sum. */
export const sumOfOne = ({ idHash = Number.NaN }: { readonly idHash: number | undefined }): VmSum => ({
  vms: 1,
  idHashes: idHash,
})
