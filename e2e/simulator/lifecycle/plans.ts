import type { AdeVersion } from '../worlds/build-extension'
import type { SimStep } from '../model/vm'
import { enableDualPassLinux, enableDualPassWindows } from './dual-pass'
import { failAtCheck, failAtStamping, failAtState, failAtXfs, refuse } from './failures'
import { keyVolumeMissing, packagesFailed, preCheckReasons } from './failure-texts'
import type { VolumeType } from './guest'
import { disableData, enableOffline, enableOnline, formatAll, refusedDisable, updateSettings } from './linux'
import type { OsJob } from './os-offline'
import type { PlanInput } from './plan-input'
import { disableWindows, enableWindows, failWindows } from './windows'

/** One documented run: the request that starts it and its steps. */
export interface Plan {
  readonly osType: 'Windows' | 'Linux'
  readonly extension: AdeVersion
  readonly operation: 'EnableEncryption' | 'EnableEncryptionFormatAll' | 'DisableEncryption'
  readonly volumeType: VolumeType
  readonly steps: (input: PlanInput) => SimStep[]
}

type Shape = Pick<Plan, 'extension' | 'operation'>
const linux: Shape & { osType: 'Linux' } = { osType: 'Linux', extension: 'linux-single', operation: 'EnableEncryption' }
const windows: Shape & { osType: 'Windows' } = {
  osType: 'Windows',
  extension: 'windows-2.4',
  operation: 'EnableEncryption',
}

function offline(volumeType: VolumeType, job: OsJob = {}): Plan {
  return { ...linux, volumeType, steps: (input) => enableOffline(input, job) }
}

function online(volumeType: VolumeType): Plan {
  return { ...linux, volumeType, steps: enableOnline }
}

function failing(steps: Plan['steps'], volumeType: VolumeType = 'All'): Plan {
  return { ...linux, volumeType, steps }
}

/** Every run that the simulator can simulate, by name. */
export const plans = {
  'linux-offline-data': offline('Data'),
  'linux-offline-os': offline('OS'),
  'linux-offline-all': offline('All'),
  'linux-offline-all-busy-root': offline('All', { busy: 3 }),
  'linux-offline-all-waits-for-reboot': offline('All', { waitsForReboot: true }),
  'linux-format-data': { ...linux, operation: 'EnableEncryptionFormatAll', volumeType: 'Data', steps: formatAll },
  'linux-online-data': online('Data'),
  'linux-online-os': online('OS'),
  'linux-online-all': online('All'),
  'linux-disable-data': { ...linux, operation: 'DisableEncryption', volumeType: 'Data', steps: disableData },
  'linux-disable-refused': { ...linux, operation: 'DisableEncryption', volumeType: 'All', steps: refusedDisable },
  'linux-update-settings': { ...linux, volumeType: 'All', steps: updateSettings },
  'linux-fail-check-memory': failing(failAtCheck(preCheckReasons.memory)),
  'linux-fail-check-lvm': failing(failAtCheck(preCheckReasons.lvm)),
  'linux-fail-check-vault': failing(failAtCheck(preCheckReasons.vault)),
  'linux-fail-key-volume': failing(refuse(52, keyVolumeMissing)),
  'linux-fail-packages': failing(refuse(52, packagesFailed)),
  'linux-fail-stamping': failing(failAtStamping),
  'linux-fail-xfs': failing(failAtXfs, 'Data'),
  'linux-fail-prereq': failing(failAtState('prereq')),
  'linux-fail-selinux': failing(failAtState('selinux')),
  'linux-fail-stripdown': failing(failAtState('stripdown')),
  'linux-fail-unmount-oldroot': failing(failAtState('unmount_oldroot')),
  'linux-fail-split-root-partition': failing(failAtState('split_root_partition')),
  'linux-fail-encrypt-block-device': failing(failAtState('encrypt_block_device')),
  'linux-fail-patch-boot-system': failing(failAtState('patch_boot_system')),
  'linux-dual-pass': { ...linux, extension: 'linux-dual', volumeType: 'All', steps: enableDualPassLinux },
  'windows-all': { ...windows, volumeType: 'All', steps: enableWindows },
  'windows-os': { ...windows, volumeType: 'OS', steps: enableWindows },
  'windows-2.5-all': { ...windows, extension: 'windows-2.5', volumeType: 'All', steps: enableWindows },
  'windows-disable': { ...windows, operation: 'DisableEncryption', volumeType: 'All', steps: disableWindows },
  'windows-fail': { ...windows, volumeType: 'All', steps: failWindows },
  'windows-dual-pass': { ...windows, extension: 'windows-dual', volumeType: 'All', steps: enableDualPassWindows },
} as const satisfies Record<string, Plan>

export type PlanName = keyof typeof plans

/** Names of every plan, for menus and tests. */
export const planNames: readonly PlanName[] = Object.keys(plans).filter(isPlanName)

export function isPlanName(name: string): name is PlanName {
  return Object.hasOwn(plans, name)
}
