import { adeExtension, adeVersions } from '../worlds/build-extension'
import { keySettings } from '../worlds/build-vm'
import { vaultOfVm } from '../worlds/vaults'
import type { SimExtension, SimStep, SimVm } from '../model/vm'
import { extensionId } from '../arm/ids'
import { changing } from '../records/journal'
import { ask, errorText, openRequest, operations, settle } from '../records/requests'
import { advance } from './advance'
import { adeExtensionOf } from '../records/ade-extension'
import { beginStep } from './begin-step'
import { planInputOf, type PlanInput } from './plan-input'
import { plans, type Plan, type PlanName } from './plans'

const known = new Map<string, readonly SimStep[]>()
const knownLimit = 2000

/** The steps of a plan for this input; VMs of one shape share them. */
function stepsOf(name: PlanName, plan: Plan, input: PlanInput): readonly SimStep[] {
  const key = JSON.stringify([name, input])
  const kept = known.get(key)
  if (kept !== undefined) return kept
  if (known.size > knownLimit) known.clear()
  const steps = plan.steps(input)
  known.set(key, steps)
  return steps
}

function requestSettings(vm: SimVm, plan: Plan): Record<string, unknown> {
  const vault = vaultOfVm(vm, plan.extension.endsWith('dual'))
  const request = { EncryptionOperation: plan.operation, VolumeType: plan.volumeType, SequenceVersion: vm.vmId }
  if (plan.operation === 'DisableEncryption') return request
  const identity = plan.extension.endsWith('dual')
    ? { AADClientID: '28290dca-b7df-4fad-95f3-8df253214d34' }
    : { KeyVaultResourceId: vault.id, ...keySettings(vault) }
  return { ...request, KeyVaultURL: `${vault.url}/`, ...identity, KeyEncryptionAlgorithm: 'RSA-OAEP' }
}

/** The extension that a request creates or changes. A changed one keeps its last status until it writes another. */
function requestedExtension(vm: SimVm, plan: Plan): SimExtension {
  const existing = adeExtensionOf(vm)
  const settings = requestSettings(vm, plan)
  if (existing !== undefined) return { ...existing, settings, provisioningState: 'Updating' }
  return { ...adeExtension({ version: plan.extension, settings }), provisioningState: 'Creating' }
}

/** A newer request replaces one for which ARM still waits. */
function preempt(vm: SimVm, at: number): void {
  const open = openRequest(vm, operations.extensionWrite)
  if (open === null) return
  const statusMessage = errorText('OperationPreempted', 'The operation was preempted by a more recent operation.')
  settle(open, at, { statusCode: 'Conflict', statusMessage })
}

export interface PlanStart {
  readonly plan: PlanName
  /** Epoch milliseconds, may lie in the past. */
  readonly at: number
  /** The actor: see `SimRequestRecord.by`. */
  readonly by: string | null
}

/** Sends a VM the request that starts a plan, and ends a run in progress. Returns false and changes nothing for a VM of the other operating system. */
export function requestPlan(vm: SimVm, { plan: name, at, by }: PlanStart): boolean {
  const plan: Plan = plans[name]
  if (plan.osType !== vm.osType) return false
  const extension = requestedExtension(vm, plan)
  preempt(vm, at)
  const target = extensionId(vm, extension.name)
  const request = ask(vm, { at, operation: operations.extensionWrite, target, method: 'PUT', by })
  changing(vm, { at, what: `${plan.operation} requested`, request }, () => {
    vm.extensions = [...vm.extensions.filter((each) => each !== adeExtensionOf(vm)), extension]
    vm.provisioningState = 'Updating'
  })
  const steps = stepsOf(name, plan, planInputOf(vm, plan.volumeType, adeVersions[plan.extension].fullVersion))
  vm.run = { plan: name, startedAt: at, steps, step: 0, stepAt: at, history: [] }
  beginStep(vm, vm.run, at)
  return true
}

/** Sends a VM the request that starts a plan at `at` (epoch milliseconds, may be in the past) and advances it to `now`. */
export function startPlan(vm: SimVm, plan: PlanName, at: number, now: number = at): boolean {
  if (!requestPlan(vm, { plan, at, by: null })) return false
  advance(vm, now)
  return true
}
