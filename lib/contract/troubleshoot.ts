import * as z from 'zod/mini'
import { causeKinds } from '@/lib/diagnosis/causes/kinds'
import { supports } from '@/lib/diagnosis/causes/types'
import { commandShells } from '@/lib/diagnosis/commands/types'
import { prerequisiteKinds } from '@/lib/diagnosis/readiness/kinds'
import { reasonKinds } from '@/lib/diagnosis/readiness/reasons'
import { prerequisiteOutcomes, readinesses } from '@/lib/diagnosis/readiness/types'
import { stepKinds } from '@/lib/diagnosis/steps/kinds'
import { stepPhases, stepRights, stepRisks } from '@/lib/diagnosis/steps/types'
import { factNames } from '@/lib/diagnosis/types'
import { relatedResourceNames } from '@/lib/facts/related-resources/names'
import { workProgressSchema } from './work-progress'
import { problemLineSchema } from './problem-line'
import { evidenceRowSchema, verdictSchema } from './verdict'

const valuesSchema = z.record(z.string(), z.union([z.string(), z.number()]))

export const prerequisiteSchema = z.object({
  kind: z.enum(prerequisiteKinds),
  outcome: z.enum(prerequisiteOutcomes),
  reason: z.enum(reasonKinds),
  values: valuesSchema,
  missing: z.nullable(z.enum(relatedResourceNames)),
  /** URL of the documentation behind the check. */
  source: z.string(),
  /**
   * The check inside the VM that answers it; null when Azure itself shows it, or when the check would disturb a copy.
   */
  step: z.nullable(z.enum(stepKinds)),
})
export type Prerequisite = z.infer<typeof prerequisiteSchema>

export const causeSchema = z.object({
  kind: z.enum(causeKinds),
  support: z.enum(supports),
  facts: z.array(z.enum(factNames)),
  prerequisites: z.array(z.enum(prerequisiteKinds)),
  values: valuesSchema,
  steps: z.array(z.enum(stepKinds)),
  /** The steps of them that can be taken in place of the step before. */
  alternatives: z.array(z.enum(stepKinds)),
})
export type Cause = z.infer<typeof causeSchema>

export const problemSchema = z.extend(problemLineSchema, {
  evidence: z.array(z.enum(factNames)),
  /** Ranked: causes that the evidence supports come first. */
  causes: z.array(causeSchema),
})
export type Problem = z.infer<typeof problemSchema>

const commandSchema = z.array(z.object({ text: z.string(), filled: z.boolean() }))

export const stepSchema = z.object({
  kind: z.enum(stepKinds),
  phase: z.enum(stepPhases),
  right: z.enum(stepRights),
  risks: z.array(z.enum(stepRisks)),
  /** Whether its commands change nothing, neither in Azure nor in the VM. */
  readOnly: z.boolean(),
  /** With this VM's names; shells that cannot express it are missing. */
  commands: z.partialRecord(z.enum(commandShells), commandSchema),
})
export type Step = z.infer<typeof stepSchema>

/** Outcome of one reading of the related resources. */
export const relatedResourceOutcomes = [
  'read',
  'denied',
  'absent',
  'failed',
  'not-asked',
  'unavailable',
  'not-in-file',
] as const

/** Answer of `GET` and `POST /api/v1/vms/{subscription}/{group}/{name}/troubleshoot`. */
export const troubleshootSchema = z.object({
  id: z.string(),
  /** ISO time of the reading. */
  readAt: z.string(),
  armRequests: z.number(),
  /** With what guest configuration attests, where it does. */
  verdict: verdictSchema,
  evidence: z.array(evidenceRowSchema),
  /** What the history adds; its flags are included in the verdict. */
  workProgress: workProgressSchema,
  problems: z.array(problemSchema),
  /** Every step that a cause or check names, once. */
  steps: z.array(stepSchema),
  prerequisites: z.array(prerequisiteSchema),
  readiness: z.enum(readinesses),
  reads: z.array(
    z.object({
      name: z.enum(relatedResourceNames),
      outcome: z.enum(relatedResourceOutcomes),
      /** The built-in role that could read it; null when it was read or nothing is missing. */
      role: z.nullable(z.string()),
    }),
  ),
  /** What a console or extension log shows; null when none was read or pasted. */
  inside: z.nullable(
    z.object({
      source: z.enum(['pasted', 'boot-diagnostics']),
      cut: z.boolean(),
      steps: z.array(z.string()),
      lines: z.array(
        z.object({
          kind: z.string(),
          text: z.string(),
          line: z.number(),
          at: z.nullable(z.string()),
          /** Whether the next steps of the message's entry fit everything that was read. */
          showsNext: z.boolean(),
        }),
      ),
    }),
  ),
  /**
   * Text for reporting a message that is not in the catalogue, with secrets removed; null when all messages are known.
   */
  report: z.nullable(z.string()),
})
export type Troubleshoot = z.infer<typeof troubleshootSchema>

/** In characters. */
export const longestPastedLog = 1_000_000

/** Body of `POST`: a log that a user pasted. It is analysed and not stored. */
export const troubleshootRequestSchema = z.strictObject({
  log: z.string().check(z.maxLength(longestPastedLog)),
})
