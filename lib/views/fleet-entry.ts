import type { ErrorCode } from '@/lib/contract/errors'
import type { FleetRow } from '@/lib/contract/fleet'

/**
 * Why an entry shows an earlier reading: the error code of the failed new reading, `re-reading` while that is in
 * progress, or `not-seen` when the last load ended before it reached the VM.
 */
export type KeptBecause = ErrorCode | 're-reading' | 'not-seen'

/** A VM of the fleet in the browser's memory. */
export interface FleetEntry extends FleetRow {
  /** Null when the latest load delivered what is shown. Otherwise `evidenceAt` shows its age. */
  readonly kept: KeptBecause | null
}

const passing: Readonly<Partial<Record<ErrorCode, true>>> = {
  'too-many-requests': true,
  'arm-throttled': true,
  'arm-down': true,
  'arm-untrusted': true,
  'arm-timed-out': true,
  'arm-unreadable': true,
  'entra-down': true,
  cancelled: true,
  internal: true,
}

/**
 * True for a failure that says nothing about the VM or the user's permissions, so the last good reading may still be
 * shown. After a refusal it must not: a user who may no longer read a VM must not keep seeing it.
 */
export function isPassing(code: ErrorCode): boolean {
  return passing[code] === true
}

/**
 * Replaces the known entry by a row of the running load. Only a verdict read from the VM itself is kept when the new
 * row has none: "the inventory shows nothing" is dropped as soon as the inventory shows something.
 */
export function mergeRow(known: FleetEntry | undefined, row: FleetRow): FleetEntry {
  const holds = known?.reading === 'read' && row.reading !== 'read' && row.reading !== 'inventory'
  if (!holds || (row.readError !== null && !isPassing(row.readError))) {
    // Until this load has read the history, the history of the same state is kept.
    const history = row.history ?? (known?.state === row.state ? known.history : null)
    return { ...row, history, kept: null }
  }
  return {
    ...row,
    reading: known.reading,
    readError: null,
    state: known.state,
    os: known.os,
    data: known.data,
    readiness: known.readiness,
    pass: known.pass,
    extensionVersion: known.extensionVersion,
    progress: known.progress,
    flags: known.flags,
    keyVault: known.keyVault,
    keyEncryptionKey: known.keyEncryptionKey,
    problem: known.problem,
    evidenceAt: known.evidenceAt,
    history: known.history,
    kept: row.readError ?? (row.reading === 'pending' ? 're-reading' : 'not-seen'),
  }
}
