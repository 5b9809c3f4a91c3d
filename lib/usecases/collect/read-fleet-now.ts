import 'server-only'
import type { InventoryVm } from '@/lib/facts/inventory'
import { valueOrNull } from '@/lib/shared/known'
import { ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from '@/lib/store/failure'
import { readFinished, type PlacedWork } from '@/lib/store/finished-work'
import { readMachineStates, type KnownMachine } from '@/lib/store/machine-states'
import { readRecent, type RecentRows } from '@/lib/store/recent-observations'
import { workViewOf } from '@/lib/timeline/estimate/work-view'
import type { Observation } from '@/lib/timeline/observation'
import { Machines } from '../fleet/machines'
import { vmKey } from '../vm-name'
import type { Collector } from './collector'
import type { FleetNow, FleetVm } from './fleet-now'

const day = 86_400_000
/** Finished work that is read at most, the newest. */
const mostFinished = 5000
/** Observations of one VM at work: enough for the rules about work that may be stuck. */
const rowsOfWork = 40

/** What a complete inventory found. */
export interface FoundFleet {
  /** By key: the VMs of the list. */
  readonly vms: ReadonlyMap<string, InventoryVm>
  /** Ids of the subscriptions that were listed, in lower case. */
  readonly subscriptions: readonly string[]
  /** Ids of VMs that must be read one by one. */
  readonly candidates: readonly string[]
  /** The inventory's own verdicts on the others. */
  readonly observations: readonly Observation[]
}

interface Read {
  readonly machine: KnownMachine
  readonly rows: RecentRows | undefined
}

function isPossiblyStuck(collector: Collector, rows: RecentRows, past: readonly PlacedWork[], now: number): boolean {
  const { observations } = rows
  const view = workViewOf({
    observations,
    osTraffic: [],
    dataTraffic: [],
    past,
    polling: collector.polling,
    now: new Date(now).toISOString(),
  })
  return view.stuck.length > 0
}

/** The last observation counts as long as it holds: until the end of the silence that is allowed after it. */
const holds = ({ machine: { seen } }: Read, now: number): boolean => now <= Math.max(seen.heldUntil, seen.lastSeen)

const uidOf = (vm: InventoryVm | undefined): string | null => (vm === undefined ? null : valueOrNull(vm.vmId))
const osTypeOf = (vm: InventoryVm | undefined): FleetVm['osType'] => (vm === undefined ? null : valueOrNull(vm.osType))

function isMember(vm: InventoryVm | undefined): boolean | null {
  if (vm === undefined || !vm.scaleSetId.known) return null
  return vm.scaleSetId.value !== null
}

/** What is read of the database at once, for all candidates. */
interface Past {
  readonly now: number
  readonly read: ReadonlyMap<string, Read>
  readonly finished: readonly PlacedWork[]
}

function candidateVm(collector: Collector, id: string, listed: InventoryVm | undefined, past: Past): FleetVm {
  const read = past.read.get(vmKey(id))
  const facts = read !== undefined && holds(read, past.now) ? read.rows?.observations.at(-1)?.facts : undefined
  const base = { id, osType: facts?.osType ?? osTypeOf(listed), isMember: isMember(listed) }
  if (read?.rows === undefined || facts === undefined)
    return { ...base, state: 'unknown', pass: null, evidenceAt: null, facts: null, possiblyStuck: false }
  const isAtWork = facts.state === 'encrypting' || facts.state === 'decrypting'
  const possiblyStuck = isAtWork && isPossiblyStuck(collector, read.rows, past.finished, past.now)
  return { ...base, state: facts.state, pass: facts.pass, evidenceAt: read.machine.seen.lastSeen, facts, possiblyStuck }
}

function listedVm(vm: InventoryVm, observation: Observation | undefined): FleetVm {
  const base = { id: vm.id, osType: osTypeOf(vm), isMember: isMember(vm), facts: null, possiblyStuck: false }
  if (observation === undefined) return { ...base, state: 'unknown', pass: null, evidenceAt: null }
  const { facts, lastSeen } = observation
  // The inventory gives a verdict on VMs without an encryption extension alone.
  return { ...base, state: facts.state, pass: 'none', evidenceAt: Date.parse(lastSeen) }
}

async function readOf(
  collector: Collector,
  candidates: readonly string[],
  listed: FoundFleet['vms'],
): Promise<Result<ReadonlyMap<string, Read>, StoreFailure>> {
  const machines = new Machines()
  const states = await readMachineStates(collector.store, collector.watching, (page) => machines.add(page))
  if (!states.ok) return states
  const found = candidates.flatMap((id) => {
    const key = vmKey(id)
    const machine = machines.at(key, uidOf(listed.get(key)))
    return machine === null ? [] : [{ key, machine }]
  })
  const isAtWork = ({ machine }: { readonly machine: KnownMachine }): boolean =>
    machine.seen.state === 'encrypting' || machine.seen.state === 'decrypting'
  const idsOf = (some: typeof found): number[] => some.map(({ machine }) => machine.machineId)
  const atWork = await readRecent(collector.store, idsOf(found.filter(isAtWork)), rowsOfWork)
  if (!atWork.ok) return atWork
  const still = await readRecent(collector.store, idsOf(found.filter((each) => !isAtWork(each))), 1)
  if (!still.ok) return still
  const rowsOf = (id: number): RecentRows | undefined => atWork.value.get(id) ?? still.value.get(id)
  return ok(new Map(found.map(({ key, machine }) => [key, { machine, rows: rowsOf(machine.machineId) }])))
}

/**
 * Every VM of a complete inventory once, with its last observation that still holds: of those that are read one by one
 * from the history, of the others from the inventory itself.
 */
export async function readFleetNow(collector: Collector, found: FoundFleet): Promise<Result<FleetNow, StoreFailure>> {
  const now = collector.now()
  const finished = await readFinished(collector.store, collector.watching, mostFinished)
  if (!finished.ok) return finished
  const candidates = new Map(found.candidates.map((id) => [vmKey(id), id]))
  const read = await readOf(collector, [...candidates.values()], found.vms)
  if (!read.ok) return read
  const past = { now, read: read.value, finished: finished.value }
  const verdicts = new Map(found.observations.map((each) => [vmKey(each.id), each]))
  const others = [...found.vms].filter(([key]) => !candidates.has(key))
  const ended = finished.value.filter((work) => work.ended >= now - day)
  const isWhole = ended.length < mostFinished
  const isHere = (key: string): boolean => found.vms.has(key) || candidates.has(key)
  return ok({
    vms: [
      ...others.map(([key, vm]) => listedVm(vm, verdicts.get(key))),
      ...[...candidates].map(([key, id]) => candidateVm(collector, id, found.vms.get(key), past)),
    ],
    subscriptions: found.subscriptions,
    finished: isWhole ? ended.flatMap(({ vmKey: key, work }) => (isHere(key) ? [work] : [])) : null,
  })
}
