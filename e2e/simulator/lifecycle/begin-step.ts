import { statusesOf, substatusesOf } from '../worlds/build-extension'
import { freshSettings } from '../worlds/build-vm'
import { vaultOfVm } from '../worlds/vaults'
import { randomFor } from '../worlds/random'
import { adeExtensionOf } from '../records/ade-extension'
import { changing } from '../records/journal'
import { ask, errorText, openRequest, operations, platform, settle } from '../records/requests'
import { diskId } from '../arm/ids'
import type { SimExtension, SimReport, SimRun, SimStep, SimVm } from '../model/vm'

function isOpen(provisioningState: string): boolean {
  return provisioningState === 'Creating' || provisioningState === 'Updating'
}

/** Writes a status file: ARM shows it at once, and the first success or error closes an open deployment. */
function report(vm: SimVm, extension: SimExtension, written: SimReport, at: number): void {
  extension.statuses = statusesOf(written)
  extension.substatuses = substatusesOf(written, extension.type)
  if (!isOpen(extension.provisioningState) || written.status === 'transitioning') return
  const ended = written.status === 'success' ? 'Succeeded' : 'Failed'
  extension.provisioningState = ended
  if (vm.provisioningState === 'Updating') vm.provisioningState = ended
  const request = openRequest(vm, operations.extensionWrite)
  if (request !== null) settle(request, at, ended === 'Succeeded' ? null : deploymentFailure(extension, written))
}

/** The result of a deployment whose extension reported an error while ARM was waiting. */
function deploymentFailure({ name }: SimExtension, { message }: SimReport) {
  const text = `VM has reported a failure when processing extension '${name}'. Error message: '${message}'.`
  return { statusCode: 'Conflict', statusMessage: errorText('VMExtensionProvisioningError', text) }
}

/** The platform's own writes of the stamped disks. */
function askForStamps(vm: SimVm, { disks }: NonNullable<SimStep['stamp']>, at: number): void {
  for (const disk of vm.disks) {
    if (!disk.managed || (disks !== 'all' && disk.role !== disks)) continue
    const { diskWrite: operation } = operations
    ask(vm, { at, operation, target: diskId(vm, disk), method: 'PUT', by: platform, seconds: 2 })
  }
}

/** True if a step can change the model of a resource, not only the instance view. */
function touchesModel(vm: SimVm, step: SimStep): boolean {
  if (step.stamp !== undefined || step.model !== undefined || step.power !== undefined) return true
  return step.report !== undefined && isOpen(adeExtensionOf(vm)?.provisioningState ?? '')
}

function stamp(vm: SimVm, { disks, write }: NonNullable<SimStep['stamp']>, run: SimRun): void {
  const fresh = freshSettings(vaultOfVm(vm), randomFor(run.startedAt % 0xffffffff, vm.id))
  for (const disk of vm.disks) {
    if (disks !== 'all' && disk.role !== disks) continue
    disk.stampCode = `EncryptionState/${write}`
    if (write === 'encrypted') disk.settings = fresh
    else if (disk.settings !== null) disk.settings = { ...disk.settings, enabled: false }
  }
}

/** Dual pass: the client copies the URL from the message of the first pass into the VM's model. */
function setModel(vm: SimVm, model: 'enable' | 'disable', run: SimRun): void {
  if (model === 'disable') {
    vm.modelSettings = { enabled: false, secretUrl: null, vaultId: null, keyUrl: null }
    return
  }
  const fresh = freshSettings(vaultOfVm(vm, true), randomFor(run.startedAt % 0xffffffff, `${vm.id}/model`))
  const secretUrl = messageOf(vm)
  vm.modelSettings = secretUrl.includes('/secrets/') ? { ...fresh, secretUrl } : fresh
}

/** The current status message in ARM. */
function messageOf(vm: SimVm): string {
  return adeExtensionOf(vm)?.statuses?.[0]?.message ?? ''
}

function apply(vm: SimVm, run: SimRun, step: SimStep, at: number): void {
  if (step.power !== undefined) vm.power = step.power
  if (step.agentReady !== undefined) {
    vm.agentReady = step.agentReady
    vm.heartbeatAt = Math.max(vm.heartbeatAt, at)
  }
  if (step.stamp !== undefined) stamp(vm, step.stamp, run)
  if (step.model !== undefined) setModel(vm, step.model, run)
  const extension = adeExtensionOf(vm)
  if (step.report !== undefined && extension !== undefined) report(vm, extension, step.report, at)
}

/** Begins the run's current step at `at`: changes the VM and records the change in the run's history. */
export function beginStep(vm: SimVm, run: SimRun, at: number): void {
  const step = run.steps[run.step]
  if (step === undefined) return
  run.stepAt = at
  const request = openRequest(vm, operations.extensionWrite)
  const moment = { at, what: step.name, traffic: step.traffic ?? null, model: touchesModel(vm, step), request }
  changing(vm, moment, () => apply(vm, run, step, at))
  if (step.stamp !== undefined) askForStamps(vm, step.stamp, at)
  run.history.push({ at, step: step.name, message: messageOf(vm) })
}
