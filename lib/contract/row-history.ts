import * as z from 'zod/mini'
import { vmStates } from '@/lib/encryption/types'
import { workKinds } from '@/lib/timeline/estimate/types'
import { startSchema } from './timeline-start'
import { stuckSchema, timeLeftSchema, workDoneSchema } from './timeline-work'

/** The work that is running in a VM, as far as the observations show; metrics are not read for rows. */
export const rowWorkSchema = z.object({
  /** Null for a stall outside any work, such as unmounting the old root. */
  work: z.nullable(z.enum(workKinds)),
  /** Null when it began before the observations that were read. */
  start: z.nullable(startSchema),
  done: workDoneSchema,
  timeLeft: timeLeftSchema,
  stuck: z.array(stuckSchema),
})

/** Since when a VM has been observed in the state of its row. Times are ISO. "First seen" is not "started". */
export const rowHistorySchema = z.object({
  /** The first of the consecutive observations of this state. */
  firstSeen: z.string(),
  /** The first observation since which there was no gap: later than `firstSeen` when there was a gap since. */
  unbrokenSince: z.string(),
  /** The observation that the row shows, by Azure's clock like the others. */
  seenAt: z.string(),
  /** The last observation of another state; null when there was no other state before. */
  before: z.nullable(z.object({ state: z.enum(vmStates), seenAt: z.string() })),
  /** Whether that observation was so close before `firstSeen` that the state began between the two. */
  beganBetween: z.boolean(),
  work: z.nullable(rowWorkSchema),
})
export type RowHistory = z.infer<typeof rowHistorySchema>
