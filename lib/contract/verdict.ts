import * as z from 'zod/mini'
import { flagCodes, flagReasons, passes, reportedWords, stamps, vmStates, volumeStates } from '@/lib/encryption/types'
import { dataStateSchema, progressSchema } from './row-verdict'
import { evidenceKinds, evidenceMarks, evidenceSources, evidenceValues } from '@/lib/encryption/evidence-types'

export const vmStateSchema = z.enum(vmStates)
const word = z.nullable(z.enum(reportedWords))

export const flagSchema = z.object({ code: z.enum(flagCodes), reason: z.enum(flagReasons) })

export const volumeSchema = z.object({
  name: z.string(),
  role: z.enum(['os', 'data']),
  lun: z.nullable(z.number()),
  stamp: z.enum(stamps),
  state: z.enum(volumeStates),
})

const powerShellPrinted = z.object({
  mode: z.enum(['None', 'SinglePass', 'DualPass']),
  OsVolumeEncrypted: z.string(),
  DataVolumesEncrypted: z.string(),
  OsVolumeEncryptionSettings: z.nullable(z.string()),
  ProgressMessage: z.string(),
})
const powerShellError = z.object({ error: z.string() })
export const powerShellViewSchema = z.union([powerShellPrinted, powerShellError])
const azOutcome = z.enum(['printed', 'nothing', 'error'])
const dataVerdict = z.object({ state: dataStateSchema, reported: word, stamped: z.number(), total: z.number() })

export const verdictSchema = z.object({
  pass: z.enum(passes),
  state: vmStateSchema,
  os: z.object({ state: z.enum(volumeStates), stamp: z.enum(stamps), reported: word }),
  data: dataVerdict,
  volumes: z.array(volumeSchema),
  progress: progressSchema,
  flags: z.array(flagSchema),
  otherTools: z.object({
    powershell: z.nullable(powerShellViewSchema),
    azCli: z.object({ outcome: azOutcome }),
  }),
})

/** The verdict on a VM or on another tool's output: `null` when the output does not show it. */
export const textVerdictSchema = z.extend(verdictSchema, {
  pass: z.nullable(z.enum(passes)),
  data: z.extend(dataVerdict, { stamped: z.nullable(z.number()), total: z.nullable(z.number()) }),
  otherTools: z.object({
    powershell: z.nullable(
      z.union([z.extend(powerShellPrinted, { mode: z.nullable(powerShellPrinted.shape.mode) }), powerShellError]),
    ),
    azCli: z.object({ outcome: z.nullable(azOutcome) }),
  }),
})

const evidenceCellSchema = z.object({
  value: z.enum(evidenceValues),
  raw: z.nullable(z.string()),
  mark: z.enum(evidenceMarks),
  count: z.nullable(z.object({ of: z.number(), total: z.number() })),
})

export const evidenceRowSchema = z.object({
  kind: z.enum(evidenceKinds),
  source: z.enum(evidenceSources),
  at: z.optional(z.string()),
  os: evidenceCellSchema,
  data: z.nullable(evidenceCellSchema),
})
