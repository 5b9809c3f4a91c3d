import 'server-only'
import type { FleetRow } from '@/lib/contract/fleet'
import type { HistoryFailure } from '@/lib/contract/history-failures'
import { valueOrNull } from '@/lib/shared/known'
import { ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from '@/lib/store/failure'
import { readFinished, type PlacedWork } from '@/lib/store/finished-work'
import { readMachineStates } from '@/lib/store/machine-states'
import { readRecent, type RecentRows } from '@/lib/store/recent-observations'
import { qualityOf } from '@/lib/timeline/estimate/quality'
import { seenNow } from '@/lib/timeline/seen-state'
import { historyOfRow } from '../work-progress/row-work'
import { history } from '../history/handle'
import { historyHealth } from '../history/health'
import type { Observing } from '../history/observer'
import type { Load } from './load'
import { Machines } from './machines'
import { withWork } from './row-work'

/** Once everything else is known, the load waits no longer than this for the history. */
const patienceMilliseconds = 3_000

/**
 * Rows that are read at most, of all machines with work in progress and of one machine: enough to compute a pace, few
 * enough to wait for.
 */
const mostRows = 20_000
/** Finished work that is compared at most, the newest. */
const mostFinished = 1000
const rowsOfOne = { least: 4, most: 40 }

/** The stored data of a tenant that a fleet's rows need. */
interface Past {
  readonly machines: Machines
  /** The newest observations of machines whose last observed state had work in progress. */
  readonly recent: ReadonlyMap<number, RecentRows>
  readonly finished: readonly PlacedWork[]
}

async function pastOf(observing: Observing): Promise<Result<Past, StoreFailure>> {
  const opened = await history()
  if (!opened.ok) return opened
  const machines = new Machines()
  const atWork: number[] = []
  const read = await readMachineStates(opened.value, observing, (page) => {
    machines.add(page)
    for (const { machineId, seen } of page) {
      if (seen.state === 'encrypting' || seen.state === 'decrypting') atWork.push(machineId)
    }
  })
  if (!read.ok) return read
  const { least, most } = rowsOfOne
  const limit = Math.min(most, Math.max(least, Math.floor(mostRows / Math.max(1, atWork.length))))
  const recent = await readRecent(opened.value, atWork, limit)
  if (!recent.ok) return recent
  const finished = await readFinished(opened.value, observing, mostFinished)
  return finished.ok ? ok({ machines, recent: recent.value, finished: finished.value }) : finished
}

/** A row with the history of its VM. The row's own observation counts as the newest. */
function withHistory(load: Load, { machines, recent, finished }: Past, row: FleetRow): FleetRow {
  if (row.evidenceAt === null) return row
  const vm = load.vms.get(row.key)
  const machine = machines.at(row.key, load.uids.get(row.key) ?? (vm === undefined ? null : valueOrNull(vm.vmId)))
  const now = load.session.azureClock.of(Date.parse(row.evidenceAt))
  const seen = seenNow(machine?.seen ?? null, row.state, now)
  if (seen === null) return row
  const known = machine === null ? undefined : recent.get(machine.machineId)
  const history = { ...row, history: historyOfRow(seen, null) }
  if (row.state !== 'encrypting' && row.state !== 'decrypting') return history
  return withWork(history, known, load.observations.get(row.key), { past: readable(load, finished), now })
}

/** Work on VMs that this user can read now, as far as the inventory has arrived. */
function readable(load: Load, finished: readonly PlacedWork[]): readonly PlacedWork[] {
  return finished.filter(({ vmKey }) => load.vms.has(vmKey))
}

interface Arrived {
  readonly failure: HistoryFailure | null
  /** Null where the history could not be read. */
  readonly finished: readonly PlacedWork[] | null
}

function notify(load: Load, failure: HistoryFailure | null, finished: readonly PlacedWork[] = []): void {
  const quality = qualityOf(readable(load, finished).flatMap(({ scores }) => scores))
  load.events.put({ type: 'history', failure, quality: quality.map((each) => ({ ...each })) })
}

/** A history that can be read and not written is a failure too: it lacks what is read from now on. */
async function arrive(load: Load, observing: Observing): Promise<Arrived> {
  const past = await pastOf(observing)
  load.events.arrived(past.ok ? (row) => withHistory(load, past.value, row) : null)
  const failure = past.ok ? await historyHealth() : past.failure.kind
  notify(load, failure)
  return { failure, finished: past.ok ? past.value.finished : null }
}

/**
 * Reads the history of the fleet during the load, in one pass over its tenant's stored data. Rows do not wait for it.
 * @returns a function that waits for it briefly, for the end of the load
 */
export function loadRowHistory(load: Load, observing: Observing): () => Promise<void> {
  load.events.expectMore()
  const arriving = arrive(load, observing)
  return async () => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const patience = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), patienceMilliseconds)
    })
    const arrived = await Promise.race([arriving, patience])
    clearTimeout(timer)
    if (arrived === 'late') notify(load, 'timed-out')
    // Again also where there is no finished work: a missing event would tell users of work that they cannot read.
    else if (arrived.finished !== null) notify(load, arrived.failure, arrived.finished)
  }
}
