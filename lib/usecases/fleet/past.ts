import 'server-only'
import type { FleetRow } from '@/lib/contract/fleet'
import { valueOrNull } from '@/lib/shared/known'
import { ok, type Result } from '@/lib/shared/result'
import type { StoreFailure, StoreFailureKind } from '@/lib/store/failure'
import { readMachineStates } from '@/lib/store/machine-states'
import { seenNow } from '@/lib/timeline/seen-state'
import { historyOfRow } from '../course/row-work'
import { history } from '../history/handle'
import type { Observing } from '../history/observer'
import type { Load } from './load'
import { Machines } from './machines'

/** Once all else is known, nobody waits for the history longer than this. */
const patienceMilliseconds = 3_000

async function machinesOf(observing: Observing): Promise<Result<Machines, StoreFailure>> {
  const opened = await history()
  if (!opened.ok) return opened
  const machines = new Machines()
  const read = await readMachineStates(opened.value, observing, (page) => machines.add(page))
  return read.ok ? ok(machines) : read
}

/** A row with what is known of its VM's past. Its own look counts as the newest one. */
function adorned(load: Load, machines: Machines, row: FleetRow): FleetRow {
  if (row.evidenceAt === null) return row
  const vm = load.vms.get(row.key)
  const machine = machines.at(row.key, load.uids.get(row.key) ?? (vm === undefined ? null : valueOrNull(vm.vmId)))
  const seen = seenNow(machine?.seen ?? null, row.state, load.session.azureClock.of(Date.parse(row.evidenceAt)))
  return seen === null ? row : { ...row, history: historyOfRow(seen, null) }
}

function tell(load: Load, failure: StoreFailureKind | null): void {
  load.outbox.put({ type: 'history', failure, quality: [] })
}

async function arrive(load: Load, observing: Observing): Promise<void> {
  const machines = await machinesOf(observing)
  load.outbox.arrived(machines.ok ? (row) => adorned(load, machines.value, row) : null)
  tell(load, machines.ok ? null : machines.failure.kind)
}

/**
 * Looks up the past of the fleet beside the load, in one pass over what is kept of its tenant. Rows do not wait for it.
 * @returns what the end of the load waits for, a little
 */
export function recall(load: Load, observing: Observing): () => Promise<void> {
  load.outbox.expectMore()
  const arriving = arrive(load, observing)
  return async () => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const patience = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), patienceMilliseconds)
    })
    const late = (await Promise.race([arriving, patience])) === 'late'
    clearTimeout(timer)
    if (late) tell(load, 'timed-out')
  }
}
