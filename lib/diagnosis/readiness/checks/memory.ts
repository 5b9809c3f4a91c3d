import { fail, partOf, pass, unread, warn, type ReadinessCheck } from '../found'

const minimumGiB = 2
/** The extension refuses less than 7,000,000 kB; the documentation requires 8 GB. */
const linuxOsRefusedBelowGiB = 7
const linuxOsMinimumGiB = 8

/**
 * Memory of the size. A Linux OS disk needs more than data disks do: twice the used space of the root file system where
 * that exceeds 4 GB, which only the guest knows. Source:
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-overview#memory-requirements
 */
export const memory: ReadinessCheck = (setting) => {
  const part = partOf(setting, 'size')
  if ('missing' in part) return part.missing
  const { memoryGiB } = part.value
  const { osType } = setting.facts
  if (memoryGiB === null || !osType.known) return { ...unread('not-read'), missing: 'size' }
  const needsMore = osType.value === 'Linux' && setting.wanted !== 'data'
  const minimum = needsMore ? linuxOsMinimumGiB : minimumGiB
  const values = { memory: memoryGiB, minimum }
  if (memoryGiB < (needsMore ? linuxOsRefusedBelowGiB : minimumGiB)) return fail('memory-below-minimum', values)
  return memoryGiB < minimum ? warn('memory-below-recommended', values) : pass('memory-enough', values)
}
