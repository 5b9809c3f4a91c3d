import * as z from 'zod/mini'
import { knownSchema } from './known'

/** Most places in one request, most VM sizes in each, and most sizes of all places: each is a line of the answer. */
export const mostPlaces = 2000
const mostSizes = 500
export const mostSizesInAll = 20_000

const guid = z.guid()
const region = z.string().check(z.regex(/^[a-z0-9]{1,60}$/))
const size = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,80}$/))

/** Body of `POST /api/v1/retirement`: the places of the VMs with Azure Disk Encryption, and their sizes. */
export const retirementRequestSchema = z.strictObject({
  places: z
    .array(z.strictObject({ subscriptionId: guid, region, sizes: z.array(size).check(z.maxLength(mostSizes)) }))
    .check(
      z.maxLength(mostPlaces),
      z.refine((places) => places.reduce((sum, { sizes }) => sum + sizes.length, 0) <= mostSizesInAll),
    ),
})
export type RetirementRequest = z.infer<typeof retirementRequestSchema>

export const retirementDiskSchema = z.object({
  id: z.string(),
  name: z.string(),
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  region: z.string(),
  /** Key of the VM that the disk is attached to; null for none. */
  vm: z.nullable(z.string()),
  sku: z.nullable(z.string()),
  sizeGiB: z.nullable(z.number()),
  /** In bytes. */
  sectorSize: z.nullable(z.number()),
  /** ISO time. */
  createdAt: z.nullable(z.string()),
  osType: z.nullable(z.enum(['Windows', 'Linux'])),
  /** Whether the disk has encryption settings of Azure Disk Encryption. */
  stamped: z.boolean(),
  /** Whether it is encrypted at rest with a platform-managed and a customer-managed key. */
  doubleEncrypted: z.boolean(),
})
export type RetirementDisk = z.infer<typeof retirementDiskSchema>

/**
 * Answer of `POST /api/v1/retirement`: what decides how VMs can leave Azure Disk Encryption, beside the VMs themselves.
 */
export const retirementSchema = z.object({
  at: z.string(),
  /** Whether encryption at host is registered in a subscription. */
  features: z.array(z.object({ subscriptionId: z.string(), registered: knownSchema(z.boolean()) })),
  sizes: z.array(
    z.object({ subscriptionId: z.string(), region: z.string(), size: z.string(), atHost: knownSchema(z.boolean()) }),
  ),
  /** Disks with encryption settings, of kinds with limits, or doubly encrypted. */
  disks: knownSchema(z.array(retirementDiskSchema)),
  /** Keys of VMs that an extension joined to a domain. */
  domainJoined: knownSchema(z.array(z.string())),
  /** Keys of VMs that are session hosts of Azure Virtual Desktop. */
  sessionHosts: knownSchema(z.array(z.string())),
  /** Keys of VMs that Azure Backup protects. */
  backedUp: knownSchema(z.array(z.string())),
  /** Keys of VMs that are members of a flexible scale set. */
  setMembers: knownSchema(z.array(z.string())),
})
export type Retirement = z.infer<typeof retirementSchema>
