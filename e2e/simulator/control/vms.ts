import type { z } from 'zod'
import { advance } from '../lifecycle/advance'
import { isPlanName } from '../lifecycle/plans'
import { restartVm, startVm, stopVm } from '../lifecycle/power'
import { startPlan } from '../lifecycle/start-plan'
import type { SimVm } from '../model/vm'
import type { Tenant } from '../server/state'
import type { vmInput } from './shapes'

type Input = z.output<typeof vmInput>

const actions: Readonly<Record<NonNullable<Input['action']>, (vm: SimVm, now: number) => void>> = {
  start: startVm,
  stop: (vm, now) => stopVm(vm, now, false),
  deallocate: (vm, now) => stopVm(vm, now, true),
  restart: restartVm,
}

/** Every VM of a tenant, in a line each. */
export function vmList({ world }: Tenant): { readonly id: string; readonly name: string; readonly power: string }[] {
  return [...world.vms.values()].map(({ id, name, power }) => ({ id, name, power }))
}

/** A VM brought to the present, with its run and all that happened in it; undefined where there is none. */
export function vmNow({ world }: Tenant, id: string): SimVm | undefined {
  const vm = world.vms.get(id.toLowerCase())
  return vm === undefined ? undefined : advance(vm, world.clock.now())
}

/** Changes a VM; what is wrong, or null where it was done. Single fields change at once, without the states between. */
export function changeVm(tenant: Tenant, input: Input): string | null {
  const vm = vmNow(tenant, input.id)
  if (vm === undefined) return 'no such VM'
  const now = tenant.world.clock.now()
  if (input.power !== undefined) vm.power = input.power
  if (input.agentReady !== undefined) vm.agentReady = input.agentReady
  if (input.heartbeatAt !== undefined) vm.heartbeatAt = input.heartbeatAt
  if (input.provisioningState !== undefined) vm.provisioningState = input.provisioningState
  if (input.action !== undefined) actions[input.action](vm, now)
  if (input.plan === undefined || !isPlanName(input.plan)) return null
  return startPlan(vm, input.plan, now) ? null : 'the plan is for the other operating system'
}

/** Deletes a VM, as somebody else might while it is being read. */
export function deleteVm({ world }: Tenant, id: string): boolean {
  return world.vms.delete(id.toLowerCase())
}
