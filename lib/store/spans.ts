import 'server-only'
import { sql, type Transaction } from 'kysely'
import type { Span } from './insert-observation'
import type { Tables } from './schema'

const columns = ['id', 'machine_id', 'first_seen', 'last_seen', 'held_until', 'facts_hash', 'heartbeat_at'] as const

interface SpanRow {
  readonly id: number
  readonly first_seen: number
  readonly last_seen: number
  readonly held_until: number
  readonly facts_hash: string
  readonly heartbeat_at: number | null
}

function spanOf(row: SpanRow): Span {
  return {
    id: row.id,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    heldUntil: row.held_until,
    factsHash: row.facts_hash,
    heartbeatAt: row.heartbeat_at,
  }
}

/** The last row of each machine that begins no later than `time`, by the machine's id. */
export async function spansBefore(
  transaction: Transaction<Tables>,
  machineIds: readonly number[],
  time: number,
): Promise<ReadonlyMap<number, Span>> {
  const last = transaction
    .selectFrom('machines')
    .where('machines.id', 'in', machineIds)
    .select((row) =>
      row
        .selectFrom('observations')
        .whereRef('observations.machine_id', '=', 'machines.id')
        .where('observations.first_seen', '<=', time)
        .orderBy('observations.first_seen', 'desc')
        .orderBy('observations.last_seen', 'desc')
        .limit(1)
        .select('observations.id')
        .as('last_id'),
    )
  const rows = await transaction
    .selectFrom('observations')
    .where('id', 'in', sql<number>`(${last})`)
    .select(columns)
    .execute()
  return new Map(rows.map((row) => [row.machine_id, spanOf(row)]))
}

/** The first row of a machine that begins after `time`; null where no row does. */
export async function spanAfter(
  transaction: Transaction<Tables>,
  machineId: number,
  time: number,
): Promise<Span | null> {
  const row = await transaction
    .selectFrom('observations')
    .where('machine_id', '=', machineId)
    .where('first_seen', '>', time)
    .orderBy('first_seen')
    .limit(1)
    .select(columns)
    .executeTakeFirst()
  return row === undefined ? null : spanOf(row)
}
