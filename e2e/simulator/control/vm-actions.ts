import { extensionId, vmId } from '../arm/ids'
import { restartVm, startVm, stopVm } from '../lifecycle/power'
import type { SimVm } from '../model/vm'
import { adeExtensionOf } from '../records/ade-extension'
import { changing } from '../records/journal'
import { ask, errorText, operations, platform } from '../records/requests'

/** Actions on a VM, besides starting a plan. */
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

/** A request without a visible effect on the VM. */
function only(operation: string, seconds: number): Act {
  return (vm, at, by) => void ask(vm, { at, operation, target: vmId(vm), method: 'POST', by, seconds })
}

/** Removes the extension resource. Encrypted volumes stay encrypted, and the disks keep their stamps. */
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

/** A request for ADE that an Azure Policy denies: two events, and no change. */
function policyDeny(vm: SimVm, at: number, by: string | null): void {
  const type = vm.osType === 'Linux' ? 'AzureDiskEncryptionForLinux' : 'AzureDiskEncryption'
  const target = extensionId(vm, type)
  const statusMessage = errorText('RequestDisallowedByPolicy', `Resource '${type}' was disallowed by policy.`)
  const failure = { statusCode: 'Forbidden', statusMessage }
  const common = { at, target, method: 'PUT', by, seconds: 0, failure } as const
  const { correlationId } = ask(vm, { ...common, operation: operations.extensionWrite })
  ask(vm, { ...common, operation: operations.policyDeny, category: 'Policy', correlationId })
}

/** The implementation of each action. */
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
