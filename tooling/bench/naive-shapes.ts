import * as z from 'zod'

/** The order of the naive loop, as JSON on its command line. */
export const naiveOrder = z.object({
  armEndpoint: z.string(),
  token: z.string(),
  subscriptions: z.array(z.string()),
  scale: z.number(),
})
export type NaiveOrder = z.infer<typeof naiveOrder>

export const naiveReading = z.object({
  seconds: z.number(),
  firstRowMs: z.number(),
  rssMb: z.number(),
  cpuSeconds: z.number(),
})
export type NaiveReading = z.infer<typeof naiveReading>
