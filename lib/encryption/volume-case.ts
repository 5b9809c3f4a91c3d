import type { DiskFacts, VmFacts } from '@/lib/facts/types'
import { valueOrNull } from '@/lib/shared/known'
import { isConfidentialVm } from './confidential'
import { failureOf, hasSucceeded } from './failure'
import { passOf } from './pass'
import { reportOfExtension, type Report } from './report'
import { covers, isEnabling, operationOf, type Role } from './request'
import { stampOfDisk } from './stamp'
import type { Pass, ReportedWord, Stamp } from './types'

/** Every value that the rules use for one volume, and nothing else. */
export interface VolumeCase {
  readonly role: Role
  readonly pass: Pass
  readonly stamp: Stamp
  readonly word: ReportedWord | null
  /** The reading has an instance view, and the model has an OS disk: otherwise nothing was read about the volume. */
  readonly wasRead: boolean
  /** The failed request was one to enable, and it covers this volume. */
  readonly failedToEnable: boolean
  readonly confidentialVm: boolean
  /**
   * A data disk without a stamp beside one with a stamp: encryption stamps each disk it reaches, so this one was added
   * later.
   */
  readonly addedLater: boolean
  /** Dual-pass Windows has no report on data disks: a successful request is the only evidence. */
  readonly dataRequestSucceeded: boolean
}

export interface Volume {
  readonly name: string
  readonly role: Role
  readonly lun: number | null
  readonly stamp: Stamp
  readonly evidence: VolumeCase
}

/** Values common to all volumes of one VM. */
export interface VmCase {
  readonly pass: Pass
  readonly report: Report
  readonly os: Volume
  readonly data: readonly Volume[]
}

type Disk = Pick<DiskFacts, 'name' | 'role' | 'lun' | 'view'>

/**
 * Where the model names no OS disk, the VM still has one: it is listed without a name, so that nothing seems settled.
 */
const missing: Disk = { name: '', role: 'os', lun: null, view: null }

/** Builds the evidence of a VM volume by volume. */
export function vmCaseOf(facts: VmFacts): VmCase {
  const pass = passOf(facts)
  const extension = facts.adeExtensions[0]
  const report = reportOfExtension(extension)
  const failed = failureOf(extension) !== null && isEnabling(extension)
  const windowsDual = pass === 'dual' && valueOrNull(facts.osType) === 'Windows'
  const dataRequestSucceeded =
    windowsDual && hasSucceeded(extension) && operationOf(extension) === 'enable' && covers(extension, 'data')
  const dataIsStamped = facts.dataDisks.some((disk) => stampOfDisk(disk, pass, facts) === 'encrypted')
  const volumeOf = (disk: Disk): Volume => {
    const { name, role, lun } = disk
    const stamp = stampOfDisk(disk, pass, facts)
    const evidence: VolumeCase = {
      role,
      pass,
      stamp,
      word: report[role],
      wasRead: facts.hasInstanceView && facts.osDisk !== null,
      failedToEnable: failed && covers(extension, role),
      confidentialVm: isConfidentialVm(valueOrNull(facts.securityType)),
      addedLater: role === 'data' && stamp !== 'encrypted' && dataIsStamped,
      dataRequestSucceeded,
    }
    return { name, role, lun, stamp, evidence }
  }
  return { pass, report, os: volumeOf(facts.osDisk ?? missing), data: facts.dataDisks.map(volumeOf) }
}
