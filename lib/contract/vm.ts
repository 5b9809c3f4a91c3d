import * as z from 'zod/mini'
import { wordFields, type WordField } from '@/lib/facts/azure-words'
import { workProgressSchema } from './work-progress'
import { armOperations, fleetReadinesses, otherEncryptions, powerStates } from './fleet'
import { knownSchema } from './known'
import { problemLineSchema } from './problem-line'
import { evidenceRowSchema, verdictSchema } from './verdict'

export type { WordField }

export const diskSchema = z.object({
  name: z.string(),
  role: z.enum(['os', 'data']),
  lun: z.nullable(z.number()),
  sizeGiB: z.nullable(z.number()),
  managed: z.nullable(z.boolean()),
})

/** Answer of `GET /api/v1/vms/{subscription}/{group}/{name}`, and of the same for an instance of a scale set. */
export const vmDetailSchema = z.object({
  id: z.string(),
  tenantId: z.string(),
  vmId: z.nullable(z.string()),
  name: z.string(),
  subscriptionId: z.string(),
  /** Null where the user's list of subscriptions does not contain it or could not be read. */
  subscriptionName: z.nullable(z.string()),
  resourceGroup: z.string(),
  region: z.nullable(z.string()),
  osType: z.nullable(z.enum(['Windows', 'Linux'])),
  osName: z.nullable(z.string()),
  osVersion: z.nullable(z.string()),
  size: z.nullable(z.string()),
  power: z.enum(powerStates),
  agent: z.object({
    status: z.nullable(z.string()),
    version: z.nullable(z.string()),
    heartbeatAt: z.nullable(z.string()),
  }),
  extension: z.nullable(
    z.object({
      name: z.nullable(z.string()),
      type: z.nullable(z.string()),
      version: z.nullable(z.string()),
      provisioningState: z.nullable(z.string()),
      operation: z.nullable(z.string()),
      volumeType: z.nullable(z.string()),
    }),
  ),
  keyVault: z.nullable(z.string()),
  keyEncryptionKey: z.nullable(z.string()),
  otherEncryption: z.array(z.enum(otherEncryptions)),
  /**
   * Whether a disk is encrypted at rest with a platform-managed and a customer-managed key. Only the disks show this.
   */
  doubleEncryption: knownSchema(z.boolean()),
  /** As in the fleet's row: uses only what the inventory contains. */
  readiness: z.nullable(z.enum(fleetReadinesses)),
  /** Set for an instance of a uniform scale set. `latestModelApplied` is null when Azure does not return it. */
  instance: z.nullable(
    z.object({ scaleSet: z.string(), instanceId: z.string(), latestModelApplied: z.nullable(z.boolean()) }),
  ),
  disks: z.array(diskSchema),
  verdict: verdictSchema,
  /** As in the fleet's row. */
  operation: z.nullable(z.enum(armOperations)),
  /** Words of Azure that Sealwatch does not know; a power state comes in lower case. */
  unknownWords: z.array(z.object({ field: z.enum(wordFields), word: z.string() })),
  evidence: z.array(evidenceRowSchema),
  /** Problems that this reading shows, and findings that only seem to be problems; the most severe first. */
  problems: z.array(problemLineSchema),
  /** What the history adds; its flags are included in the verdict. */
  workProgress: workProgressSchema,
  /** Further status texts of the extension, in ARM's order. */
  statuses: z.array(
    z.object({
      code: z.string(),
      level: z.nullable(z.string()),
      displayStatus: z.nullable(z.string()),
      message: z.nullable(z.string()),
    }),
  ),
  /** ISO time of the reading. */
  readAt: z.string(),
  armRequests: z.number(),
  /** The JSON that was read, pretty-printed; secrets' URLs shortened. At most 1 MB. */
  raw: z.string(),
})
export type VmDetail = z.infer<typeof vmDetailSchema>
