import * as z from 'zod/mini'
import { vmStates } from '@/lib/encryption/types'
import { workKinds } from '@/lib/timeline/estimate/types'
import { startSchema } from './timeline-start'
import { stuckSchema, timeLeftSchema, workDoneSchema } from './timeline-work'

/** The work that goes on in a VM, as far as the looks at it tell; no metrics are read for a row. */
export const rowWorkSchema = z.object({
  /** Null where something looks stuck that is no work of its own, such as unmounting the old root. */
  work: z.nullable(z.enum(workKinds)),
  /** Null where it began before the looks that were read. */
  start: z.nullable(startSchema),
  done: workDoneSchema,
  timeLeft: timeLeftSchema,
  stuck: z.array(stuckSchema),
})

/** Since when a VM is seen in the state of its row. Times are ISO. "First seen" is not "started". */
export const rowHistorySchema = z.object({
  /** The first of the looks that saw this state and, up to now, no other. */
  firstSeen: z.string(),
  /** The first look since which nobody stopped looking: later than `firstSeen` where there was a gap since. */
  unbrokenSince: z.string(),
  /** The look whose state the row shows, by Azure's clock like the others. */
  seenAt: z.string(),
  /** The last look that saw another state; null where there was none. */
  before: z.nullable(z.object({ state: z.enum(vmStates), seenAt: z.string() })),
  /** Whether that look was so close before `firstSeen` that the state began between the two. */
  beganBetween: z.boolean(),
  work: z.nullable(rowWorkSchema),
})
export type RowHistory = z.infer<typeof rowHistorySchema>
