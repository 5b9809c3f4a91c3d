import 'server-only'
import type { Caller } from '@/lib/auth/caller'
import type { ApiError } from '@/lib/contract/errors'
import type { NoteList } from '@/lib/contract/notes'
import { ok, type Result } from '@/lib/shared/result'
import type { StoreFailureKind } from '@/lib/store/failure'
import { notesOf } from '@/lib/store/notes/notes'
import type { StoredNote } from '@/lib/store/notes/types'
import { history } from '../history/handle'
import { openSession } from '../open-session'
import { acknowledgementOfNote, authorOf, memberOfNote, waveOfNote } from './bodies'
import { readableOf, type Readable } from './readable'

const deadlineMilliseconds = 60_000

const changeOf = ({ version, by, changedAt }: StoredNote) => ({
  version,
  by: { ...by },
  at: new Date(changedAt).toISOString(),
})

/**
 * The notes that a caller may see: those about readable VMs, the waves of these, and the waves that the caller created.
 */
function shownTo(caller: Caller, notes: readonly StoredNote[], { keys, complete }: Readable): NoteList {
  const readable = notes.filter(({ kind, key }) => kind !== 'wave' && keys.has(key))
  const memberships = readable.filter(({ kind }) => kind === 'member')
  const named = new Set(memberships.map(memberOfNote))
  const { id: person } = authorOf(caller)
  const waves = notes
    .flatMap((note) => {
      const body = note.kind === 'wave' ? waveOfNote(note) : null
      return body === null || (!named.has(note.key) && body.creator !== person) ? [] : [{ note, body }]
    })
    .sort((one, other) => one.body.createdAt - other.body.createdAt)
    .map(({ note, body: { name, until, owner, note: text } }) => ({
      ...{ id: note.key, name, until, owner, note: text },
      ...changeOf(note),
    }))
  const known = new Set(waves.map(({ id }) => id))
  return {
    failure: null,
    complete,
    waves,
    members: memberships.map((note) => {
      const wave = memberOfNote(note)
      return { id: note.key, wave: wave !== null && known.has(wave) ? wave : null, version: note.version }
    }),
    acknowledgements: readable.flatMap((note) => {
      const body = note.kind === 'acknowledgement' ? acknowledgementOfNote(note) : null
      return body === null ? [] : [{ id: note.key, ...body, ...changeOf(note) }]
    }),
  }
}

/**
 * What users of the tenant noted about VMs and disks that the caller can read at this moment. Other notes are left out
 * without a trace: neither their waves nor their number are in the answer.
 */
export async function loadNotes(caller: Caller, signal: AbortSignal): Promise<Result<NoteList, ApiError>> {
  const nothing = (failure: StoreFailureKind): NoteList => ({
    failure,
    complete: false,
    waves: [],
    members: [],
    acknowledgements: [],
  })
  const opened = await history()
  const stored = opened.ok ? await notesOf(opened.value, caller, ['wave', 'member', 'acknowledgement']) : opened
  if (!stored.ok) return ok(nothing(stored.failure.kind))
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const keys = stored.value.flatMap(({ kind, key }) => (kind === 'wave' ? [] : [key]))
    const readable = await readableOf(session, [...new Set(keys)], 'listed')
    return readable.ok ? ok(shownTo(caller, stored.value, readable.value)) : readable
  } finally {
    session.close()
  }
}
