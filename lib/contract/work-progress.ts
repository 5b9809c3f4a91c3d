import * as z from 'zod/mini'
import { historyFailures } from './history-failures'
import { rowHistorySchema, rowWorkSchema } from './row-history'

/** What the history adds to the verdict on one VM: since when, how far, how long. Times are ISO, by Azure's clock. */
export const workProgressSchema = z.object({
  /** When the VM was read. */
  at: z.string(),
  /** Null when the history has no observation of the VM. Its `work` is null: see below. */
  history: z.nullable(rowHistorySchema),
  /** The running work, by the history and by metrics if they could be read; null when no work is running. */
  work: z.nullable(rowWorkSchema),
  /** Null when the history was read. */
  failure: z.nullable(z.enum(historyFailures)),
  /** Who requested the running work, by the Activity Log; null when no work is running or no request is recorded. */
  requested: z.nullable(
    z.object({
      at: z.string(),
      actor: z.object({
        kind: z.enum(['person', 'application', 'platform', 'unknown']),
        name: z.nullable(z.string()),
      }),
    }),
  ),
  /** Documented duration of the running work, in milliseconds. */
  documented: z.nullable(z.object({ low: z.number(), high: z.number() })),
})
export type WorkProgress = z.infer<typeof workProgressSchema>
