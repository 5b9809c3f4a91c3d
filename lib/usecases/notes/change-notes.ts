import 'server-only'
import { createHash } from 'node:crypto'
import type { ArmSession } from '@/lib/azure/session'
import type { Caller } from '@/lib/auth/caller'
import { apiError, type ApiError } from '@/lib/contract/errors'
import type { NoteChange, NoteSaved, WaveChange } from '@/lib/contract/notes'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { StoreFailureKind } from '@/lib/store/failure'
import { changeNotes, keysWithBody, notesOf, removeWave } from '@/lib/store/notes/notes'
import type { StoredNote } from '@/lib/store/notes/types'
import type { Store } from '@/lib/store/store'
import { history } from '../history/handle'
import { openSession } from '../open-session'
import { authorOf, memberBodyOf, waveOfNote, type WaveBody } from './bodies'
import { isNotedKey, readableOf } from './readable'
import { writeNote, type NoteEvent, type StoredChange } from './write-note'

const deadlineMilliseconds = 60_000
/** Above this, listing all VMs costs fewer requests than asking about each member of a wave. */
const mostAsked = 500

/**
 * A VM in the audit log, whose readers may not be allowed to see it: a reader who knows the VM's ARM id can find its
 * events, and no event contains its name.
 */
const markOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16)

type Answer = Result<NoteSaved, ApiError>

interface Work {
  readonly caller: Caller
  readonly store: Store
  readonly session: ArmSession
}

/** Observations have Azure's time, and an acknowledgement is compared with them. */
const write = ({ caller, store, session }: Work, event: NoteEvent, change: StoredChange): Promise<Answer> =>
  writeNote({ caller, store, now: session.azureClock.of(Date.now()) }, event, change)

/** Runs a change with a session that can only act for the caller. */
async function withSession(
  caller: Caller,
  signal: AbortSignal,
  work: (work: Work) => Promise<Answer>,
): Promise<Answer> {
  const opened = await history()
  if (!opened.ok) return ok({ failure: opened.failure.kind, version: null, at: null })
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    return await work({ caller, store: opened.value, session })
  } finally {
    session.close()
  }
}

/** Null where the caller can read every one of these; a VM that does not exist is refused in the same way. */
async function unreadable({ session }: Work, keys: readonly string[]): Promise<ApiError | null> {
  const readable = await readableOf(session, keys, 'asked')
  if (!readable.ok) return readable.failure
  if (keys.every((key) => readable.value.keys.has(key))) return null
  return apiError(readable.value.complete ? 'not-found' : 'arm-unreadable')
}

interface FoundWave {
  readonly note: StoredNote
  readonly body: WaveBody
  /** Its members that the caller can read. */
  readonly readable: ReadonlySet<string>
}

type Found = { readonly kind: 'found'; readonly wave: FoundWave } | { readonly kind: 'missing' } | StoreFailureKind

/** A wave that the caller may see; a wave of VMs that the caller cannot read is as one that does not exist. */
async function findWave({ caller, store, session }: Work, id: string): Promise<Result<Found, ApiError>> {
  const waves = await notesOf(store, caller, ['wave'])
  if (!waves.ok) return ok(waves.failure.kind)
  const members = await keysWithBody(store, caller, 'member', memberBodyOf(id))
  if (!members.ok) return ok(members.failure.kind)
  const readable = await readableOf(session, members.value, members.value.length > mostAsked ? 'listed' : 'asked')
  if (!readable.ok) return readable
  if (!readable.value.complete) return fail(apiError('arm-unreadable'))
  const note = waves.value.find(({ key }) => key === id)
  const body = note === undefined ? null : waveOfNote(note)
  const { keys } = readable.value
  if (note === undefined || body === null || (body.creator !== authorOf(caller).id && keys.size === 0))
    return ok({ kind: 'missing' })
  return ok({ kind: 'found', wave: { note, body, readable: keys } })
}

/** Notes the same about VMs and disks, all of which the caller can read now. */
export async function noteVms(caller: Caller, { note, vms }: NoteChange, signal: AbortSignal): Promise<Answer> {
  const notes = vms.map(({ id, version }) => ({ key: id.toLowerCase(), version }))
  const keys = notes.map(({ key }) => key)
  if (!keys.every(isNotedKey) || new Set(keys).size < keys.length)
    return fail(apiError('request-invalid', { parameter: 'vms' }))
  return withSession(caller, signal, async (work) => {
    const refused = await unreadable(work, keys)
    if (refused !== null) return fail(refused)
    const marks = keys.map(markOf)
    if (note.kind === 'member') {
      const wave = note.wave?.toLowerCase() ?? null
      const found = wave === null ? null : await findWave(work, wave)
      if (found?.ok === false) return found
      if (typeof found?.value === 'string') return ok({ failure: found.value, version: null, at: null })
      if (found?.value.kind === 'missing') return fail(apiError('not-found'))
      const body = wave === null ? null : memberBodyOf(wave)
      return write(work, { kind: 'members-changed', subject: wave, detail: { vms: marks } }, (store, writing) =>
        changeNotes(store, caller, { kind: 'member', notes, body }, writing),
      )
    }
    const given = note.acknowledgement
    const body = given === null ? null : JSON.stringify(given)
    const detail = { vms: marks, ...(given !== null && { code: given.code, assigned: given.assignee !== '' }) }
    return write(work, { kind: 'acknowledgement-changed', subject: null, detail }, (store, writing) =>
      changeNotes(store, caller, { kind: 'acknowledgement', notes, body }, writing),
    )
  })
}

/** Creates a wave, or changes one that the caller may see. */
export async function saveWave(caller: Caller, id: string, change: WaveChange, signal: AbortSignal): Promise<Answer> {
  const { version, ...fields } = change
  return withSession(caller, signal, async (work) => {
    const found = await findWave(work, id)
    if (!found.ok) return found
    if (typeof found.value === 'string') return ok({ failure: found.value, version: null, at: null })
    const known = found.value.kind === 'found' ? found.value.wave.body : null
    if (known === null && version !== null) return fail(apiError('not-found'))
    const origin = known ?? { creator: authorOf(caller).id, createdAt: Date.now() }
    const body: WaveBody = { ...fields, creator: origin.creator, createdAt: origin.createdAt }
    const changed = known === null ? ['created'] : Object.keys(fields).filter((name) => isOther(name, known, body))
    const notes = [{ key: id, version }]
    const done = await write(work, { kind: 'wave-changed', subject: id, detail: { changed } }, (store, writing) =>
      changeNotes(store, caller, { kind: 'wave', notes, body: JSON.stringify(body) }, writing),
    )
    const isOfOthers = !done.ok && known === null && done.failure.code === 'version-conflict'
    return isOfOthers ? fail(apiError('not-found')) : done
  })
}

const isOther = (name: string, one: WaveBody, other: WaveBody): boolean =>
  new Map(Object.entries(one)).get(name) !== new Map(Object.entries(other)).get(name)

/** Takes from a wave what the caller can read, and deletes it where nothing else is in it. */
export async function endWave(caller: Caller, id: string, version: string, signal: AbortSignal): Promise<Answer> {
  return withSession(caller, signal, async (work) => {
    const found = await findWave(work, id)
    if (!found.ok) return found
    if (typeof found.value === 'string') return ok({ failure: found.value, version: null, at: null })
    if (found.value.kind === 'missing') return fail(apiError('not-found'))
    const { body, readable } = found.value.wave
    const removal = {
      wave: { key: id, version },
      memberBody: memberBodyOf(id),
      readable,
      remainingBody: JSON.stringify({ ...body, creator: null }),
    }
    return write(work, { kind: 'wave-changed', subject: id, detail: { changed: ['removed'] } }, (store, writing) =>
      removeWave(store, caller, removal, writing),
    )
  })
}
