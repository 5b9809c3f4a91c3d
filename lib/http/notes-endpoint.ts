import 'server-only'
import * as z from 'zod'
import { personKey } from '@/lib/auth/caller'
import { apiError, type ApiError } from '@/lib/contract/errors'
import { noteChangeSchema, waveChangeSchema, type NoteSaved } from '@/lib/contract/notes'
import { Allowance } from '@/lib/shared/allowance'
import { fail, ok, type Result } from '@/lib/shared/result'
import { endWave, noteVms, saveWave } from '@/lib/usecases/notes/change-notes'
import { loadNotes } from '@/lib/usecases/notes/load-notes'
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

const wavePath = z.object({ id: z.guid() })

function parseWave(parameters: unknown): Result<string, { readonly parameter: string }> {
  const path = wavePath.safeParse(parameters)
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
  parse: parseWave,
  run: changing(async (context, id) => {
    const change = await bodyOf(context, bodyLimit, waveChangeSchema)
    return change.ok ? saveWave(context.caller, id, change.value, context.signal) : change
  }),
})

interface WaveVersion {
  readonly id: string
  readonly version: string
}

/** `DELETE /api/v1/waves/{id}?version=…`: ends a wave, as far as the caller can read its VMs. */
export const waveDelete = endpoint({
  name: 'wave-end',
  parse: (parameters, url): Result<WaveVersion, { readonly parameter: string }> => {
    const id = parseWave(parameters)
    const version = url.searchParams.get('version') ?? ''
    if (!id.ok) return id
    return version.length > 0 && version.length <= 60 ? ok({ id: id.value, version }) : fail({ parameter: 'version' })
  },
  run: changing(({ caller, signal }, { id, version }: WaveVersion) => endWave(caller, id, version, signal)),
})
