import * as z from 'zod/mini'

/** How precisely the start of an interval is known; see `Start`. */
export const startSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), at: z.string() }),
  z.object({ kind: z.literal('between'), after: z.string(), at: z.string() }),
  z.object({ kind: z.literal('first-seen'), at: z.string() }),
])
