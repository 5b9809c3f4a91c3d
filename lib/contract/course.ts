import * as z from 'zod/mini'
import { historyFailures } from './history-failures'
import { rowHistorySchema, rowWorkSchema } from './row-history'

/** What time adds to the verdict on one VM: since when, how far, how long still. Times are ISO, by Azure's clock. */
export const courseSchema = z.object({
  /** When the VM was looked at. */
  at: z.string(),
  /** Null where the history does not know the VM. Its `work` is null: see below. */
  history: z.nullable(rowHistorySchema),
  /** What goes on, by the history and by metrics where they could be read; null where nothing does. */
  work: z.nullable(rowWorkSchema),
  /** Null where the history was read. */
  failure: z.nullable(z.enum(historyFailures)),
  /** Who asked for the work that goes on, by the Activity Log; null where nothing goes on or nothing is recorded. */
  requested: z.nullable(
    z.object({
      at: z.string(),
      actor: z.object({
        kind: z.enum(['person', 'application', 'platform', 'unknown']),
        name: z.nullable(z.string()),
      }),
    }),
  ),
  /** How long the present work takes by the documentation, in milliseconds. */
  documented: z.nullable(z.object({ low: z.number(), high: z.number() })),
})
export type Course = z.infer<typeof courseSchema>
