import 'server-only'
import * as z from 'zod'
import { personKey } from '@/lib/auth/caller'
import { apiError, type ApiError } from '@/lib/contract/errors'
import { noteChangeSchema, waveChangeSchema, type NoteSaved } from '@/lib/contract/notes'
import { defaultViewSchema, viewChangeSchema } from '@/lib/contract/saved-view-change'
import { Allowance } from '@/lib/shared/allowance'
import { fail, ok, type Result } from '@/lib/shared/result'
import { endWave, noteVms, saveWave } from '@/lib/usecases/notes/change-notes'
import { loadNotes } from '@/lib/usecases/notes/load-notes'
import { chooseDefaultView, listViews, removeView, saveView } from '@/lib/usecases/notes/views'
import { bodyOf } from './body'
import { endpoint, type Context } from './endpoint'
import { jsonResponse } from './responses'

const bodyLimit = 65_536
/** Changes of one user: each is a row of the audit log, from which no user can delete. */
const changes = { burst: 300, intervalMilliseconds: 10_000, mostKeys: 100_000 } as const

declare global {
  // Next.js bundles each route separately; a user has one limit for all of them.
  var sealwatchNoteChanges: Allowance | undefined
}

function changing<I>(run: (context: Context, input: I) => Promise<Result<NoteSaved, ApiError>>) {
  return async (context: Context, input: I) => {
    const limit = (globalThis.sealwatchNoteChanges ??= new Allowance(changes))
    const person = personKey(context.caller)
    const wait = limit.waitSeconds(person, performance.now())
    if (wait > 0) return fail(apiError('too-many-requests', { retryAfterSeconds: wait }))
    const done = await run(context, input)
    if (!done.ok) return done
    limit.spend(person, performance.now())
    return ok({ response: jsonResponse(done.value, context.requestId), streamed: false })
  }
}

const idPath = z.object({ id: z.guid() })

function parseId(parameters: unknown): Result<string, { readonly parameter: string }> {
  const path = idPath.safeParse(parameters)
  return path.success ? ok(path.data.id.toLowerCase()) : fail({ parameter: 'id' })
}

/** `GET /api/v1/notes`: waves and acknowledgements of the VMs that the caller can read. */
export const notesGet = endpoint({
  name: 'notes',
  parse: () => ok(null),
  run: async ({ caller, signal, requestId }) => {
    const notes = await loadNotes(caller, signal)
    return notes.ok ? ok({ response: jsonResponse(notes.value, requestId), streamed: false }) : notes
  },
})

/** `PUT /api/v1/notes`: moves VMs into a wave, acknowledges their problem, or withdraws either. */
export const notesPut = endpoint({
  name: 'notes-put',
  parse: () => ok(null),
  run: changing(async (context) => {
    const change = await bodyOf(context, bodyLimit, noteChangeSchema)
    return change.ok ? noteVms(context.caller, change.value, context.signal) : change
  }),
})

/** `PUT /api/v1/waves/{id}`: creates or changes a wave. */
export const wavePut = endpoint({
  name: 'wave-put',
  parse: parseId,
  run: changing(async (context, id) => {
    const change = await bodyOf(context, bodyLimit, waveChangeSchema)
    return change.ok ? saveWave(context.caller, id, change.value, context.signal) : change
  }),
})

interface SeenVersion {
  readonly id: string
  readonly version: string
}

function parseSeen(parameters: unknown, url: URL): Result<SeenVersion, { readonly parameter: string }> {
  const id = parseId(parameters)
  const version = url.searchParams.get('version') ?? ''
  if (!id.ok) return id
  return version.length > 0 && version.length <= 60 ? ok({ id: id.value, version }) : fail({ parameter: 'version' })
}

/** `DELETE /api/v1/waves/{id}?version=…`: ends a wave, as far as the caller can read its VMs. */
export const waveDelete = endpoint({
  name: 'wave-end',
  parse: parseSeen,
  run: changing(({ caller, signal }, { id, version }: SeenVersion) => endWave(caller, id, version, signal)),
})

/** `GET /api/v1/views`: the caller's views of the fleet, and those that users of the tenant share. */
export const viewsGet = endpoint({
  name: 'views',
  parse: () => ok(null),
  run: async ({ caller, requestId }) =>
    ok({ response: jsonResponse(await listViews(caller), requestId), streamed: false }),
})

/** `PUT /api/v1/views`: chooses the view that the caller opens first. */
export const viewsPut = endpoint({
  name: 'views-put',
  parse: () => ok(null),
  run: changing(async (context) => {
    const change = await bodyOf(context, bodyLimit, defaultViewSchema)
    return change.ok ? chooseDefaultView(context.caller, change.value.defaultView?.toLowerCase() ?? null) : change
  }),
})

/** `PUT /api/v1/views/{id}`: creates or changes a view. */
export const viewPut = endpoint({
  name: 'view-put',
  parse: parseId,
  run: changing(async (context, id) => {
    const change = await bodyOf(context, bodyLimit, viewChangeSchema)
    return change.ok ? saveView(context.caller, id, change.value) : change
  }),
})

/** `DELETE /api/v1/views/{id}?version=…`: deletes a view. */
export const viewDelete = endpoint({
  name: 'view-delete',
  parse: parseSeen,
  run: changing(({ caller }, { id, version }: SeenVersion) => removeView(caller, id, version)),
})
