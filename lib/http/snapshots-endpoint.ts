import 'server-only'
import * as z from 'zod'
import { snapshotConfig } from '@/lib/config/snapshot-config'
import { apiError, type ApiError } from '@/lib/contract/errors'
import {
  sharedRequestSchema,
  snapshotPreviewRequestSchema,
  snapshotPublishRequestSchema,
} from '@/lib/contract/snapshots'
import { fail, ok, type Result } from '@/lib/shared/result'
import {
  endSnapshot,
  listSnapshots,
  previewSnapshot,
  publishSnapshot,
  refusedWhereOff,
} from '@/lib/usecases/snapshots/manage'
import { openShared } from '@/lib/usecases/snapshots/open'
import { noteRefusal } from '@/lib/usecases/audit-log/record'
import { networkKeyOf, clientAddress } from './address'
import { Allowance } from '@/lib/shared/allowance'
import { bodyOf } from './body'
import { endpoint, openEndpoint, type Context, type OpenContext } from './endpoint'
import { jsonResponse } from './responses'

const bodyLimit = 32_768

const answer = (value: unknown, { requestId }: OpenContext) =>
  ok({ response: jsonResponse(value, requestId), streamed: false })

/** Makes an address exist only where the operator enabled snapshots. */
function whereOn(run: (context: Context, input: string) => Promise<Result<unknown, ApiError>>) {
  return async (context: Context, input: string) => {
    const off = refusedWhereOff()
    if (off !== null) return fail(off)
    const done = await run(context, input)
    return done.ok ? answer(done.value, context) : done
  }
}

const parseNothing = () => ok('')
const snapshotPath = z.object({ id: z.guid() })

function parseSnapshot(parameters: unknown): Result<string, { readonly parameter: string }> {
  const path = snapshotPath.safeParse(parameters)
  return path.success ? ok(path.data.id.toLowerCase()) : fail({ parameter: 'id' })
}

/** `POST /api/v1/snapshots/preview`: what a link would show. */
export const snapshotPreview = endpoint({
  name: 'snapshot-preview',
  parse: parseNothing,
  run: whereOn(async (context) => {
    const request = await bodyOf(context, bodyLimit, snapshotPreviewRequestSchema)
    return request.ok ? previewSnapshot(context.caller, request.value, context.signal) : request
  }),
})

/** `POST /api/v1/snapshots`: creates a link to what was previewed. */
export const snapshotsPost = endpoint({
  name: 'snapshot-publish',
  parse: parseNothing,
  run: whereOn(async (context) => {
    const request = await bodyOf(context, bodyLimit, snapshotPublishRequestSchema)
    return request.ok ? publishSnapshot(context.caller, request.value) : request
  }),
})

/** `GET /api/v1/snapshots`: the caller's links. */
export const snapshotsGet = endpoint({
  name: 'snapshots',
  parse: parseNothing,
  run: whereOn(async ({ caller }) => ok(await listSnapshots(caller))),
})

/** `DELETE /api/v1/snapshots/{id}`: ends a link at once. */
export const snapshotDelete = endpoint({
  name: 'snapshot-revoke',
  parse: parseSnapshot,
  run: whereOn(async ({ caller }, id) => ok(await endSnapshot(caller, id))),
})

/**
 * Wrong guesses that one address may make. Opening existing links is neither counted nor limited, so a whole office
 * behind one address can open any number of them, despite guesses from the same address: a token of 128 bits cannot be
 * guessed.
 */
const wrongGuesses = { burst: 30, intervalMilliseconds: 10_000, mostKeys: 100_000 } as const

declare global {
  // Next.js bundles each route separately; an address has one limit for all of them.
  var sealwatchAddressLimit: Allowance | undefined
}

/**
 * `POST /api/v1/shared`: what a link shows, for any caller who has it. The token is in the body rather than in the
 * address, so that no log and no browser history contains it. A malformed, expired, revoked or unknown token gets the
 * same response.
 */
export const sharedPost = openEndpoint('shared', async (context, request) => {
  const limit = (globalThis.sealwatchAddressLimit ??= new Allowance(wrongGuesses))
  const { enabled } = snapshotConfig()
  const address = networkKeyOf(clientAddress(request))
  const asked = await bodyOf(context, bodyLimit, sharedRequestSchema)
  const opened =
    asked.ok && enabled ? await openShared(asked.value.token, asked.value.passphrase) : fail(apiError('not-found'))
  if (opened.ok) return answer(opened.value, context)
  // A clock that is set back must not lock callers out.
  const wait = limit.waitSeconds(address, performance.now())
  if (wait > 0 && opened.failure.code === 'not-found')
    return fail(apiError('too-many-tries', { retryAfterSeconds: wait }))
  // A malformed request is not a guess: every page of another site can make a reader's browser send one.
  if (asked.ok && (opened.failure.code === 'not-found' || opened.failure.code === 'passphrase-wrong'))
    limit.spend(address, performance.now())
  if (opened.failure.code === 'not-found') noteRefusal(null, 'shared', 'not-found')
  return opened
})
