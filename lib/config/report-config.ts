import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { environmentSchema, withoutEmpty } from './environment'
import { whole } from './fields'
import { whyUnwritable } from './own-file'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'
import { containerAddress, storageOf } from './storage-address'

/** The variables of the reports that the collector writes. */
export const reportEnvironmentSchema = z.object({
  SEALWATCH_REPORTS_DIR: z.string().trim().optional(),
  SEALWATCH_REPORTS_CONTAINER: z.string().trim().optional(),
  SEALWATCH_REPORTS_HOURS: whole(1, 744, 24),
  SEALWATCH_REPORTS_KEEP: whole(1, 1000, 30),
  SEALWATCH_REPORTS_LANGUAGE: z.enum(['en', 'ja']).default('en'),
})

const reportsSchema = environmentSchema
  .pick({ SEALWATCH_CLOUD: true, SEALWATCH_STORAGE_ORIGIN: true })
  .extend(reportEnvironmentSchema.shape)

/** Where reports are written: a folder, or a container of blob storage by its https address. */
export type ReportPlace =
  { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'container'; readonly address: string }

/** Where, how often and for how long reports are written. */
export interface ReportConfig {
  readonly place: ReportPlace
  readonly everyMs: number
  /** How many reports are kept. */
  readonly keep: number
  readonly language: 'en' | 'ja'
}

function placeOf(data: z.infer<typeof reportsSchema>): Result<ReportPlace | null, ConfigProblem> {
  const { SEALWATCH_REPORTS_DIR: folder, SEALWATCH_REPORTS_CONTAINER: container } = data
  const variable = 'SEALWATCH_REPORTS_CONTAINER'
  if (container === undefined) return ok(folder === undefined ? null : { kind: 'folder', folder })
  if (folder !== undefined) return fail({ variable, message: 'must not be set together with SEALWATCH_REPORTS_DIR' })
  const address = containerAddress(container, storageOf(data.SEALWATCH_STORAGE_ORIGIN, data.SEALWATCH_CLOUD))
  if (address !== null) return ok({ kind: 'container', address })
  const example = 'such as https://ACCOUNT.blob.core.windows.net/CONTAINER, without a signature'
  return fail({ variable, message: `must be the https address of a container in this cloud, ${example}` })
}

/** Parses the variables of the reports; null where none are written. */
export function parseReportConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<ReportConfig | null, ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = reportsSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  const place = placeOf(parsed.data)
  if (!place.ok) return fail([place.failure])
  if (place.value === null) return ok(null)
  const { SEALWATCH_REPORTS_HOURS: hours, SEALWATCH_REPORTS_KEEP: keep } = parsed.data
  const { SEALWATCH_REPORTS_LANGUAGE: language } = parsed.data
  return ok({ place: place.value, everyMs: hours * 3_600_000, keep, language })
}

/** The disk is full, read-only or closed for now: that fails a report, which is tried again, and not the collector. */
export const mayPass = (code: string): boolean => ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES'].includes(code)

/**
 * The reports' part of this process's configuration; null where none are written.
 * @throws ConfigurationError naming every wrong variable, or a folder that does not exist
 */
export function reportConfig(): ReportConfig | null {
  const parsed = parseReportConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  const { value } = parsed
  const code = value?.place.kind === 'folder' ? whyUnwritable(`${value.place.folder}/sealwatch-fleet.csv`) : null
  if (code !== null && !mayPass(code))
    throw new ConfigurationError([
      { variable: 'SEALWATCH_REPORTS_DIR', message: `must be a folder in which files can be written (${code})` },
    ])
  return value
}
