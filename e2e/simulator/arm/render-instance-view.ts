import type { SimDisk, SimExtension, SimStatus, SimVm } from '../model/vm'
import { hasExtensionStatus, renderExtensionView } from './render-extension'
import { hyperVGeneration } from './render-model'
import { renderSettings } from './render-settings'
import { agentTime, createdAt, platformTime } from './times'

const powerNames: Readonly<Record<SimVm['power'], string>> = {
  running: 'VM running',
  starting: 'VM starting',
  stopped: 'VM stopped',
  deallocated: 'VM deallocated',
}

/** `PowerState/…` as in the instance view and in `statusOnly`. */
export function powerStatus(vm: SimVm): SimStatus {
  return { code: `PowerState/${vm.power}`, level: 'Info', displayStatus: powerNames[vm.power] }
}

function provisioningStatus(vm: SimVm): SimStatus {
  const time = platformTime(createdAt(vm))
  if (vm.provisioningState === 'Failed') {
    return {
      code: 'ProvisioningState/failed/VMExtensionProvisioningError',
      level: 'Error',
      displayStatus: 'Provisioning failed',
      time,
    }
  }
  if (vm.provisioningState === 'Updating') {
    return { code: 'ProvisioningState/updating', level: 'Info', displayStatus: 'Updating', time }
  }
  return { code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Provisioning succeeded', time }
}

/** The two statuses of a VM: provisioning, then power. */
export function renderStatuses(vm: SimVm): SimStatus[] {
  return [provisioningStatus(vm), powerStatus(vm)]
}

const encryptionDisplays: Readonly<Record<string, string>> = {
  'EncryptionState/encrypted': 'Encryption is enabled on disk',
  'EncryptionState/notEncrypted': 'Disk is not encrypted',
}

function renderDiskView(vm: SimVm, disk: SimDisk): Record<string, unknown> {
  const settings = disk.settings ?? (disk.role === 'os' && disk.stampCode !== null ? vm.modelSettings : null)
  const provisioned = {
    code: 'ProvisioningState/succeeded',
    level: 'Info',
    displayStatus: 'Provisioning succeeded',
    time: platformTime(createdAt(vm)),
  }
  const stamp = disk.stampCode
  return {
    name: disk.name,
    ...(settings === null ? {} : { encryptionSettings: [renderSettings(settings)] }),
    statuses:
      stamp === null
        ? [provisioned]
        : [provisioned, { code: stamp, level: 'Info', displayStatus: encryptionDisplays[stamp] ?? stamp }],
  }
}

function renderHandler(extension: SimExtension): Record<string, unknown> {
  const status = {
    code: 'ProvisioningState/succeeded',
    level: 'Info',
    displayStatus: 'Ready',
    message: 'Plugin enabled',
  }
  return { type: `${extension.publisher}.${extension.type}`, typeHandlerVersion: extension.fullVersion, status }
}

/** `vmAgent`: the heartbeat of a healthy agent, or the time of the last heartbeat. */
function renderAgent(vm: SimVm): Record<string, unknown> {
  const isOff = !hasExtensionStatus(vm)
  if (vm.agentReady && !isOff) {
    const message =
      vm.osType === 'Windows' ? 'GuestAgent is running and accepting new configurations.' : 'Guest Agent is running'
    const time = agentTime(vm.heartbeatAt)
    return {
      vmAgentVersion: vm.agentVersion,
      statuses: [{ code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Ready', message, time }],
      extensionHandlers: vm.extensions.map(renderHandler),
    }
  }
  const message = isOff ? 'VM status blob is found but not yet populated.' : 'VM Agent is unresponsive.'
  return {
    vmAgentVersion: isOff ? 'Unknown' : vm.agentVersion,
    statuses: [
      {
        code: 'ProvisioningState/Unavailable',
        level: 'Warning',
        displayStatus: 'Not Ready',
        message,
        time: agentTime(vm.heartbeatAt),
      },
    ],
    ...(isOff ? {} : { extensionHandlers: vm.extensions.map(renderHandler) }),
  }
}

/** `properties.instanceView` of a VM. While the VM is off it has disks and power, and no extension. */
export function renderInstanceView(vm: SimVm): Record<string, unknown> {
  const isOff = !hasExtensionStatus(vm)
  const extensions = vm.extensions.filter(({ statuses }) => statuses !== null).map(renderExtensionView)
  return {
    ...(isOff ? {} : { computerName: vm.name, osName: vm.osName, osVersion: vm.osVersion }),
    vmAgent: renderAgent(vm),
    disks: vm.disks.map((disk) => renderDiskView(vm, disk)),
    ...(isOff || extensions.length === 0 ? {} : { extensions }),
    hyperVGeneration: hyperVGeneration(vm),
    statuses: renderStatuses(vm),
  }
}
