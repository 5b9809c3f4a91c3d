import * as z from 'zod/mini'
import { passes, reportedWords, stamps, vmStates, volumeStates } from '@/lib/encryption/types'
import { catalogueIds } from '@/lib/messages/ids'
import { messagePhases } from '@/lib/messages/types'
import { observationDepths, observationSources } from './observation'

const text = z.nullable(z.string())
const number = z.nullable(z.number())
const word = z.nullable(z.enum(reportedWords))
const dataStates = [...vmStates.filter((state) => state !== 'protected-otherwise'), 'none', 'not-mounted'] as const

/** `ObservedFacts` as JSON: for data from a database and in the browser. */
export const observedFactsSchema = z.object({
  depth: z.enum(observationDepths),
  osType: z.nullable(z.enum(['Windows', 'Linux'])),
  pass: z.nullable(z.enum(passes)),
  state: z.enum(vmStates),
  os: z.enum(volumeStates),
  data: z.enum(dataStates),
  reported: z.object({ os: word, data: word }),
  message: z.nullable(
    z.object({
      text: z.string(),
      kind: z.nullable(z.enum([...catalogueIds, 'unrecognised'])),
      phase: z.nullable(z.enum(messagePhases)),
      percent: number,
      index: number,
      count: number,
      attempt: number,
    }),
  ),
  status: z.object({ code: text, level: text }),
  request: z.object({ operation: text, volumeType: text }),
  extension: z.nullable(z.object({ name: text, version: text, provisioningState: text, sequence: text })),
  power: text,
  agent: text,
  disks: z.array(
    z.object({
      name: z.string(),
      role: z.enum(['os', 'data']),
      lun: number,
      sizeGiB: number,
      stamp: z.enum(stamps),
      state: z.enum(volumeStates),
    }),
  ),
})

/** `Observation` as JSON. */
export const observationSchema = z.object({
  cloud: z.string(),
  tenantId: z.string(),
  id: z.string(),
  vmId: text,
  firstSeen: z.string(),
  lastSeen: z.string(),
  source: z.enum(observationSources),
  heartbeatAt: text,
  facts: observedFactsSchema,
})
