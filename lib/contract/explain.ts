import * as z from 'zod/mini'
export type { FragmentFinding, FragmentKind } from '@/lib/facts/paste/fragments/types'
import { evidenceRowSchema, textVerdictSchema } from './verdict'
import type { VmDetail } from './vm'

/** The recognised kind of the input text. */
export const explainInputs = ['arm-vm', 'az-vm', 'az-encryption-show', 'powershell', 'xplat'] as const
export type ExplainInput = (typeof explainInputs)[number]

export const explainErrorCodes = ['empty', 'too-large', 'json-invalid', 'not-a-vm', 'compressed', 'bundle'] as const
export type ExplainErrorCode = (typeof explainErrorCodes)[number]

/** One VM's verdict as `explain` prints it. Schema 1; see the README. */
export const explanationSchema = z.extend(textVerdictSchema, {
  schema: z.literal(1),
  vm: z.object({
    id: z.nullable(z.string()),
    name: z.nullable(z.string()),
    osType: z.nullable(z.string()),
    powerState: z.nullable(z.string()),
  }),
  diagnosis: z.array(z.object({ kind: z.string(), severity: z.string(), volume: z.nullable(z.string()) })),
})
export const explainEvidenceSchema = z.array(evidenceRowSchema)

/** What the screens show both of a VM's own reading and of a pasted text. */
export type ExplainedVm = Pick<VmDetail, 'osType' | 'otherEncryption' | 'operation'> & {
  readonly verdict: z.infer<typeof textVerdictSchema>
}
