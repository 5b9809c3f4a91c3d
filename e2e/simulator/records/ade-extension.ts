import type { SimExtension, SimVm } from '../model/vm'

/** The ADE extension of a VM, found by publisher and type with any name. */
export function adeExtensionOf(vm: SimVm): SimExtension | undefined {
  return vm.extensions.find(
    ({ publisher, type }) => publisher === 'Microsoft.Azure.Security' && type.startsWith('AzureDiskEncryption'),
  )
}
