import type { ToolDiskView, ToolReading, ToolSettings } from '@/lib/facts/tool-reading-types'
import type { OsType } from '@/lib/facts/types'
import type { PowerShellView } from '../types'
import {
  cmdletErrors,
  findExtension,
  findView,
  progressMessage,
  readCmdletWord,
  readSubstatus,
  type CmdletWord,
  type Outcome,
} from './powershell-report'
import { dataByRequest, readViews } from './powershell-volumes'

type Mode = 'None' | 'DualPass' | { readonly single: readonly ToolDiskView[] }

const singlePassMajor = { Linux: '1', Windows: '2' } as const

function settingsWord(settings: ToolSettings | null): string | null {
  if (settings === null) return null
  return settings.enabled === true ? 'enabled' : 'disabled'
}

function modeOf(reading: ToolReading, os: OsType): Outcome<Mode> {
  if (reading.osDisk?.settings?.enabled === true) return { value: 'DualPass' }
  if (reading.diskViews === null) return { error: cmdletErrors.nullReference }
  const stamped = reading.diskViews.some((view) => view.settings?.some((settings) => settings.enabled === true))
  const single = { single: reading.diskViews }
  if (stamped) return { value: single }
  const extension = findExtension(reading, os)
  if (extension === null) return { value: 'None' }
  if (extension.version === null) return { error: cmdletErrors.nullReference }
  return { value: extension.version.split('.')[0] === singlePassMajor[os] ? single : 'DualPass' }
}

function noEncryption(): PowerShellView {
  return {
    mode: 'None',
    OsVolumeEncrypted: 'NotEncrypted',
    DataVolumesEncrypted: 'NotEncrypted',
    OsVolumeEncryptionSettings: null,
    ProgressMessage: 'No Encryption extension or metadata found on the VM',
  }
}

function dualPassWindows(reading: ToolReading): PowerShellView {
  const settings = reading.osDisk?.settings ?? null
  const os: CmdletWord = settings?.enabled === true && settings.secretUrl ? 'Encrypted' : 'NotEncrypted'
  const data = dataByRequest(reading, 'Windows')
  if ('error' in data) return data
  return {
    mode: 'DualPass',
    OsVolumeEncrypted: os,
    DataVolumesEncrypted: data.value,
    OsVolumeEncryptionSettings: settingsWord(settings),
    ProgressMessage: `OsVolume: ${os}, DataVolumes: ${data.value}`,
  }
}

function dualPassLinux(reading: ToolReading): PowerShellView {
  const view = findView(reading, 'Linux')
  const substatus = readSubstatus(view) ?? {
    value: new Map([
      ['os', 'Unknown'],
      ['data', 'Unknown'],
    ]),
  }
  if ('error' in substatus) return substatus
  const os = readCmdletWord(substatus.value, 'os') ?? { error: cmdletErrors.key }
  if ('error' in os) return os
  const data = readCmdletWord(substatus.value, 'data') ?? { error: cmdletErrors.key }
  if ('error' in data) return data
  return {
    mode: 'DualPass',
    OsVolumeEncrypted: os.value,
    DataVolumesEncrypted: data.value,
    OsVolumeEncryptionSettings: settingsWord(reading.osDisk?.settings ?? null),
    ProgressMessage: progressMessage(view),
  }
}

/** On Linux the sub-status overwrites both words; a missing key ends the reading without an error. */
function overwrite(reading: ToolReading, words: { os: CmdletWord; data: CmdletWord }): Outcome<typeof words> {
  const substatus = readSubstatus(findView(reading, 'Linux'))
  if (substatus === null) return { value: words }
  if ('error' in substatus) return substatus
  const os = readCmdletWord(substatus.value, 'os')
  if (os === null) return { value: words }
  if ('error' in os) return os
  const data = readCmdletWord(substatus.value, 'data')
  if (data === null) return { value: { ...words, os: os.value } }
  return 'error' in data ? data : { value: { os: os.value, data: data.value } }
}

function singlePass(
  reading: ToolReading,
  osDisk: NonNullable<ToolReading['osDisk']>,
  os: OsType,
  diskViews: readonly ToolDiskView[],
): PowerShellView {
  const views = readViews(diskViews, osDisk.name)
  if ('error' in views) return views
  const isNative = osDisk.vhdUri !== null
  const byRequest = isNative && views.value.data !== 'NoDiskFound'
  const data: Outcome<CmdletWord> = byRequest ? dataByRequest(reading, os) : { value: views.value.data }
  if ('error' in data) return data
  const words = { os: views.value.os, data: data.value }
  const shown = os === 'Linux' ? overwrite(reading, words) : { value: words }
  if ('error' in shown) return shown
  return {
    mode: 'SinglePass',
    OsVolumeEncrypted: shown.value.os,
    DataVolumesEncrypted: shown.value.data,
    OsVolumeEncryptionSettings: settingsWord(views.value.settings),
    ProgressMessage: progressMessage(findView(reading, os)),
  }
}

const validationErrors = {
  storageProfile: 'retreived virtual machine does not have storage profile',
  osDisk: 'retreived virtual machine does not have an OS disk in the storage profile',
  osType: "retreived virtual machine does not have an OS type in the storage profile's OS Disk",
} as const

/**
 * What `Get-AzVMDiskEncryptionStatus` shows for this VM, errors included; null where it cannot be computed because no
 * instance view was read. Dual-pass Windows needs the model and the extension only.
 * https://github.com/Azure/azure-powershell/blob/2c240eb3b312f95a7a79a8c1ee2b8ed387fffb9a/src/Compute/Compute/Extension/AzureDiskEncryption/GetAzureDiskEncryptionStatus.cs
 */
export function powerShellView(reading: ToolReading): PowerShellView | null {
  const os = reading.osDisk?.osType ?? null
  if (!reading.hasInstanceView) {
    return os === 'Windows' && reading.osDisk?.settings?.enabled === true ? dualPassWindows(reading) : null
  }
  if (!reading.hasStorageProfile) return { error: validationErrors.storageProfile }
  if (reading.osDisk === null) return { error: validationErrors.osDisk }
  if (os === null) return { error: validationErrors.osType }
  const mode = modeOf(reading, os)
  if ('error' in mode) return mode
  if (mode.value === 'None') return noEncryption()
  if (mode.value !== 'DualPass') return singlePass(reading, reading.osDisk, os, mode.value.single)
  return os === 'Windows' ? dualPassWindows(reading) : dualPassLinux(reading)
}
