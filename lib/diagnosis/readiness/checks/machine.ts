import type { DiskFacts } from '@/lib/facts/types'
import { fail, pass, unread, warn, type ReadinessCheck } from '../found'
import type { Setting } from '../types'

/** Every disk of the VM, the OS disk first. */
export function disksOf({ facts }: Pick<Setting, 'facts'>): readonly DiskFacts[] {
  return [...(facts.osDisk === null ? [] : [facts.osDisk]), ...facts.dataDisks]
}

/**
 * Both generations are supported.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-overview#supported-vms
 */
export const generation: ReadinessCheck = ({ facts }) => {
  const { generation: found } = facts.setup
  return found.known ? pass('generation-supported', { generation: found.value }) : unread('not-read')
}

/**
 * Disks in storage accounts are the classic way; newer releases of the pages describe managed disks only.
 * Source: https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#restrictions
 */
export const deploymentModel: ReadinessCheck = (setting) => {
  const disks = disksOf(setting)
  const unmanaged = disks.find(({ managed }) => managed === false)
  if (unmanaged !== undefined) return warn('disk-unmanaged', { disk: unmanaged.name })
  const isKnown = setting.facts.osDisk !== null && disks.every(({ managed }) => managed === true)
  return isKnown ? pass('disks-managed') : unread('not-read')
}

/**
 * An ephemeral OS disk is stored on the host.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#restrictions
 */
export const ephemeralOsDisk: ReadinessCheck = ({ facts }) => {
  if (facts.osDisk === null) return unread('not-read')
  return facts.osDisk.ephemeral ? fail('os-disk-ephemeral') : pass('os-disk-persistent')
}

/**
 * In a scale set, only data volumes of Linux VMs can be encrypted. Source:
 * https://learn.microsoft.com/azure/virtual-machine-scale-sets/disk-encryption-overview
 */
export const scaleSetMember: ReadinessCheck = ({ facts, wanted }) => {
  if (!facts.scaleSetId.known) return facts.osDisk === null ? unread('not-read') : pass('scale-set-none')
  const isLinuxOs = facts.osType.known && facts.osType.value === 'Linux' && wanted !== 'data'
  return isLinuxOs ? fail('scale-set-linux-os') : pass('scale-set-member')
}
