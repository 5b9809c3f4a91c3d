import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { whole } from './fields'
import { whyUnwritable } from './own-file'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

/** The variables of the reports that the collector writes. */
export const reportEnvironmentSchema = z.object({
  SEALWATCH_REPORTS_DIR: z.string().trim().optional(),
  SEALWATCH_REPORTS_HOURS: whole(1, 744, 24),
  SEALWATCH_REPORTS_KEEP: whole(1, 1000, 30),
  SEALWATCH_REPORTS_LANGUAGE: z.enum(['en', 'ja']).default('en'),
})

/** Where, how often and for how long reports are written. */
export interface ReportConfig {
  readonly folder: string
  readonly everyMs: number
  /** How many reports are kept. */
  readonly keep: number
  readonly language: 'en' | 'ja'
}

/** Parses the variables of the reports; null where none are written. */
export function parseReportConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<ReportConfig | null, ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = reportEnvironmentSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  const { SEALWATCH_REPORTS_DIR: folder, SEALWATCH_REPORTS_HOURS: hours } = parsed.data
  if (folder === undefined) return ok(null)
  const { SEALWATCH_REPORTS_KEEP: keep, SEALWATCH_REPORTS_LANGUAGE: language } = parsed.data
  return ok({ folder, everyMs: hours * 3_600_000, keep, language })
}

/**
 * The reports' part of this process's configuration; null where none are written.
 * @throws ConfigurationError naming every wrong variable, or a folder in which no file can be written
 */
export function reportConfig(): ReportConfig | null {
  const parsed = parseReportConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  const { value } = parsed
  const code = value === null ? null : whyUnwritable(`${value.folder}/sealwatch-fleet.csv`)
  if (code !== null)
    throw new ConfigurationError([
      { variable: 'SEALWATCH_REPORTS_DIR', message: `must be a folder in which files can be written (${code})` },
    ])
  return value
}
