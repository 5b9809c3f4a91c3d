import * as z from 'zod/mini'
import { vmStates, volumeStates } from '@/lib/encryption/types'
import { activityKinds, activityOutcomes, activitySources } from '@/lib/timeline/activity/types'
import { observationSources } from '@/lib/timeline/observation'
import { observedFactsSchema } from '@/lib/timeline/observation-schema'
import { historyFailures } from './history-failures'
import { startSchema } from './timeline-start'
import { workSchema } from './timeline-work'

export type { ActivityItem } from '@/lib/timeline/activity/types'
export { entriesOf, type Entry } from '@/lib/timeline/entries'
export type { Gap, LaneId, Start } from '@/lib/timeline/types'

const text = z.nullable(z.string())

const intervalFields = {
  from: z.string(),
  to: z.string(),
  start: startSchema,
  open: z.boolean(),
  sources: z.array(z.enum(observationSources)),
}
const gaps = z.array(z.object({ from: z.string(), to: z.string(), ends: z.enum(['seen-again', 'now', 'deleted']) }))
const dataState = observedFactsSchema.shape.data

const lanesSchema = z.object({
  vm: z.object({ gaps, intervals: z.array(z.object({ ...intervalFields, value: z.enum(vmStates) })) }),
  os: z.object({ gaps, intervals: z.array(z.object({ ...intervalFields, value: z.enum(volumeStates) })) }),
  data: z.object({ gaps, intervals: z.array(z.object({ ...intervalFields, value: dataState })) }),
  message: z.object({
    gaps,
    intervals: z.array(z.object({ ...intervalFields, value: observedFactsSchema.shape.message })),
  }),
  power: z.object({
    gaps,
    intervals: z.array(z.object({ ...intervalFields, value: z.object({ power: text, agent: text }) })),
  }),
})

const machineTimelineSchema = z.object({
  vmId: text,
  from: z.string(),
  to: z.string(),
  deletedAt: text,
  places: z.array(z.object({ id: z.string(), from: z.string() })),
  lanes: lanesSchema,
  percents: z.array(
    z.object({
      at: z.string(),
      percent: z.number(),
      index: z.nullable(z.number()),
      count: z.nullable(z.number()),
    }),
  ),
})

const actor = z.object({ kind: z.enum(['person', 'application', 'platform', 'unknown']), name: text })

const activitySchema = z.object({
  key: z.string(),
  kind: z.enum(activityKinds),
  operation: text,
  resourceId: z.string(),
  from: z.string(),
  to: z.string(),
  outcome: z.enum(activityOutcomes),
  actor,
  correlationId: text,
  sources: z.array(z.enum(activitySources)),
  changes: z.array(z.object({ path: z.string(), before: text, after: text })),
  stamps: z.array(z.object({ at: z.string(), diskId: z.string(), stamped: z.boolean() })),
})

/** Further sources that are read when a VM's timeline is opened. */
export const timelineSources = ['activity-log', 'resource-changes', 'metrics', 'guest-audit'] as const
export type TimelineSource = (typeof timelineSources)[number]

/**
 * `partial`: something was left out. `none`: nothing was found. `not-asked`: the source could add nothing here.
 * `unavailable`: this cloud has no such source. `not-in-file`: a file is shown, and does not contain it.
 */
export const sourceOutcomes = [
  'read',
  'partial',
  'none',
  'denied',
  'failed',
  'not-asked',
  'unavailable',
  'not-in-file',
] as const
export type SourceOutcome = (typeof sourceOutcomes)[number]

/** Answer of `GET /api/v1/vms/{subscription}/{group}/{name}/timeline`. Times are ISO, by Azure's clock. */
export const vmTimelineSchema = z.object({
  id: z.string(),
  /** Time of the answer: the right edge of the lanes. */
  now: z.string(),
  /** The machines, in order; the last is the present one. */
  machines: z.array(machineTimelineSchema),
  activity: z.array(activitySchema),
  /** Number of records with an impossible time. */
  leftOut: z.number(),
  work: workSchema,
  /** Who requested the VM's current encryption or decryption, as Azure recorded it; null when unknown. */
  requested: z.nullable(z.object({ at: z.string(), actor })),
  sources: z.array(
    z.object({
      source: z.enum(timelineSources),
      outcome: z.enum(sourceOutcomes),
      /** The least built-in role that could read it; null when nothing is missing. */
      role: text,
      /** For `partial`: the time since which the records are complete. Before it, a missing record proves nothing. */
      wholeSince: text,
    }),
  ),
  /** The collector's polling interval in milliseconds, for a VM in motion and for others. */
  polling: z.object({ movingMs: z.number(), quietMs: z.number() }),
  /** Null when the history was read; otherwise the lanes contain only the current reading. */
  historyFailure: z.nullable(z.enum(historyFailures)),
  /** Whether older observations were left out, and how many rows could not be parsed. */
  truncated: z.boolean(),
  unreadable: z.number(),
  /** Other machines that had this id before. */
  formerMachines: z.array(z.object({ vmId: z.string(), firstSeen: z.string(), lastSeen: z.string() })),
})
export type VmTimeline = z.infer<typeof vmTimelineSchema>
