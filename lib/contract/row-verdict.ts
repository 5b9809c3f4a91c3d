import * as z from 'zod/mini'
import { vmStates } from '@/lib/encryption/types'
import { catalogueIds } from '@/lib/messages/ids'
import { messagePhases } from '@/lib/messages/types'

export const dataStateSchema = z.enum([
  ...vmStates.filter((state) => state !== 'protected-otherwise'),
  'none',
  'not-mounted',
])

export const progressSchema = z.object({
  message: z.nullable(z.string()),
  messageKind: z.nullable(z.enum([...catalogueIds, 'unrecognised'])),
  phase: z.nullable(z.enum(messagePhases)),
  percent: z.nullable(z.number()),
})
