import { execFile } from 'node:child_process'
import { fail, ok, type Result } from '@/lib/shared/result'

/** Why a command of azure-cli gave nothing. */
export const azFailures = ['az-missing', 'az-signed-out', 'az-denied', 'az-failed'] as const
export interface AzFailure {
  readonly code: (typeof azFailures)[number]
  /** First line of what azure-cli complained of; it never names what we sent. */
  readonly detail: string
}

/** Runs one command of azure-cli and gives what it printed as JSON; null where it printed nothing. */
export type Az = (args: readonly string[]) => Promise<Result<unknown, AzFailure>>

/** How a command ended; `missing` where there is no azure-cli. */
interface AzRun {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly missing?: boolean
}

function failureOf({ stderr, missing }: AzRun): AzFailure {
  if (missing === true) return { code: 'az-missing', detail: '' }
  const detail =
    stderr
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.slice(0, 300) ?? ''
  if (/az login|AADSTS700082|AADSTS50173|no subscription found/i.test(stderr)) return { code: 'az-signed-out', detail }
  if (/Authorization_RequestDenied|Insufficient privileges|Forbidden/i.test(stderr))
    return { code: 'az-denied', detail }
  return { code: 'az-failed', detail }
}

/** Makes answers of what a run printed. Standard output may hold a new secret: it is printed nowhere. */
export function azFrom(run: (args: readonly string[]) => Promise<AzRun>): Az {
  return async (args) => {
    const ended = await run([...args, '--output', 'json'])
    if (ended.code !== 0) return fail(failureOf(ended))
    if (ended.stdout.trim() === '') return ok(null)
    try {
      return ok(JSON.parse(ended.stdout))
    } catch {
      return fail({ code: 'az-failed', detail: 'not JSON' })
    }
  }
}

/** The azure-cli of this machine, as it is signed in. */
export const azureCli: Az = azFrom(
  (args) =>
    new Promise((resolve) => {
      const options = { maxBuffer: 16 * 1024 * 1024, env: { ...process.env, AZURE_CORE_NO_COLOR: '1' } }
      execFile('az', [...args], options, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : 1, stdout, stderr, missing: error?.code === 'ENOENT' })
      })
    }),
)
