import 'server-only'
import type { Caller } from '@/lib/auth/caller'
import { apiError, type ApiError } from '@/lib/contract/errors'
import type { NoteSaved } from '@/lib/contract/notes'
import { longestViewQuery, type ViewChange } from '@/lib/contract/saved-view-change'
import { viewQueryOf, type SavedViewList } from '@/lib/contract/saved-views'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { StoreFailureKind } from '@/lib/store/failure'
import { changeNotes, notesOf, type NoteChange } from '@/lib/store/notes/notes'
import type { StoredNote } from '@/lib/store/notes/types'
import type { Store } from '@/lib/store/store'
import { history } from '../history/handle'
import { authorOf, defaultViewOfNote, viewOfNote } from './bodies'
import { writeNote } from './write-note'

type Answer = Result<NoteSaved, ApiError>

/** Whether all users of the tenant can read a view is a column of its note, and not in its body. */
function shownView(note: StoredNote, person: string): SavedViewList['views'] {
  const body = note.kind === 'view' ? viewOfNote(note) : null
  if (body === null) return []
  const { key: id, version, by, isPrivate } = note
  return [{ id, ...body, shared: !isPrivate, mine: by.id === person, author: by.name, version }]
}

/** The caller's views of the fleet, and those that users of the tenant share. Azure is not asked: a view has no VM's data. */
export async function listViews(caller: Caller): Promise<SavedViewList> {
  const { id: person } = authorOf(caller)
  const opened = await history()
  const read = opened.ok ? await notesOf(opened.value, caller, ['view', 'default-view'], person) : opened
  if (!read.ok) return { failure: read.failure.kind, views: [], defaultView: null }
  const views = read.value
    .flatMap((note) => shownView(note, person))
    .sort((one, other) => Number(other.mine) - Number(one.mine) || one.name.localeCompare(other.name))
  const chosen = read.value.find(({ kind }) => kind === 'default-view')
  const id = chosen === undefined ? null : defaultViewOfNote(chosen)
  return { failure: null, views, defaultView: views.some((view) => view.id === id) ? id : null }
}

const unavailable = (failure: StoreFailureKind): Answer => ok({ failure, version: null, at: null })

/** Changes notes of the caller, and adds what changed to the audit log: no name and no query, which can name VMs. */
function change(
  caller: Caller,
  store: Store,
  changed: NoteChange & { readonly subject: string | null; readonly what: readonly string[] },
): Promise<Answer> {
  const event = { kind: 'view-changed', subject: changed.subject, detail: { changed: changed.what } } as const
  return writeNote({ caller, store, now: Date.now() }, event, (opened, writing) =>
    changeNotes(opened, caller, changed, writing),
  )
}

/**
 * A view that the caller can read, null where there is none. Another user's private view is as missing.
 * @returns not-found for a view of another user, which the caller cannot change
 */
async function ownView(
  caller: Caller,
  store: Store,
  id: string,
): Promise<Result<StoredNote | null, ApiError | StoreFailureKind>> {
  const { id: person } = authorOf(caller)
  const read = await notesOf(store, caller, ['view'], person)
  if (!read.ok) return fail(read.failure.kind)
  const note = read.value.find(({ key }) => key === id) ?? null
  return note === null || note.by.id === person ? ok(note) : fail(apiError('not-found'))
}

const refused = (failure: ApiError | StoreFailureKind): Answer =>
  typeof failure === 'string' ? unavailable(failure) : fail(failure)

/** What of a view differs, for the audit log. */
function differences(before: StoredNote, { name, query, shared }: Omit<ViewChange, 'version'>): readonly string[] {
  const body = viewOfNote(before)
  return [
    ...(body?.name === name ? [] : ['name']),
    ...(body?.query === query ? [] : ['query']),
    ...(before.isPrivate === !shared ? [] : [shared ? 'shared' : 'private']),
  ]
}

/** Creates a view, or changes one that the caller created. */
export async function saveView(caller: Caller, id: string, { version, ...given }: ViewChange): Promise<Answer> {
  // Escaping can make a query longer.
  const fields = { ...given, query: viewQueryOf(given.query) }
  if (fields.query.length > longestViewQuery) return fail(apiError('request-invalid', { parameter: 'query' }))
  const opened = await history()
  if (!opened.ok) return unavailable(opened.failure.kind)
  const found = await ownView(caller, opened.value, id)
  if (!found.ok) return refused(found.failure)
  if (found.value === null && version !== null) return fail(apiError('not-found'))
  const done = await change(caller, opened.value, {
    kind: 'view',
    notes: [{ key: id, version }],
    body: JSON.stringify({ name: fields.name, query: fields.query }),
    isPrivate: !fields.shared,
    subject: id,
    what: found.value === null ? ['created', ...(fields.shared ? ['shared'] : [])] : differences(found.value, fields),
  })
  // Another user's private view has this id.
  const isOfOthers = !done.ok && found.value === null && done.failure.code === 'version-conflict'
  return isOfOthers ? fail(apiError('not-found')) : done
}

/** Deletes a view that the caller created. */
export async function removeView(caller: Caller, id: string, version: string): Promise<Answer> {
  const opened = await history()
  if (!opened.ok) return unavailable(opened.failure.kind)
  const found = await ownView(caller, opened.value, id)
  if (!found.ok) return refused(found.failure)
  if (found.value === null) return fail(apiError('not-found'))
  const notes = [{ key: id, version }]
  return change(caller, opened.value, { kind: 'view', notes, body: null, subject: id, what: ['removed'] })
}

/** Chooses the view that the caller opens first, one of those that the caller can read; null for none. */
export async function chooseDefaultView(caller: Caller, view: string | null): Promise<Answer> {
  const opened = await history()
  if (!opened.ok) return unavailable(opened.failure.kind)
  const { id: person } = authorOf(caller)
  const read = await notesOf(opened.value, caller, ['view'], person)
  if (!read.ok) return unavailable(read.failure.kind)
  if (view !== null && !read.value.some(({ key }) => key === view)) return fail(apiError('not-found'))
  return change(caller, opened.value, {
    kind: 'default-view',
    notes: [{ key: person, version: undefined }],
    body: view === null ? null : JSON.stringify({ view }),
    isPrivate: true,
    subject: view,
    what: ['default'],
  })
}
