import * as z from 'zod/mini'
import { problemKinds } from '@/lib/diagnosis/kinds'
import { problemSeverities } from '@/lib/diagnosis/types'

/** A problem in a list: its kind and its severity. */
export const problemLineSchema = z.object({
  kind: z.enum(problemKinds),
  severity: z.enum(problemSeverities),
  volume: z.nullable(z.enum(['os', 'data', 'all'])),
})
export type ProblemLine = z.infer<typeof problemLineSchema>
