import { extensionId, vmId } from '../arm/ids'
import { restartVm, startVm, stopVm } from '../lifecycle/power'
import type { SimVm } from '../model/vm'
import { adeExtensionOf } from '../records/ade-extension'
import { changing } from '../records/journal'
import { ask, errorText, operations, platform } from '../records/requests'

/** What somebody can do to a VM, besides starting a plan. */
export const vmActions = [
  'start',
  'stop',
  'deallocate',
  'restart',
  'redeploy',
  'run-command',
  'delete-extension',
  'policy-deny',
] as const
export type VmAction = (typeof vmActions)[number]

type Act = (vm: SimVm, now: number, by: string | null) => void

/** A request that changes nothing one could see in the VM. */
function only(operation: string, seconds: number): Act {
  return (vm, at, by) => void ask(vm, { at, operation, target: vmId(vm), method: 'POST', by, seconds })
}

/** Removes the extension's resource. What it encrypted stays encrypted, and the disks keep their stamps. */
function deleteExtension(vm: SimVm, at: number, by: string | null): void {
  const extension = adeExtensionOf(vm)
  if (extension === undefined) return
  const target = extensionId(vm, extension.name)
  const request = ask(vm, { at, operation: operations.extensionDelete, target, method: 'DELETE', by, seconds: 60 })
  vm.run = null
  changing(vm, { at, what: 'extension deleted', request }, () => {
    vm.extensions = vm.extensions.filter((each) => each !== extension)
  })
}

/** Somebody asks for ADE and an Azure Policy forbids it: two events, and nothing happens. */
function policyDeny(vm: SimVm, at: number, by: string | null): void {
  const type = vm.osType === 'Linux' ? 'AzureDiskEncryptionForLinux' : 'AzureDiskEncryption'
  const target = extensionId(vm, type)
  const statusMessage = errorText('RequestDisallowedByPolicy', `Resource '${type}' was disallowed by policy.`)
  const failure = { statusCode: 'Forbidden', statusMessage }
  const common = { at, target, method: 'PUT', by, seconds: 0, failure } as const
  const { correlationId } = ask(vm, { ...common, operation: operations.extensionWrite })
  ask(vm, { ...common, operation: operations.policyDeny, category: 'Policy', correlationId })
}

/** How each action is done. */
export const actions: Readonly<Record<VmAction, Act>> = {
  start: startVm,
  stop: (vm, now, by) => stopVm(vm, now, false, by),
  deallocate: (vm, now, by) => stopVm(vm, now, true, by),
  restart: restartVm,
  redeploy: (vm, now, by) => {
    if (vm.power === 'running') only(operations.redeploy, 240)(vm, now, by)
    restartVm(vm, now, platform)
  },
  'run-command': only(operations.runCommand, 25),
  'delete-extension': deleteExtension,
  'policy-deny': policyDeny,
}
