import 'server-only'
import { apiError, type ApiError } from '@/lib/contract/errors'
import { snapshotContentSchema, type Shared } from '@/lib/contract/snapshots'
import { Allowance } from '@/lib/shared/allowance'
import { fail, ok, type Result } from '@/lib/shared/result'
import { endTry, noteOpened, openSnapshot, takeTry } from '@/lib/store/snapshots/links'
import type { StoredSnapshot } from '@/lib/store/snapshots/types'
import type { Store } from '@/lib/store/store'
import { history } from '../history/handle'
import { fromHere, logAuditEvent } from '../audit-log/record'
import { inPassphraseTurn } from './passphrase-turns'
import { isPassphrase, tokenHash } from './secrets'

/**
 * Wrong passphrases of one snapshot within a window: a reader who knows the right one waits a little, and guessing does
 * not succeed.
 */
const mostRefused = 10
const windowMilliseconds = 15 * 60_000
/** Passphrases, including right ones, that one process derives for one link: each costs the same. */
const derivations = { burst: 30, intervalMilliseconds: 10_000 } as const
/** When to retry where no turn was free for a derivation. */
const busySeconds = 1

declare global {
  // Next.js bundles each route separately; a link has one allowance for all of them.
  var sealwatchLinkLimit: Allowance | undefined
}

/** Compares a passphrase after a try was taken. @returns null where it is right */
async function compare(store: Store, snapshot: StoredSnapshot, kept: string, given: string): Promise<ApiError | null> {
  const { id } = snapshot
  const now = Date.now()
  const taken = await takeTry(store, id, { most: mostRefused, since: now - windowMilliseconds }, now)
  if (!taken.ok) return apiError('not-found')
  if (!taken.value) return apiError('too-many-tries', { retryAfterSeconds: secondsUntilTries(snapshot, now) })
  const right = await isPassphrase(given, kept)
  await endTry(store, id, right, now, fromHere())
  if (right) return null
  logAuditEvent('snapshot-refused', null, { subject: id, detail: {} })
  return apiError('passphrase-wrong')
}

const secondsUntilTries = ({ refusedSince }: StoredSnapshot, now: number): number =>
  Math.max(1, Math.ceil((refusedSince + windowMilliseconds - now) / 1000))

/** Why a link with a passphrase does not open; null where it does. Cheap checks come first. */
async function refusal(
  store: Store,
  snapshot: StoredSnapshot,
  kept: string,
  given: string | null,
): Promise<ApiError | null> {
  if (given === null) return apiError('passphrase-needed')
  const { id, refused, refusedSince } = snapshot
  const now = Date.now()
  if (refused >= mostRefused && refusedSince >= now - windowMilliseconds)
    return apiError('too-many-tries', { retryAfterSeconds: secondsUntilTries(snapshot, now) })
  const limit = (globalThis.sealwatchLinkLimit ??= new Allowance(derivations))
  // A clock that is set back must not lock readers out.
  const wait = limit.waitSeconds(id, performance.now())
  if (wait > 0) return apiError('too-many-tries', { retryAfterSeconds: wait })
  const compared = await inPassphraseTurn([`link|${id}`, `address|${fromHere() ?? ''}`], () => {
    limit.spend(id, performance.now())
    return compare(store, snapshot, kept, given)
  })
  return compared.ok ? compared.value : apiError('too-many-tries', { retryAfterSeconds: busySeconds })
}

/**
 * What a token shows to any caller who has it. An expired, revoked or unknown token returns the same error; so does a
 * store that cannot be read.
 */
export async function openShared(token: string, passphrase: string | null): Promise<Result<Shared, ApiError>> {
  const opened = await history()
  if (!opened.ok) return fail(apiError('not-found'))
  const now = Date.now()
  const found = await openSnapshot(opened.value, tokenHash(token), now)
  if (!found.ok || found.value === null) return fail(apiError('not-found'))
  const snapshot = found.value
  if (snapshot.passphrase !== null) {
    const refused = await refusal(opened.value, snapshot, snapshot.passphrase, passphrase)
    if (refused !== null) return fail(refused)
  }
  const content = snapshotContentSchema.safeParse(JSON.parse(snapshot.content))
  if (!content.success) return fail(apiError('not-found'))
  await noteOpened(opened.value, snapshot.id, now, fromHere())
  logAuditEvent('snapshot-opened', null, { subject: snapshot.id, detail: {} })
  return ok({ content: content.data, expiresAt: new Date(snapshot.expiresAt).toISOString() })
}
