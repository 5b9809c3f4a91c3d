import 'server-only'
import type { ApiError } from '@/lib/contract/errors'
import { snapshotContentSchema, type Shared } from '@/lib/contract/snapshots'
import { fail, ok, type Result } from '@/lib/shared/result'
import { endTry, noteOpened, openSnapshot, takeTry } from '@/lib/store/snapshots/links'
import type { StoredSnapshot } from '@/lib/store/snapshots/types'
import type { Store } from '@/lib/store/store'
import { history } from '../history/handle'
import { fromHere, logTrail } from '../trail/note'
import { isPassphrase, tokenHash } from './secrets'

/** Wrong passphrases of one snapshot within a window; whoever knows the right one waits a little, nobody guesses it. */
const mostRefused = 10
const windowMilliseconds = 15 * 60_000

const failed = (code: ApiError['code'], retryAfterSeconds: number | null = null): ApiError => ({
  code,
  requestId: null,
  retryAfterSeconds,
  claims: null,
  parameter: null,
  azureCodes: [],
  azureVersions: [],
})

async function refusal(
  store: Store,
  { id, refusedSince }: StoredSnapshot,
  kept: string,
  given: string | null,
  now: number,
): Promise<ApiError | null> {
  if (given === null) return failed('passphrase-needed')
  const taken = await takeTry(store, id, { most: mostRefused, since: now - windowMilliseconds }, now)
  if (!taken.ok) return failed('not-found')
  if (!taken.value) return failed('too-many-tries', Math.ceil((refusedSince + windowMilliseconds - now) / 1000))
  const right = await isPassphrase(given, kept)
  await endTry(store, id, right, now, fromHere())
  if (right) return null
  logTrail('snapshot-refused', null, { subject: id, detail: {} })
  return failed('passphrase-wrong')
}

/**
 * What a token shows to whoever has it. A token that is over, was revoked or never was gives one and the same answer; so
 * does a store that cannot be read.
 */
export async function openShared(token: string, passphrase: string | null): Promise<Result<Shared, ApiError>> {
  const opened = await history()
  if (!opened.ok) return fail(failed('not-found'))
  const now = Date.now()
  const found = await openSnapshot(opened.value, tokenHash(token), now)
  if (!found.ok || found.value === null) return fail(failed('not-found'))
  const snapshot = found.value
  if (snapshot.passphrase !== null) {
    const refused = await refusal(opened.value, snapshot, snapshot.passphrase, passphrase, now)
    if (refused !== null) return fail(refused)
  }
  const content = snapshotContentSchema.safeParse(JSON.parse(snapshot.content))
  if (!content.success) return fail(failed('not-found'))
  await noteOpened(opened.value, snapshot.id, now, fromHere())
  logTrail('snapshot-opened', null, { subject: snapshot.id, detail: {} })
  return ok({ content: content.data, expiresAt: new Date(snapshot.expiresAt).toISOString() })
}
