import type { Acknowledgement, NoteChange, NoteList, WaveChange } from '@/lib/contract/notes'
import type { Unread } from './completeness'

/** A change of notes that a user makes. */
export type NoteOrder =
  | { readonly kind: 'note'; readonly change: NoteChange }
  | { readonly kind: 'wave'; readonly id: string; readonly change: WaveChange }
  | { readonly kind: 'end-wave'; readonly id: string; readonly version: string }

/** Why a change was not saved: there are too many notes, or it could not be sent, or was refused. */
export type Refusal = { readonly kind: 'full' } | { readonly kind: 'refused'; readonly cause: Unread }
export type WriteOutcome = { readonly kind: 'saved'; readonly version: string; readonly at: string } | Refusal

/** Of a text that is saved as the user writes. `conflict`: another user changed it meanwhile. */
export type SaveStatus = 'unchanged' | 'waiting' | 'saving' | 'saved' | 'conflict' | 'failed'

/** Whether a change was refused with this code. */
export function isRefusedBy(outcome: WriteOutcome, code: 'version-conflict' | 'not-found'): boolean {
  return outcome.kind === 'refused' && outcome.cause.code === code
}

/** What the server adds to a note when it is saved. */
export type SavedBy = Pick<Acknowledgement, 'version' | 'by' | 'at'>

function withNote(list: NoteList, { note, vms }: NoteChange, saved: SavedBy): NoteList {
  const ids = vms.map(({ id }) => id.toLowerCase())
  const changed = new Set(ids)
  if (note.kind === 'member') {
    const { wave } = note
    const added = wave === null ? [] : ids.map((id) => ({ id, wave, version: saved.version }))
    return { ...list, members: [...list.members.filter(({ id }) => !changed.has(id)), ...added] }
  }
  const given = note.acknowledgement
  const added = given === null ? [] : ids.map((id) => ({ id, ...given, ...saved }))
  return { ...list, acknowledgements: [...list.acknowledgements.filter(({ id }) => !changed.has(id)), ...added] }
}

/** The list after the server has saved a change, so that it need not be read again. */
export function afterOrder(list: NoteList, order: NoteOrder, saved: SavedBy): NoteList {
  if (order.kind === 'note') return withNote(list, order.change, saved)
  if (order.kind === 'end-wave') {
    const waves = list.waves.filter(({ id }) => id !== order.id)
    return { ...list, waves, members: list.members.filter(({ wave }) => wave !== order.id) }
  }
  const changed = { id: order.id, ...order.change, ...saved }
  const isNew = !list.waves.some(({ id }) => id === order.id)
  const known = list.waves.map((wave) => (wave.id === order.id ? changed : wave))
  return { ...list, waves: isNew ? [...known, changed] : known }
}

/** VMs with the versions of their notes of one kind, as a change needs them. */
export function expectedOf(
  list: NoteList,
  kind: NoteChange['note']['kind'],
  ids: readonly string[],
): NoteChange['vms'] {
  const notes = kind === 'member' ? list.members : list.acknowledgements
  const versions = new Map(notes.map(({ id, version }) => [id, version]))
  return ids.map((id) => ({ id, version: versions.get(id.toLowerCase()) ?? null }))
}
