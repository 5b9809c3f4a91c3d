import 'server-only'
import type { Transaction } from 'kysely'
import { vmStates, type VmState } from '@/lib/encryption/types'
import type { Result } from '@/lib/shared/result'
import { mergeIntervals } from '@/lib/timeline/merge-intervals'
import { seenAfter, type SeenState } from '@/lib/timeline/seen-state'
import type { ObservedVm } from '@/lib/timeline/observation'
import type { StoreFailure } from './failure'
import { machineKeyOf } from './machines'
import { stepsFromRows, type MachineSteps, type Step } from './runs'
import type { Tables } from './schema'
import { attempt, type Store } from './store'

type Row = Omit<Tables['machine_states'], 'machine_id' | 'work_due'>

const stateOf = (text: string | null): VmState | null => vmStates.find((state) => state === text) ?? null

/** Null where a newer program wrote a state that this one does not know. */
function seenOf(row: Row): SeenState | null {
  const state = stateOf(row.state)
  if (state === null) return null
  const before = stateOf(row.before_state)
  return {
    state,
    firstSeen: row.first_seen,
    unbrokenSince: row.unbroken_since,
    lastSeen: row.last_seen,
    heldUntil: row.held_until,
    before: before === null || row.before_seen === null ? null : { state: before, seenAt: row.before_seen },
    beganBetween: row.began_between === 1,
  }
}

function rowOf(machineId: number, seen: SeenState, workDue: number): Tables['machine_states'] {
  return {
    machine_id: machineId,
    state: seen.state,
    first_seen: seen.firstSeen,
    unbroken_since: seen.unbrokenSince,
    last_seen: seen.lastSeen,
    held_until: seen.heldUntil,
    before_state: seen.before?.state ?? null,
    before_seen: seen.before?.seenAt ?? null,
    began_between: seen.beganBetween ? 1 : 0,
    work_due: workDue,
  }
}

/**
 * The state that all rows of a machine show. Rows of readers that contradict each other overlap: the one that began
 * last counts.
 */
function fromRows(rows: readonly Step[]): SeenState | null {
  const intervals = rows
    .map((row) => ({ from: row.span.firstSeen, to: row.span.lastSeen, row }))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const steps = mergeIntervals(intervals).map(({ from, to, interval: { row } }): Step => {
    const heldUntil = to === row.span.lastSeen ? row.span.heldUntil : to
    return { ...row, span: { firstSeen: from, lastSeen: to, heldUntil } }
  })
  return after(null, steps)
}

function after(known: SeenState | null, steps: readonly Step[]): SeenState | null {
  return steps.reduce<SeenState | null>((seen, { span, state: text }) => {
    const state = stateOf(text)
    if (state === null) return seen
    const { firstSeen, lastSeen, heldUntil } = span
    return seenAfter(seen, { state, firstSeen, lastSeen, heldUntil })
  }, known)
}

/**
 * Whether a row ended before an observation that is already stored: then the row that began last is not the last
 * observed.
 */
function isOvertaken(known: SeenState | null, steps: readonly Step[]): boolean {
  let last = known?.lastSeen ?? Number.NEGATIVE_INFINITY
  return steps.some(({ span }) => {
    const before = last
    last = Math.max(last, span.lastSeen)
    return span.lastSeen < before
  })
}

/** Updates the last observed state of each machine from the rows just written. */
export async function updateMachineStates(
  transaction: Transaction<Tables>,
  machines: ReadonlyMap<number, MachineSteps>,
): Promise<void> {
  if (machines.size === 0) return
  const stored = await transaction
    .selectFrom('machine_states')
    .where('machine_id', 'in', [...machines.keys()])
    .selectAll()
    .execute()
  const known = new Map(stored.map((row) => [row.machine_id, row]))
  const values: Tables['machine_states'][] = []
  for (const [machineId, { steps, late }] of machines) {
    const row = known.get(machineId)
    const before = row === undefined ? null : seenOf(row)
    const seen =
      late || isOvertaken(before, steps) ? fromRows(await stepsFromRows(transaction, machineId)) : after(before, steps)
    if (seen === null) continue
    // Work ends where a state ends. Whether it was work, and when it ended, is computed separately.
    const changed = before !== null && (before.state !== seen.state || before.firstSeen !== seen.firstSeen)
    values.push(rowOf(machineId, seen, changed ? 1 : (row?.work_due ?? 0)))
  }
  if (values.length === 0) return
  await transaction
    .insertInto('machine_states')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('machine_id').doUpdateSet((row) => ({
        state: row.ref('excluded.state'),
        first_seen: row.ref('excluded.first_seen'),
        unbroken_since: row.ref('excluded.unbroken_since'),
        last_seen: row.ref('excluded.last_seen'),
        held_until: row.ref('excluded.held_until'),
        before_state: row.ref('excluded.before_state'),
        before_seen: row.ref('excluded.before_seen'),
        began_between: row.ref('excluded.began_between'),
        work_due: row.ref('excluded.work_due'),
      })),
    )
    .execute()
}

/** A machine with its last observed state. */
export interface KnownMachine {
  readonly machineId: number
  /** ARM id and `vmId`, lower case; the latter empty where no observation contained it. */
  readonly vmKey: string
  readonly vmUid: string
  readonly seen: SeenState
}

/**
 * The last observed state of one machine; null without observations, or where all observations of its ARM id lack a
 * `vmId`.
 */
export async function readMachineState(store: Store, vm: ObservedVm): Promise<Result<SeenState | null, StoreFailure>> {
  const key = machineKeyOf(vm)
  return attempt(async () => {
    const row = await store.db
      .selectFrom('machines')
      .innerJoin('machine_states', 'machine_states.machine_id', 'machines.id')
      .where('cloud', '=', key.cloud)
      .where('tenant_id', '=', key.tenantId)
      .where((where) => (key.vmUid === '' ? where('vm_key', '=', key.vmKey) : where('vm_uid', '=', key.vmUid)))
      .orderBy('last_seen', 'desc')
      .limit(1)
      .selectAll('machine_states')
      .executeTakeFirst()
    return row === undefined ? null : seenOf(row)
  })
}

/** Machines read at once: a few milliseconds, so that other work gets its turn. */
const pageSize = 2000

/**
 * The last observed state of every machine of a tenant, page by page. The caller passes on only the VMs that the user
 * can read now.
 */
export async function readMachineStates(
  store: Store,
  { cloud, tenantId }: { readonly cloud: string; readonly tenantId: string },
  onPage: (machines: readonly KnownMachine[]) => void,
): Promise<Result<null, StoreFailure>> {
  let last = 0
  for (;;) {
    const page = await attempt(() =>
      store.db
        .selectFrom('machines')
        .innerJoin('machine_states', 'machine_states.machine_id', 'machines.id')
        .where('machines.id', '>', last)
        .where('cloud', '=', cloud)
        .where('tenant_id', '=', tenantId.toLowerCase())
        .orderBy('machines.id')
        .limit(pageSize)
        .selectAll('machine_states')
        .select(['vm_key', 'vm_uid'])
        .execute(),
    )
    if (!page.ok) return page
    onPage(
      page.value.flatMap((row) => {
        const seen = seenOf(row)
        return seen === null ? [] : [{ machineId: row.machine_id, vmKey: row.vm_key, vmUid: row.vm_uid, seen }]
      }),
    )
    if (page.value.length < pageSize) return { ok: true, value: null }
    last = page.value.at(-1)?.machine_id ?? last
    await new Promise((resolve) => setImmediate(resolve))
  }
}
