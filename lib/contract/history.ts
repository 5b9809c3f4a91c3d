import * as z from 'zod/mini'
import { observationSchema } from '@/lib/timeline/observation-schema'
import { subscriptionSchema } from './fleet'
import { historyFailures } from './history-failures'
import { estimateQualitySchema } from './timeline-work'

export { observationSchema }

/** Answer of `GET /api/v1/vms/{subscription}/{group}/{name}/history`. */
export const vmHistorySchema = z.object({
  /** ARM id as Azure spells it. */
  id: z.string(),
  /** The machine whose history this is; null where Azure does not say. */
  vmId: z.nullable(z.string()),
  /** ISO time of the reading that proved the reader's right. It is the last observation. */
  readAt: z.string(),
  /** Milliseconds between two looks of the collector, for a VM in motion and for others. */
  polling: z.object({ movingMs: z.number(), quietMs: z.number() }),
  /** Null where the history was read; otherwise only the reading of now is among the observations. */
  failure: z.nullable(z.enum(historyFailures)),
  /** Whether the reading of now is in the history for good: acknowledged, so that no killed server loses it. */
  kept: z.boolean(),
  /** Oldest first. Rows may overlap where two readers contradicted each other. */
  observations: z.array(observationSchema),
  /** Other machines that stood at this id before. */
  formerMachines: z.array(z.object({ vmId: z.string(), firstSeen: z.string(), lastSeen: z.string() })),
  /** Whether older rows were left out. */
  truncated: z.boolean(),
  /** Rows that are there and could not be read. */
  unreadable: z.number(),
})
export type VmHistory = z.infer<typeof vmHistorySchema>

/** Answer of `GET /api/v1/fleet/history`: the states of the VMs that the reader can read now, at evenly spaced moments. */
export const fleetHistorySchema = z.object({
  failure: z.nullable(z.enum(historyFailures)),
  /** VMs counted: those of the reader's inventory of now. */
  vms: z.number(),
  /** Whether all VMs of the reader's subscriptions were found. False where no subscription is listed: then nothing was read. */
  complete: z.boolean(),
  /** The reader's subscriptions, each with why its VMs could not be listed. */
  subscriptions: z.array(subscriptionSchema),
  /** A VM that nobody looked at around a moment is in none of its counts. */
  moments: z.array(z.object({ at: z.string(), counts: z.record(z.string(), z.number()) })),
  /** How estimates came out in runs of these VMs whose end was seen; no quality is told of too few runs. */
  estimates: z.object({ runs: z.number(), fewest: z.number(), quality: estimateQualitySchema }),
})
export type FleetHistory = z.infer<typeof fleetHistorySchema>
