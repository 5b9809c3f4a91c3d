import 'server-only'
import type { Caller } from '@/lib/auth/caller'
import { apiError, type ApiError } from '@/lib/contract/errors'
import type { NoteSaved } from '@/lib/contract/notes'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { AuditEvent } from '@/lib/store/audit-log/write'
import type { StoreFailure } from '@/lib/store/failure'
import type { NoteOutcome, NoteWriting } from '@/lib/store/notes/notes'
import type { Store } from '@/lib/store/store'
import { auditPerson, fromHere, logAuditEvent } from '../audit-log/record'
import { authorOf } from './bodies'

export type NoteEvent = Pick<AuditEvent, 'kind' | 'subject' | 'detail'>
export type StoredChange = (store: Store, writing: NoteWriting) => Promise<Result<NoteOutcome, StoreFailure>>

interface Writer {
  readonly caller: Caller
  readonly store: Store
  /** Epoch milliseconds. */
  readonly now: number
}

/** Writes with the caller as the author, and turns the outcome into an answer. */
export async function writeNote(
  { caller, store, now }: Writer,
  event: NoteEvent,
  change: StoredChange,
): Promise<Result<NoteSaved, ApiError>> {
  const entry = { ...event, at: Date.now(), who: auditPerson(caller), address: fromHere() }
  const done = await change(store, { by: authorOf(caller), now, event: entry })
  if (!done.ok) return ok({ failure: done.failure.kind, version: null, at: null })
  if (done.value.kind === 'full') return ok({ failure: null, version: null, at: null })
  if (done.value.kind === 'conflict') {
    const { version } = done.value
    return fail(apiError('version-conflict', version === null ? {} : { current: version }))
  }
  logAuditEvent(event.kind, caller, event)
  return ok({ failure: null, version: done.value.version, at: new Date(now).toISOString() })
}
