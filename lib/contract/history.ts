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
  /** The machine that the history belongs to; null when Azure returned no `vmId`. */
  vmId: z.nullable(z.string()),
  /** ISO time of the reading that proved the user's permission. It is the last observation of the first page. */
  readAt: z.string(),
  /** The collector's polling interval in milliseconds, for a VM in motion and for others. */
  polling: z.object({ movingMs: z.number(), quietMs: z.number() }),
  /** Null when the history was read; otherwise the current reading is the only observation. */
  failure: z.nullable(z.enum(historyFailures)),
  /** Whether the current reading is stored durably: the store acknowledged it, so a killed server does not lose it. */
  kept: z.boolean(),
  /**
   * Oldest first. Rows may overlap when two readers contradicted each other. A VM keeps its observations when it is moved;
   * their `id` is empty where it named a place at which the caller cannot read VMs.
   */
  observations: z.array(observationSchema),
  /** Other machines that had this id before. */
  formerMachines: z.array(z.object({ vmId: z.string(), firstSeen: z.string(), lastSeen: z.string() })),
  /** Whether older rows were left out. */
  truncated: z.boolean(),
  /** Pass this as `before` to get the rows that were left out; null without any. */
  next: z.nullable(z.string()),
  /** Number of stored rows that could not be parsed. */
  unreadable: z.number(),
})
export type VmHistory = z.infer<typeof vmHistorySchema>

/** Answer of `GET /api/v1/fleet/history`: the states of the VMs that the user can read now, at evenly spaced times. */
export const fleetHistorySchema = z.object({
  failure: z.nullable(z.enum(historyFailures)),
  /** Number of VMs: those of the user's current inventory. */
  vms: z.number(),
  /**
   * Whether all VMs of the user's subscriptions were found. False when no subscription is listed: then nothing was
   * read.
   */
  complete: z.boolean(),
  /** The user's subscriptions, each with the reason if its VMs could not be listed. */
  subscriptions: z.array(subscriptionSchema),
  /**
   * A VM without an observation around a time is in none of its `counts`. If it was observed before, it is in
   * `lastKnown` with that earlier state, otherwise in neither: its state at that time is unknown.
   */
  moments: z.array(
    z.object({
      at: z.string(),
      counts: z.record(z.string(), z.number()),
      lastKnown: z.record(z.string(), z.number()),
    }),
  ),
  /** Scores of the estimates in runs of these VMs with an observed end; empty for too few runs. */
  estimates: z.object({ runs: z.number(), fewest: z.number(), quality: estimateQualitySchema }),
})
export type FleetHistory = z.infer<typeof fleetHistorySchema>
