import { createHmac, randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import * as z from 'zod'
import { programVersion } from '@/lib/config/version'
import { cloudHosts } from '@/lib/config/clouds'
import { changesVerdicts, hasAsked } from '@/lib/setup/azure/check'
import type { Exchange, RecordingFile } from '@/lib/setup/azure/exchange'
import { ExchangeRedactor } from '@/lib/setup/azure/redact-exchange'
import { azureCheckWords } from '@/lib/i18n/setup/load'
import { ok, type Result } from '@/lib/shared/result'
import type { TokenSource } from '@/lib/shared/token-source'
import { checkAzure } from '@/lib/usecases/azure-check/check'
import type { Az, AzFailure } from '../azure/az'
import { signedIn } from '../azure/directory'
import type { AzureArguments } from './arguments'
import { azureJson, azureText } from './print-azure'

export interface AzureIo {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  readonly az: Az
}

const tokenSchema = z.object({
  accessToken: z.string().min(1),
  expires_on: z.union([z.number(), z.string()]).optional(),
})
const fallbackSeconds = 3000

/** The operator's own token for ARM from azure-cli. It is kept in memory only. */
async function tokenSource(az: Az, armEndpoint: string): Promise<Result<TokenSource, AzFailure>> {
  const answer = await az(['account', 'get-access-token', '--resource', `${armEndpoint}/`])
  if (!answer.ok) return answer
  const parsed = tokenSchema.safeParse(answer.value)
  if (!parsed.success) return { ok: false, failure: { code: 'az-failed', detail: 'unexpected answer', status: null } }
  const { accessToken, expires_on: expires } = parsed.data
  const seconds = expires === undefined ? Date.now() / 1000 + fallbackSeconds : Number(expires)
  const token = { token: accessToken, expiresAt: seconds * 1000 }
  return ok({ get: () => Promise.resolve(ok(token)), drop: () => undefined })
}

/** Writes a new file that only its owner can read. Null where it already exists or cannot be written. */
async function writeNew(path: string, text: string): Promise<true | null> {
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(text)
    } finally {
      await file.close()
    }
    return true
  } catch {
    return null
  }
}

/** The exchanges without names, ids, addresses and texts of a customer. The salt of the hashes is discarded at once. */
export function recordingOf(exchanges: readonly Exchange[]): RecordingFile {
  const salt = randomBytes(32)
  const redactor = new ExchangeRedactor((text) => createHmac('sha256', salt).update(text).digest('hex'))
  for (const each of exchanges) redactor.learn(each)
  return {
    format: 'sealwatch-recording',
    version: 1,
    source: `doctor --azure, Sealwatch ${programVersion}`,
    interactions: exchanges.map((each) => redactor.redact(each)),
  }
}

/** Compares Azure, with the operator's own sign-in, with what the product expects. Returns the exit code. */
export async function examineAzure(wanted: AzureArguments, io: AzureIo): Promise<0 | 1 | 2> {
  const words = azureCheckWords(wanted.language)
  const who = await signedIn(io.az)
  const tokens = who.ok ? await tokenSource(io.az, who.value.armEndpoint) : who
  if (!who.ok || !tokens.ok) {
    const { code } = who.ok ? (tokens.ok ? { code: 'az-failed' as const } : tokens.failure) : who.failure
    io.complain(`${words.failures[code]}\n`)
    return 2
  }
  const { armEndpoint, cloud } = who.value
  const { results, exchanges } = await checkAzure({
    armEndpoint,
    tokens: tokens.value,
    storage:
      cloud === null
        ? { kind: 'origin', origin: armEndpoint }
        : { kind: 'suffixes', suffixes: cloudHosts[cloud].storageSuffixes },
    signal: new AbortController().signal,
    subscription: wanted.subscription,
  })
  const about = { cloud, version: programVersion }
  const files: readonly (readonly [string | null, () => string])[] = [
    [wanted.reportFile, () => azureJson(about, results)],
    [wanted.recordFile, () => `${JSON.stringify(recordingOf(exchanges), null, 1)}\n`],
  ]
  for (const [path, text] of files) {
    if (path === null || (await writeNew(path, text())) !== null) continue
    io.complain(`${words.notWritten.replace('{file}', path)}\n`)
    return 2
  }
  io.print(wanted.json ? azureJson(about, results) : azureText(about, results, wanted.language))
  if (wanted.recordFile !== null && !wanted.json)
    io.print(`${words.reviewRecord.replace('{file}', wanted.recordFile)}\n`)
  return changesVerdicts(results) || !hasAsked(results) ? 1 : 0
}
