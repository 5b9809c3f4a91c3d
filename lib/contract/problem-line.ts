import * as z from 'zod/mini'
import { problemKinds } from '@/lib/diagnosis/kinds'
import { problemSeverities } from '@/lib/diagnosis/types'

/** A problem in a list: what it is and how much it matters. */
export const problemLineSchema = z.object({
  kind: z.enum(problemKinds),
  severity: z.enum(problemSeverities),
  volume: z.nullable(z.enum(['os', 'data', 'all'])),
})
export type ProblemLine = z.infer<typeof problemLineSchema>
