import type { ErrorCode } from '@/lib/contract/errors'
import type { FleetRow } from '@/lib/contract/fleet'

/**
 * Why an entry shows an earlier reading: the failure that stood in the way of a new one, `re-reading` while that
 * is under way, or `not-seen` where the last load ended before it reached the VM.
 */
export type KeptBecause = ErrorCode | 're-reading' | 'not-seen'

/** A VM of the fleet as the browser holds it. */
export interface FleetEntry extends FleetRow {
  /** Null where the latest load gave what is shown. Otherwise `evidenceAt` tells how old it is. */
  readonly kept: KeptBecause | null
}

const passing: Readonly<Partial<Record<ErrorCode, true>>> = {
  'too-many-requests': true,
  'arm-throttled': true,
  'arm-down': true,
  'arm-timed-out': true,
  'arm-unreadable': true,
  'entra-down': true,
  cancelled: true,
  internal: true,
}

/**
 * True for a failure that says nothing about the VM or the person's rights, so that the last good reading stays worth
 * showing. After a refusal it does not: who may no longer read a VM should not go on seeing it.
 */
export function isPassing(code: ErrorCode): boolean {
  return passing[code] === true
}

/**
 * Puts a row of the running load in the place of what was known.
 * Only a verdict read from the VM itself outlives a row without one: "the inventory shows nothing" is no verdict to hold
 * on to once the inventory shows something.
 */
export function mergeRow(known: FleetEntry | undefined, row: FleetRow): FleetEntry {
  const holds = known?.reading === 'read' && row.reading !== 'read' && row.reading !== 'inventory'
  if (!holds || (row.readError !== null && !isPassing(row.readError))) {
    // Until the history of this load is known, what was known of the same state stays.
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
