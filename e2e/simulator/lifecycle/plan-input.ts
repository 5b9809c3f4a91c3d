import type { SimPace } from '../model/record'
import type { SimVm } from '../model/vm'
import type { VolumeType } from './guest'

/** The OS procedures of the extension, which differ in their machine states. */
export type Procedure = 'ubuntu' | 'rhel7' | 'online'

/** What a plan's steps depend on. */
export interface PlanInput {
  readonly volumeType: VolumeType
  /** Sizes in GiB of the data disks, in the order of their LUNs. */
  readonly dataDisks: readonly number[]
  readonly osDiskGiB: number
  readonly procedure: Procedure
  /** Four-part version of the extension: Windows puts it before its messages. */
  readonly fullVersion: string
  /** Speed of the copies; null for the constant default pace. */
  readonly pace: SimPace | null
}

const online: Readonly<Record<string, number>> = {
  redhat: 8.1,
  centos: 8.1,
  oracle: 8.5,
  mariner: 2,
  azurelinux: 3,
  ubuntu: 23.1,
}

/** The procedure for a distribution: online from these versions on, offline before. */
export function procedureOf(osName: string, osVersion: string): Procedure {
  const from = online[osName.toLowerCase()]
  if (from !== undefined && Number.parseFloat(osVersion) >= from) return 'online'
  return osName.toLowerCase() === 'ubuntu' ? 'ubuntu' : 'rhel7'
}

export function planInputOf(vm: SimVm, volumeType: VolumeType, fullVersion: string): PlanInput {
  return {
    volumeType,
    dataDisks: vm.disks.filter(({ role }) => role === 'data').map(({ sizeGiB }) => sizeGiB),
    osDiskGiB: vm.disks.find(({ role }) => role === 'os')?.sizeGiB ?? 30,
    procedure: procedureOf(vm.osName, vm.osVersion),
    fullVersion,
    pace: vm.pace,
  }
}
