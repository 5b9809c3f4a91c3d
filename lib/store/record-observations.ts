import 'server-only'
import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { fail, ok, type Result } from '@/lib/shared/result'
import { timed } from '@/lib/telemetry/measure'
import { canonicalFacts } from '@/lib/timeline/canonical'
import type { Observation } from '@/lib/timeline/observation'
import { allowedSilence } from '@/lib/timeline/polling'
import type { StoreFailure } from './failure'
import { lockMachines, machineKeyOf, machineText } from './machines'
import { updateMachineStates } from './machine-states'
import { insertObservation, type PendingObservation, type Span } from './insert-observation'
import { updateRuns, type MachineSteps } from './runs'
import type { Tables } from './schema'
import { spanAfter, spansBefore } from './spans'
import { attempt, type Store } from './store'

/** Observations in one transaction: a few milliseconds, so that no other writer waits long for the database. */
const batchSize = 200

/** Rows added and rows that were only extended. */
export interface Recorded {
  readonly added: number
  readonly extended: number
}

interface Pending extends PendingObservation {
  readonly machineId: number
  readonly observation: Observation
}

function pendingOf(store: Store, observation: Observation, machineId: number): Pending {
  const { facts, firstSeen, lastSeen, heartbeatAt } = observation
  const heartbeat = heartbeatAt === null ? Number.NaN : Date.parse(heartbeatAt)
  return {
    machineId,
    observation,
    from: Date.parse(firstSeen),
    to: Date.parse(lastSeen),
    factsHash: createHash('sha256').update(canonicalFacts(facts)).digest('base64url').slice(0, 27),
    heartbeatAt: Number.isNaN(heartbeat) ? null : heartbeat,
    silence: allowedSilence(facts, store.config.polling),
  }
}

function rowOf({ observation: { machineId, observation }, span, timesSeen }: Added) {
  return {
    machine_id: machineId,
    first_seen: span.firstSeen,
    last_seen: span.lastSeen,
    held_until: span.heldUntil,
    state: observation.facts.state,
    facts_hash: span.factsHash,
    facts: JSON.stringify(observation.facts),
    source: observation.source,
    heartbeat_at: span.heartbeatAt,
    // oxlint-disable-next-line house/vocabulary -- the column keeps the name of its migration
    looks: timesSeen,
  }
}

interface Added {
  readonly observation: Pending
  readonly span: Span
  readonly timesSeen: number
}

interface Changes {
  readonly added: Added[]
  /** By id of the row. */
  readonly grown: Map<number, { span: Span; timesSeen: number }>
  /** By id of the machine. */
  readonly machines: Map<number, MachineSteps>
}

/** A row as it will be: the changes of this batch are not written yet. */
const asGrown = (changes: Changes, span: Span | null): Span | null =>
  span === null ? null : (changes.grown.get(span.id)?.span ?? span)

/** Notes the new end of a row, whether the row is written already or not. */
function grow(changes: Changes, span: Span, timesSeen: 0 | 1): void {
  const fresh = span.id < 0 ? changes.added[-span.id - 1] : undefined
  if (fresh === undefined)
    changes.grown.set(span.id, { span, timesSeen: (changes.grown.get(span.id)?.timesSeen ?? 0) + timesSeen })
  else changes.added[-span.id - 1] = { ...fresh, span, timesSeen: fresh.timesSeen + timesSeen }
}

/**
 * Notes where an observation was placed. A row that is not written yet has a negative id: later observations may extend
 * it as well.
 */
function settle(changes: Changes, observation: Pending, before: Span | null, after: Span | null): Span {
  const { row, cut } = insertObservation(observation, before, after)
  if (cut !== null) grow(changes, cut, 0)
  const machine = changes.machines.get(observation.machineId) ?? { steps: [], late: false }
  machine.steps.push({ span: row, state: observation.observation.facts.state, cut })
  changes.machines.set(observation.machineId, machine)
  if (row.id === null) {
    const span = { ...row, id: -(changes.added.length + 1) }
    changes.added.push({ observation, span, timesSeen: 1 })
    return span
  }
  const span = { ...row, id: row.id }
  grow(changes, span, 1)
  return span
}

/**
 * Places an observation that comes after a later one was written. `earlier`: the last late observation of this batch,
 * not written yet.
 */
async function settleLate(
  transaction: Transaction<Tables>,
  changes: Changes,
  observation: Pending,
  earlier: Span | null,
): Promise<Span> {
  const stored =
    (await spansBefore(transaction, [observation.machineId], observation.from)).get(observation.machineId) ?? null
  const written = asGrown(changes, stored)
  const unwritten = earlier === null || earlier.id >= 0 ? null : (changes.added[-earlier.id - 1]?.span ?? null)
  const before = unwritten !== null && unwritten.firstSeen >= (written?.firstSeen ?? 0) ? unwritten : written
  const after = asGrown(changes, await spanAfter(transaction, observation.machineId, observation.from))
  return settle(changes, observation, before, after)
}

/** Places all observations of one machine, in the order of their times. `latest`: its last row. */
async function placeAll(
  transaction: Transaction<Tables>,
  observations: readonly Pending[],
  latest: Span | null,
  changes: Changes,
): Promise<void> {
  let tail = latest
  let late: Span | null = null
  for (const observation of observations) {
    if (tail === null || observation.from >= tail.firstSeen) {
      const span = settle(changes, observation, tail, null)
      // A later observation contradicts it already: only all rows together can show the current state.
      if (tail !== null && span.id !== tail.id && observation.from < tail.lastSeen) setLate(changes, observation)
      tail = span
      continue
    }
    late = await settleLate(transaction, changes, observation, late)
    setLate(changes, observation)
    tail = asGrown(changes, tail)
  }
}

function setLate(changes: Changes, { machineId }: Pending): void {
  const machine = changes.machines.get(machineId)
  if (machine !== undefined) machine.late = true
}

/** Writes the new ends of rows, all in one statement. Both databases name the columns of `VALUES` alike. */
async function writeGrown(transaction: Transaction<Tables>, grown: Changes['grown']): Promise<void> {
  if (grown.size === 0) return
  const values = [...grown.values()].map(
    ({ span, timesSeen }) =>
      sql`(${sql.join([span.id, span.firstSeen, span.lastSeen, span.heldUntil, span.heartbeatAt, timesSeen].map((n) => sql`cast(${n} as bigint)`))})`,
  )
  await sql`update observations set first_seen = v.column2, last_seen = v.column3, held_until = v.column4,
    heartbeat_at = v.column5, looks = looks + v.column6
    from (values ${sql.join(values)}) as v where observations.id = v.column1`.execute(transaction)
}

async function recordBatch(
  store: Store,
  transaction: Transaction<Tables>,
  batch: readonly Observation[],
): Promise<Recorded> {
  const machines = await lockMachines(transaction, batch)
  const byMachine = new Map<number, Pending[]>()
  for (const observation of batch) {
    const machineId = machines.get(machineText(machineKeyOf(observation)))
    if (machineId === undefined) throw new Error('a machine has no row')
    const observations = byMachine.get(machineId) ?? []
    observations.push(pendingOf(store, observation, machineId))
    byMachine.set(machineId, observations)
  }
  const latest = await spansBefore(transaction, [...byMachine.keys()], Number.MAX_SAFE_INTEGER)
  const changes: Changes = { added: [], grown: new Map(), machines: new Map() }
  for (const [machineId, observations] of byMachine) {
    observations.sort((a, b) => a.from - b.from)
    await placeAll(transaction, observations, latest.get(machineId) ?? null, changes)
  }
  if (changes.added.length > 0) await transaction.insertInto('observations').values(changes.added.map(rowOf)).execute()
  await writeGrown(transaction, changes.grown)
  await updateRuns(transaction, changes.machines)
  await updateMachineStates(transaction, changes.machines)
  return { added: changes.added.length, extended: changes.grown.size }
}

/**
 * Adds observations to the history. Equal facts without a pause longer than two polling intervals become one row. Safe
 * to repeat, in any order and from several processes at once. Once this is `ok`, the observations are on the disk.
 * @returns how many rows were added and how many were extended; on a failure the batches before it are kept
 */
export async function recordObservations(
  store: Store,
  observations: readonly Observation[],
): Promise<Result<Recorded, StoreFailure>> {
  let sum: Recorded = { added: 0, extended: 0 }
  for (let at = 0; at < observations.length; at += batchSize) {
    const batch = observations.slice(at, at + batchSize)
    const startedAt = performance.now()
    const written = await attempt(() =>
      store.db.transaction().execute((transaction) => recordBatch(store, transaction, batch)),
    )
    const moved = store.file?.moved() ?? null
    const done = moved === null ? written : fail(moved)
    const outcome = done.ok ? 'done' : done.failure.kind
    timed('sealwatch.store.write.duration', performance.now() - startedAt, { database: store.dialect, outcome })
    if (!done.ok) return done
    sum = { added: sum.added + done.value.added, extended: sum.extended + done.value.extended }
  }
  return ok(sum)
}
