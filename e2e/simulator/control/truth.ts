import { advance } from '../lifecycle/advance'
import type { SimState, SimTransition } from '../model/record'
import type { SimVm } from '../model/vm'
import type { Tenant } from '../server/state'

/** One transition in the control API's format. */
export interface LogEntry {
  /** Epoch milliseconds of the world's clock. */
  readonly at: number
  readonly id: string
  readonly vmId: string
  readonly name: string
  /** A step of the run, or an action on the VM. */
  readonly what: string
  readonly plan: string | null
  /** The changed fields of the state. */
  readonly changed: readonly (keyof SimState)[]
  readonly state: SimState
}

export interface LogQuery {
  /** ARM id of one VM, including deleted ones of this name; null for all. */
  readonly id: string | null
  /** Only transitions after this time, epoch milliseconds. */
  readonly since: number
}

/** The progress of a run, and its end if no action interferes. */
export interface Progress {
  readonly id: string
  readonly vmId: string
  readonly plan: string | null
  readonly step: string | null
  readonly startedAt: number | null
  /** When the last step of the run begins; null while it waits for an action, stalls, or the VM is off. */
  readonly endsAt: number | null
  /** Share of the offline OS copy that has been read, 0 to 1; null outside of the copy. */
  readonly osCopied: number | null
}

const fields = [
  'power',
  'agentReady',
  'provisioningState',
  'operation',
  'volumeType',
  'extensionState',
  'statusCode',
  'message',
  'substatus',
  'stamps',
] as const satisfies readonly (keyof SimState)[]

function changedBetween(before: SimState, after: SimState): (keyof SimState)[] {
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

function entriesOf(vm: SimVm): LogEntry[] {
  const { record } = vm
  if (record === null) return []
  return record.transitions.map(({ at, what, plan, state }, index) => {
    const before = record.transitions[index - 1]?.state ?? record.first
    return { at, id: vm.id, vmId: vm.vmId, name: vm.name, what, plan, changed: changedBetween(before, state), state }
  })
}

/** The VMs of a tenant advanced to the current time, and the deleted ones. */
function everyVm({ world }: Tenant, id: string | null): SimVm[] {
  const now = world.clock.now()
  const present =
    id === null ? [...world.vms.values()] : [world.vms.get(id.toLowerCase())].filter((vm) => vm !== undefined)
  const gone = world.departed.filter((vm) => id === null || vm.id.toLowerCase() === id.toLowerCase())
  return [...gone, ...present.map((vm) => advance(vm, now))]
}

/** The simulator's log of transitions, oldest first: a recorded timeline must equal it. */
export function truthLog(tenant: Tenant, { id, since }: LogQuery): LogEntry[] {
  return everyVm(tenant, id)
    .flatMap(entriesOf)
    .filter(({ at }) => at > since)
    .sort((one, other) => one.at - other.at)
}

function osCopied(vm: SimVm, now: number): number | null {
  const transitions = vm.record?.transitions ?? []
  const first = transitions.findLastIndex(({ what }) => what === 'encrypt_block_device')
  const size = (vm.disks.find(({ role }) => role === 'os')?.sizeGiB ?? 0) * 1024
  if (first < 0 || size === 0) return null
  const isCopy = ({ what, state }: SimTransition): boolean =>
    what.startsWith('encrypt_block_device') && state.power === 'running'
  const read = transitions.slice(first).reduce((sum, transition, index) => {
    if (!isCopy(transition)) return sum
    const until = Math.min(now, transitions[first + index + 1]?.at ?? now)
    const speed = transition.traffic?.find(({ disk }) => disk === 'os')?.read ?? 0
    return sum + (Math.max(0, until - transition.at) / 1000) * speed
  }, 0)
  return Math.min(1, read / size)
}

function endOf({ run }: SimVm): number | null {
  if (run === null || run.stepAt === null) return null
  const ahead = run.steps.slice(run.step, -1).reduce((sum, { seconds }) => sum + seconds, 0)
  return Number.isFinite(ahead) ? run.stepAt + ahead * 1000 : null
}

/** The progress of a VM's run at `now`, epoch milliseconds. */
export function progressOf(vm: SimVm, now: number): Progress {
  advance(vm, now)
  return {
    id: vm.id,
    vmId: vm.vmId,
    plan: vm.run?.plan ?? null,
    step: vm.run?.steps[vm.run.step]?.name ?? null,
    startedAt: vm.run?.startedAt ?? null,
    endsAt: endOf(vm),
    osCopied: osCopied(vm, now),
  }
}

/** The progress of every run of a tenant. */
export function progress(tenant: Tenant, id: string | null): Progress[] {
  const now = tenant.world.clock.now()
  return everyVm(tenant, id)
    .filter((vm) => !tenant.world.departed.includes(vm) && vm.run !== null)
    .map((vm) => progressOf(vm, now))
}
