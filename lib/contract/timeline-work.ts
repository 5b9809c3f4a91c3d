import * as z from 'zod/mini'
import { estimateBases, noEstimateReasons, workKinds } from '@/lib/timeline/estimate/types'
import { weightings } from '@/lib/timeline/estimate/volumes'
import { startSchema } from './timeline-start'

const work = z.enum(workKinds)
const range = z.object({ low: z.number(), likely: z.number(), high: z.number() })
const measured = { work, range, samples: z.number(), span: z.number() }

/** Progress of the work, as a share and as the whole percentage that every screen and file shows; see `WorkDone`. */
export const workDoneSchema = z.discriminatedUnion('basis', [
  z.object({
    basis: z.literal('percent'),
    done: z.number(),
    percent: z.number(),
    weighting: z.enum(weightings),
    index: z.nullable(z.number()),
    count: z.nullable(z.number()),
  }),
  z.object({
    basis: z.literal('metrics'),
    done: z.number(),
    percent: z.number(),
    bytesRead: z.number(),
    sizeBytes: z.number(),
    knownMinutes: z.number(),
    minutes: z.number(),
    until: z.string(),
  }),
  z.object({ basis: z.literal('none') }),
])

/** Time left in milliseconds, with its basis; see `TimeLeft`. */
export const timeLeftSchema = z.discriminatedUnion('basis', [
  z.object({ basis: z.literal('percent'), ...measured }),
  z.object({ basis: z.literal('metrics'), ...measured }),
  z.object({ basis: z.literal('similar'), work, range, disks: z.number() }),
  z.object({ basis: z.literal('documented'), work, low: z.number(), high: z.number() }),
  z.object({ basis: z.literal('none'), work: z.nullable(work), why: z.enum(noEstimateReasons) }),
])

/** A rule for "possibly stuck" with its readings; see `StuckSign`. */
export const stuckSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('no-disk-traffic'), since: z.string(), until: z.string(), knownMinutes: z.number() }),
  z.object({ rule: z.literal('retries-rising'), attempt: z.number(), since: z.string() }),
  z.object({ rule: z.literal('agent-silent'), since: z.string(), silentFor: z.number() }),
  z.object({ rule: z.literal('far-over-similar'), elapsed: z.number(), median: z.number(), disks: z.number() }),
])

/** Quality of the estimates of each basis, scored against observed ends. */
export const estimateQualitySchema = z.array(
  z.object({
    basis: z.enum(estimateBases),
    count: z.number(),
    medianError: z.nullable(z.number()),
    within: z.number(),
  }),
)

/**
 * The work running in a VM, its progress, its time left, whether it is possibly stuck, and the quality of such
 * estimates.
 */
export const workSchema = z.object({
  run: z.nullable(z.object({ work, start: startSchema })),
  done: workDoneSchema,
  timeLeft: timeLeftSchema,
  stuck: z.array(stuckSchema),
  quality: estimateQualitySchema,
})
