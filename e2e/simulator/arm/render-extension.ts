import type { SimExtension, SimVm } from '../model/vm'
import { extensionId } from './ids'

export const extensionType = 'Microsoft.Compute/virtualMachines/extensions'

/** True if the platform has a status of the VM's extensions: it has none while the VM is off. */
export function hasExtensionStatus(vm: SimVm): boolean {
  return vm.power === 'running'
}

/** One entry of `instanceView.extensions`. */
export function renderExtensionView(extension: SimExtension): Record<string, unknown> {
  const { name, publisher, type, fullVersion, statuses, substatuses } = extension
  return {
    name,
    type: `${publisher}.${type}`,
    typeHandlerVersion: fullVersion,
    ...(substatuses === null ? {} : { substatuses }),
    ...(statuses === null ? {} : { statuses }),
  }
}

/** Properties of the extension resource, as `GET` and Resource Graph return them. */
export function renderExtensionProperties(extension: SimExtension): Record<string, unknown> {
  const { autoUpgradeMinorVersion, provisioningState, publisher, type, version, settings } = extension
  return {
    autoUpgradeMinorVersion,
    provisioningState,
    publisher,
    type,
    typeHandlerVersion: version,
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
  }
}

/** The extension resource; `expand` adds its instance view if the platform has one. */
export function renderExtension(vm: SimVm, extension: SimExtension, expand = false): Record<string, unknown> {
  const isShown = expand && hasExtensionStatus(vm) && extension.statuses !== null
  return {
    name: extension.name,
    id: extensionId(vm, extension.name),
    type: extensionType,
    location: vm.region,
    properties: {
      ...renderExtensionProperties(extension),
      ...(isShown ? { instanceView: renderExtensionView(extension) } : {}),
    },
  }
}
