import { fail, ok, type Result } from '@/lib/shared/result'
import { runAz, type AzRun } from './run-az'

/** Why a command of azure-cli returned nothing. */
export const azFailures = ['az-missing', 'az-signed-out', 'az-denied', 'az-unsafe', 'az-failed'] as const
export interface AzFailure {
  readonly code: (typeof azFailures)[number]
  /** First line of azure-cli's error; it never contains what we sent. */
  readonly detail: string
  /** HTTP status of Microsoft Graph's refusal; null where azure-cli failed otherwise. */
  readonly status: number | null
}

/** Runs one command of azure-cli and parses its output as JSON; null where it printed nothing. */
export type Az = (args: readonly string[]) => Promise<Result<unknown, AzFailure>>

/**
 * Reason phrases at the start of an error of `az rest`, before the body in parentheses
 * (https://github.com/Azure/azure-cli/blob/dev/src/azure-cli-core/azure/cli/core/util.py send_raw_request).
 */
const statuses: Readonly<Record<string, number>> = {
  'Bad Request': 400,
  Unauthorized: 401,
  Forbidden: 403,
  'Not Found': 404,
  Conflict: 409,
}

function failureOf({ stderr, missing, unsafe }: AzRun): AzFailure {
  if (missing === true) return { code: 'az-missing', detail: '', status: null }
  if (unsafe === true) return { code: 'az-unsafe', detail: '', status: null }
  const detail =
    stderr
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.slice(0, 300) ?? ''
  const status = statuses[/^(?:ERROR: )?([A-Za-z ]+)\(/m.exec(stderr)?.[1] ?? ''] ?? null
  if (/az login|AADSTS700082|AADSTS50173|no subscription found/i.test(stderr))
    return { code: 'az-signed-out', detail, status }
  if (/Authorization_RequestDenied|Insufficient privileges|Forbidden/i.test(stderr))
    return { code: 'az-denied', detail, status }
  return { code: 'az-failed', detail, status }
}

/** Turns the output of a run into an answer. Standard output may contain a new secret: it is never printed. */
export function azFrom(run: (args: readonly string[]) => Promise<AzRun>): Az {
  return async (args) => {
    const ended = await run([...args, '--output', 'json'])
    if (ended.code !== 0) return fail(failureOf(ended))
    if (ended.stdout.trim() === '') return ok(null)
    try {
      return ok(JSON.parse(ended.stdout))
    } catch {
      return fail({ code: 'az-failed', detail: 'not JSON', status: null })
    }
  }
}

/** The installed azure-cli with its present sign-in. */
export const azureCli: Az = azFrom(runAz())
