import * as z from 'zod/mini'
import { vmStates } from '@/lib/encryption/types'
import { stuckRules } from '../stuck/signs'
import { noticeKinds } from './types'

/** The memory of watches as read back from the database, which is untrusted input too. */
export const watchMemorySchema = z.object({
  vmId: z.nullable(z.string()),
  at: z.string(),
  state: z.enum(vmStates),
  working: z.nullable(z.enum(['encrypting', 'decrypting'])),
  left: z.nullable(z.object({ state: z.enum(vmStates), at: z.string() })),
  stuck: z.boolean(),
  episodes: z.number(),
})

export const noticeSchema = z.object({
  kind: z.enum(noticeKinds),
  state: z.enum(vmStates),
  before: z.nullable(z.enum(vmStates)),
  at: z.string(),
  rule: z.nullable(z.enum(stuckRules)),
  episode: z.number(),
})

export const followedViewSchema = z.object({
  subscriptions: z.array(z.string()),
  groups: z.array(z.string()),
  os: z.array(z.enum(['Linux', 'Windows', 'unknown'])),
  states: z.array(z.enum(vmStates)),
})

export const noticeKindsSchema = z.array(z.enum(noticeKinds))
