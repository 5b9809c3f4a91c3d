import { sql } from 'kysely'
import type { VmSummary } from '@/e2e/simulator/control/shapes'
import { readTimeline } from '@/lib/store/read-timeline'
import type { Store } from '@/lib/store/store'
import { canonicalFacts } from '@/lib/timeline/canonical'
import type { Readings } from '../collect-readings'
import type { BenchTenant } from '../stage'
import type { PromisedBatch, Promises } from './promises'

/** An observation has the time of a `Date` header, which has whole seconds. */
const clockMilliseconds = 1500

interface Row {
  readonly from: number
  readonly to: number
  readonly facts: string
}

interface Seen {
  readonly vm: string
  readonly from: number
  readonly to: number
}

async function rowsOf(store: Store, tenantId: string, { id, vmId }: VmSummary): Promise<readonly Row[]> {
  const read = await readTimeline(store, { cloud: 'public', tenantId, id, vmId }, 0)
  if (!read.ok) throw new Error(read.failure.kind)
  if (read.value.unreadable > 0) throw new Error(`${id}: ${read.value.unreadable} unreadable rows`)
  return read.value.observations.map(({ firstSeen, lastSeen, facts }) => ({
    from: Date.parse(firstSeen),
    to: Date.parse(lastSeen),
    facts: canonicalFacts(facts),
  }))
}

/** The VMs that the collector had read when it printed a line, with the times between which it read each. */
function readBy({ subscription, after, until, ahead }: PromisedBatch, readings: Checking['readings']): readonly Seen[] {
  return readings.all
    .filter(({ at, vm, status }) => {
      const isIts = vm.startsWith(`/subscriptions/${subscription}/`)
      return isIts && status === 200 && at > after && at <= until
    })
    .map(({ at, vm }) => ({ vm, from: at + ahead - clockMilliseconds, to: until + ahead + clockMilliseconds }))
}

/** The number of observations of each VM, by its rows. */
async function countsOf(store: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await store.db
    .selectFrom('observations')
    .innerJoin('machines', 'machines.id', 'observations.machine_id')
    .groupBy('vm_key')
    .select((row) => ['vm_key', row.fn.sum<number | string>('looks').as('observations')])
    .execute()
  return new Map(rows.map(({ vm_key, observations }) => [vm_key, Number(observations)]))
}

type Rows = ReadonlyMap<string, readonly Row[]>

export interface Checking {
  readonly tenant: Pick<BenchTenant, 'tenantId' | 'vms'>
  readonly promises: Promises
  /** Requests of collectors to the fake Azure. */
  readonly readings: Pick<Readings, 'all'>
}

/** Compares the database with the log lines of collectors. For an ambiguous line, as many VMs as it counts must be stored. */
function checkBatches(rows: Rows, { readings, promises }: Checking, fewest: Map<string, number>): readonly string[] {
  return promises.batches.flatMap((batch) => {
    const read = readBy(batch, readings)
    if (read.length === batch.read) for (const { vm } of read) fewest.set(vm, (fewest.get(vm) ?? 0) + 1)
    const kept = read.filter(({ vm, from, to }) => rows.get(vm)?.some((row) => row.from <= to && row.to >= from))
    return kept.length >= batch.read ? [] : [`${kept.length} kept of ${read.length} read: ${JSON.stringify(batch)}`]
  })
}

/** Compares the acknowledged observations of VMs with the history. */
async function checkObservations(store: Store, checking: Checking): Promise<readonly string[]> {
  const { tenant, promises } = checking
  const rows = new Map<string, readonly Row[]>()
  for (const vm of await tenant.vms()) rows.set(vm.id.toLowerCase(), await rowsOf(store, tenant.tenantId, vm))
  const shown = promises
    .observations()
    .filter(
      ({ vm, facts, from, to }) =>
        rows.get(vm)?.some((row) => row.facts === facts && row.from <= from && row.to >= to) !== true,
    )
    .map((observation) => `shown by a server: ${JSON.stringify(observation)}`)
  const fewest = new Map(promises.kept)
  const said = checkBatches(rows, checking, fewest)
  const seen = await countsOf(store)
  const fewer = [...fewest]
    .filter(([vm, count]) => (seen.get(vm) ?? 0) < count)
    .map(([vm, count]) => `${vm}: ${seen.get(vm) ?? 0} observations of ${count}`)
  return [...shown, ...said, ...fewer]
}

/** Watches and notices that a server acknowledged. */
async function checkWatches(store: Store, promises: Promises): Promise<readonly string[]> {
  const watches = await store.db.selectFrom('watches').select('id').execute()
  const notices = await store.db.selectFrom('notifications').select('id').execute()
  const [here, delivered] = [new Set(watches.map(({ id }) => id)), new Set(notices.map(({ id }) => id))]
  return [
    ...[...promises.watches.keys()].filter((id) => !here.has(id)).map((id) => `watch ${id}`),
    ...[...promises.notices].filter(([id]) => !delivered.has(id)).map(([, text]) => `notice ${text}`),
    ...promises.changed,
  ]
}

/** All acknowledged data that is missing, as text. */
export async function checkKept(store: Store, checking: Checking): Promise<readonly string[]> {
  const lost = [...(await checkObservations(store, checking)), ...(await checkWatches(store, checking.promises))]
  if (store.dialect === 'postgres') return lost
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.db)
  return rows.every((row) => row.integrity_check === 'ok') ? lost : [...lost, 'SQLite finds the file damaged']
}
