import type { BucketShape, WindowShape } from './buckets'

const minute = 60

/**
 * Azure's documented sizes.
 * ARM: https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 * Compute: https://learn.microsoft.com/azure/virtual-machines/compute-throttling-limits
 * Resource Graph: https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests
 */
export const limits = {
  armRead: { capacity: 250, perSecond: 25 },
  armWrite: { capacity: 200, perSecond: 10 },
  /** All callers of a subscription together. */
  armReadEveryone: { capacity: 250 * 15, perSecond: 25 * 15 },
  computeLowCost: { capacity: 24_000, perSecond: 8000 / minute },
  computeOneVm: { capacity: 36, perSecond: 12 / minute },
  computeHighCost: { capacity: 900, perSecond: 300 / minute },
} as const satisfies Record<string, BucketShape>

export const resourceGraphQuota: WindowShape = { capacity: 15, windowMs: 5000 }

/** A scaled bucket. */
export function scaled(shape: BucketShape, scale: number): BucketShape {
  return { capacity: Math.max(1, shape.capacity * scale), perSecond: shape.perSecond * scale }
}
