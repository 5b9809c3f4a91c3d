import type { z } from 'zod'
import { vmId } from '../arm/ids'
import { advance } from '../lifecycle/advance'
import { isPlanName } from '../lifecycle/plans'
import { requestPlan } from '../lifecycle/start-plan'
import type { SimVm } from '../model/vm'
import { changing } from '../records/journal'
import { ask, operations } from '../records/requests'
import type { Tenant } from '../server/state'
import { drawPace, evenPace } from '../worlds/pace'
import { deleteVm as removeVm, recreateVm as makeAgain } from '../worlds/recreate'
import type { VmSummary, vmInput } from './shapes'
import { actions } from './vm-actions'

type Input = z.output<typeof vmInput>

/** Every VM of a tenant, one line each. */
export function vmList({ world }: Tenant): VmSummary[] {
  const now = world.clock.now()
  return [...world.vms.values()].map((vm) => {
    if (vm.run !== null) advance(vm, now)
    const { id, name, power } = vm
    return { id, name, power, vmId: vm.vmId, plan: vm.tags.plan ?? null, run: vm.run?.plan ?? null }
  })
}

/** A VM advanced to the current time, with its run and its transitions; undefined if it does not exist. */
export function vmNow({ world }: Tenant, id: string): SimVm | undefined {
  const vm = world.vms.get(id.toLowerCase())
  return vm === undefined ? undefined : advance(vm, world.clock.now())
}

function setFields(vm: SimVm, input: Input, at: number): void {
  const { power, agentReady, heartbeatAt, provisioningState } = input
  if (heartbeatAt !== undefined) vm.heartbeatAt = heartbeatAt
  if (power === undefined && agentReady === undefined && provisioningState === undefined) return
  changing(vm, { at, what: 'set by the controls' }, () => {
    if (power !== undefined) vm.power = power
    if (agentReady !== undefined) vm.agentReady = agentReady
    if (provisioningState !== undefined) vm.provisioningState = provisioningState
  })
}

function setTags(vm: SimVm, tags: Readonly<Record<string, string>>, at: number, by: string | null): void {
  const { vmWrite: operation } = operations
  const request = ask(vm, { at, operation, target: vmId(vm), method: 'PUT', by, seconds: 3 })
  changing(vm, { at, what: 'tags written', request }, () => {
    for (const name of Object.keys(vm.tags)) Reflect.deleteProperty(vm.tags, name)
    Object.assign(vm.tags, tags)
  })
}

/** Changes a VM; returns the error, or null on success. Single fields change at once, without intermediate states. */
export function changeVm(tenant: Tenant, input: Input): string | null {
  const vm = vmNow(tenant, input.id)
  if (vm === undefined) return 'no such VM'
  const now = tenant.world.clock.now()
  const by = input.by ?? null
  setFields(vm, input, now)
  if (input.tags !== undefined) setTags(vm, input.tags, now, by)
  if (input.action !== undefined) actions[input.action](vm, now, by)
  const { pace } = input
  if (pace !== undefined) {
    const given = Object.fromEntries(Object.entries(pace ?? {}).filter(([, value]) => value !== undefined))
    vm.pace = pace === null ? null : { ...(pace.draw ? drawPace(pace.seed) : evenPace), ...given }
  }
  if (input.plan === undefined || !isPlanName(input.plan)) return null
  return requestPlan(vm, { plan: input.plan, at: now, by }) ? null : 'the plan is for the other operating system'
}

/** Deletes a VM, as another user might while it is being read. */
export function deleteVm(tenant: Tenant, id: string): boolean {
  const { world } = tenant
  vmNow(tenant, id)
  return removeVm(world, id, world.clock.now())
}

/** Deletes a VM and creates another of the same name; returns its line, or null if it does not exist. */
export function recreateVm(tenant: Tenant, id: string): VmSummary | null {
  const { world } = tenant
  vmNow(tenant, id)
  const vm = makeAgain(world, id, world.clock.now())
  return vm === null ? null : { id: vm.id, name: vm.name, power: vm.power, vmId: vm.vmId, plan: null, run: null }
}
