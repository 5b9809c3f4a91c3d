import 'server-only'
import type { Caller } from '@/lib/auth/caller'
import type { FleetRow, Gap, Subscription } from '@/lib/contract/fleet'
import { loadFleet } from '@/lib/usecases/fleet/load-fleet'

/** A fleet, loaded to its end. */
export interface LoadedRows {
  readonly rows: ReadonlyMap<string, FleetRow>
  readonly gaps: readonly Gap[]
  readonly subscriptions: readonly Subscription[]
  readonly complete: boolean
  /** Code of the failure where nothing at all was read. */
  readonly failed: string | null
}

/** Loads the fleet of a caller to its end, without what was read before. */
export async function loadRows(
  caller: Caller,
  subscriptions: readonly string[] | null,
  signal: AbortSignal,
): Promise<LoadedRows> {
  const rows = new Map<string, FleetRow>()
  const gaps: Gap[] = []
  const seen: Pick<{ -readonly [Key in keyof LoadedRows]: LoadedRows[Key] }, 'subscriptions' | 'complete' | 'failed'> =
    { subscriptions: [], complete: false, failed: null }
  for await (const event of loadFleet(caller, { subscriptions, fresh: true }, signal)) {
    if (event.type === 'rows') for (const row of event.rows) rows.set(row.key, row)
    else if (event.type === 'gap') gaps.push(event.gap)
    else if (event.type === 'subscriptions') seen.subscriptions = event.subscriptions
    else if (event.type === 'end') seen.complete = event.complete
    else if (event.type === 'failure') seen.failed = event.error.code
  }
  return { rows, gaps, ...seen }
}
