import 'server-only'
import { ok, type Result } from '@/lib/shared/result'
import type { Observation } from '@/lib/timeline/observation'
import type { StoreFailure } from './failure'
import { factsReader, observationColumns, observationOf } from './observation-rows'
import { attempt, type Store } from './store'

/** The newest rows of one machine, oldest first. */
export interface RecentRows {
  readonly observations: readonly Observation[]
  /** Whether older ones were left out. */
  readonly cut: boolean
}

/** Machines read at once: a few milliseconds, so that other work gets its turn. */
const batchSize = 50

async function readBatch(store: Store, machineIds: readonly number[], limit: number) {
  const ranked = store.db
    .selectFrom('observations')
    .where('machine_id', 'in', machineIds)
    .select((row) => [
      'id',
      row.fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('machine_id').orderBy('first_seen', 'desc').orderBy('id', 'desc'))
        .as('place'),
    ])
  return store.db
    .selectFrom(ranked.as('ranked'))
    .innerJoin('observations', 'observations.id', 'ranked.id')
    .innerJoin('machines', 'machines.id', 'observations.machine_id')
    .where('place', '<=', limit + 1)
    .orderBy('machine_id')
    .orderBy('place', 'desc')
    .select(observationColumns)
    .select(['machine_id', 'place'])
    .execute()
}

/**
 * The newest rows of several machines, a batch of machines at a time. The caller passes only VMs that the user can read
 * now.
 * @param limit rows of each machine
 */
export async function readRecent(
  store: Store,
  machineIds: readonly number[],
  limit: number,
): Promise<Result<ReadonlyMap<number, RecentRows>, StoreFailure>> {
  const recent = new Map<number, { observations: Observation[]; cut: boolean }>()
  const read = factsReader()
  for (let from = 0; from < machineIds.length; from += batchSize) {
    const batch = machineIds.slice(from, from + batchSize)
    const rows = await attempt(() => readBatch(store, batch, limit))
    if (!rows.ok) return rows
    for (const row of rows.value) {
      const known = recent.get(row.machine_id) ?? { observations: [], cut: false }
      recent.set(row.machine_id, known)
      const observation = row.place > limit ? null : observationOf(row, read(row.facts))
      if (row.place > limit) known.cut = true
      if (observation !== null) known.observations.push(observation)
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return ok(recent)
}
