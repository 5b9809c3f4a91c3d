import * as z from 'zod/mini'
import { armOperations } from '@/lib/facts/azure-words'
import { flagCodes, passes, vmStates, volumeStates } from '@/lib/encryption/types'
import { otherEncryptions } from '@/lib/encryption/other-encryption'
import { fleetReadinesses } from '@/lib/diagnosis/readiness/types'
import { apiErrorSchema, azureRefusalShape, errorCodes } from './errors'
import { historyFailures } from './history-failures'
import { rowHistorySchema } from './row-history'
import { estimateQualitySchema } from './timeline-work'
import { problemLineSchema } from './problem-line'
import { dataStateSchema, progressSchema } from './row-verdict'

export { armOperations, type ArmOperation } from '@/lib/facts/azure-words'
export { fleetReadinesses, type FleetReadiness } from '@/lib/diagnosis/readiness/types'
export { otherEncryptions, type OtherEncryption } from '@/lib/encryption/other-encryption'

/**
 * How far a row's verdict goes. `read`: from the VM's own instance view. `inventory`: a complete, dated inventory shows
 * no ADE. `pending`: a candidate that is not read yet. `failed`: the reading failed (see `readError`). `incomplete`:
 * the inventory of its subscription is incomplete, so the state is unknown.
 */
export const readings = ['read', 'inventory', 'pending', 'failed', 'incomplete'] as const
export type RowSource = (typeof readings)[number]

export const powerStates = [
  'running',
  'starting',
  'stopping',
  'stopped',
  'deallocating',
  'deallocated',
  'unknown',
] as const
export type PowerState = (typeof powerStates)[number]

export const fleetRowSchema = z.object({
  /** ARM id, lower case: the key of the row. */
  key: z.string(),
  /** ARM id as Azure spells it. */
  id: z.string(),
  name: z.string(),
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  region: z.string(),
  osType: z.nullable(z.enum(['Windows', 'Linux'])),
  osName: z.nullable(z.string()),
  size: z.nullable(z.string()),
  power: z.enum(powerStates),
  tags: z.record(z.string(), z.string()),
  reading: z.enum(readings),
  readError: z.nullable(z.enum(errorCodes)),
  state: z.enum(vmStates),
  os: z.enum(volumeStates),
  data: z.object({ state: dataStateSchema, stamped: z.number(), total: z.number() }),
  pass: z.nullable(z.enum(passes)),
  extensionVersion: z.nullable(z.string()),
  progress: progressSchema,
  /** Whether ARM is at work on the VM or its ADE extension; null when nothing that was read shows it. */
  operation: z.nullable(z.enum(armOperations)),
  flags: z.array(z.enum(flagCodes)),
  keyVault: z.nullable(z.string()),
  /** Name of the key encryption key; null when none is used or it is unknown. */
  keyEncryptionKey: z.nullable(z.string()),
  otherEncryption: z.array(z.enum(otherEncryptions)),
  /** Whether encryption could be started, as far as the inventory shows; null when it should not be started. */
  readiness: z.nullable(z.enum(fleetReadinesses)),
  /** The most severe problem of this reading; null without one or when the VM was not read. */
  problem: z.nullable(problemLineSchema),
  /** ISO time at which the evidence behind `state` was read. */
  evidenceAt: z.nullable(z.string()),
  /** Null when the history has no observation of the VM, is unavailable, or is not read yet. */
  history: z.nullable(rowHistorySchema),
})
export type FleetRow = z.infer<typeof fleetRowSchema>

export const subscriptionSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Null while not yet known. */
  vms: z.nullable(z.number()),
  error: z.nullable(z.enum(errorCodes)),
})
export type Subscription = z.infer<typeof subscriptionSchema>

/** A part of the fleet that could not be read, with its cause. `scope` is a subscription id, a VM id or `tenant`. */
export const gapSchema = z.object({
  scope: z.string(),
  kind: z.enum(['tenant', 'subscription', 'vm', 'inventory']),
  code: z.enum(errorCodes),
  ...azureRefusalShape,
})
export type Gap = z.infer<typeof gapSchema>

/** A rate-limit bucket that a load waits for. `until` is an ISO time. */
export const waitSchema = z.object({
  scope: z.string(),
  reason: z.enum(['arm-reads', 'resource-graph', 'compute', 'server-error']),
  until: z.string(),
  /** Azure's error codes that caused the wait; absent if Azure returned none. */
  azureCodes: z.optional(z.array(z.string())),
})
export type Wait = z.infer<typeof waitSchema>

export const loadProgressSchema = z.object({
  inventoryPages: z.number(),
  inventoryComplete: z.boolean(),
  vms: z.number(),
  candidates: z.number(),
  read: z.number(),
  failed: z.number(),
  armRequests: z.number(),
  throttled: z.number(),
  waits: z.array(waitSchema),
})
export type LoadProgress = z.infer<typeof loadProgressSchema>

/** What the history adds to the rows. Sent once it is known, and again when more is known; the last one counts. */
export const fleetPastSchema = z.object({
  /** Null when the history was read and can be written. Otherwise rows may have no history, or an old one. */
  failure: z.nullable(z.enum(historyFailures)),
  /** Quality of the estimates for the VMs that the user can read. */
  quality: estimateQualitySchema,
})
export type FleetPast = z.infer<typeof fleetPastSchema>

/** One line of `GET /api/v1/fleet` (NDJSON). Rows are upserts by `key`; exactly one `end` or `failure` closes the stream. */
export const fleetEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), at: z.string(), tenantId: z.string() }),
  // The load waits for other loads of the same user; 1 is the next. Sent again when the place changes.
  z.object({ type: z.literal('queued'), place: z.number() }),
  z.object({ type: z.literal('subscriptions'), subscriptions: z.array(subscriptionSchema) }),
  z.object({ type: z.literal('rows'), rows: z.array(fleetRowSchema) }),
  z.object({ type: z.literal('gap'), gap: gapSchema }),
  z.object({ type: z.literal('progress'), progress: loadProgressSchema }),
  z.object({ type: z.literal('history'), ...fleetPastSchema.shape }),
  z.object({ type: z.literal('end'), at: z.string(), complete: z.boolean(), progress: loadProgressSchema }),
  z.object({ type: z.literal('failure'), error: apiErrorSchema }),
])
export type FleetEvent = z.infer<typeof fleetEventSchema>
