import type { Acknowledgement, NoteList } from '@/lib/contract/notes'
import type { FleetEntry } from './fleet-entry'
import { inboxKeyOf } from './inbox'

/**
 * A user can acknowledge what was first seen a moment ago, and Azure's clock, which dates both, is known to a second or
 * so. No VM leaves a state and returns to it within this time.
 */
const toleranceMs = 60_000

/** What an acknowledgement of a VM depends on. */
export interface Acknowledgeable {
  /** ARM id, lower case. */
  readonly key: string
  /** Need and problem of the VM now; null where it needs no action. */
  readonly code: string | null
  /** ISO time since which its state has been observed; null where that is not known. */
  readonly since: string | null
}

/** A row of the fleet. */
export function acknowledgeableOf(entry: FleetEntry): Acknowledgeable {
  const summary = { ...entry, data: entry.data.state }
  return { key: entry.key, code: inboxKeyOf(summary, entry.problem), since: entry.history?.firstSeen ?? null }
}

/**
 * The acknowledgement that holds for a VM now: of the need and the problem that it has, and not of an earlier time in
 * which it had them. Null without one.
 */
export function acknowledgementOf({ key, code, since }: Acknowledgeable, notes: NoteList): Acknowledgement | null {
  const found = notes.acknowledgements.find(({ id }) => id === key)
  if (found === undefined || found.code !== code) return null
  return since !== null && Date.parse(since) > Date.parse(found.at) + toleranceMs ? null : found
}
