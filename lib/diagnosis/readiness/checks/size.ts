import type { Known } from '@/lib/shared/known'
import type { OsType } from '@/lib/facts/types'
import { fail, pass, unread, warn, type Found, type ReadinessCheck } from '../found'

/** Family letters, feature letters and version of a size: `Standard_D4ds_v6` → `d`, `ds`, 6. */
const namePattern = /^standard_([a-z]+)\d+(?:-\d+)?([a-z]*)(?:_[a-z0-9]+)*?_v(\d{1,3})$/

/**
 * Whether a size may run Azure Disk Encryption: not Basic, not the A series, not version 7 or newer; storage-optimised
 * sizes not on Linux. Of version 6, pages exclude those with a temporary disk, and some exclude all of them.
 * Source: https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-overview#supported-vms and
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#restrictions
 */
export function judgeSize(size: Known<string>, osType: Known<OsType>): Found {
  if (!size.known) return unread('not-read')
  const name = size.value.toLowerCase()
  const values = { size: size.value }
  if (name.startsWith('basic_')) return fail('size-basic', values)
  if (/^standard_a\d/.test(name)) return fail('size-a-series', values)
  const [, family = '', features = '', version = '0'] = namePattern.exec(name) ?? []
  if (Number(version) >= 7) return fail('size-too-new', values)
  const isStorageOptimised = family === 'l' || /^standard_l\d/.test(name)
  if (isStorageOptimised && !(osType.known && osType.value === 'Windows')) {
    return osType.known ? fail('size-l-series', values) : unread('not-read')
  }
  if (Number(version) === 6) {
    return features.includes('d') ? fail('size-v6-temporary-disk', values) : warn('size-v6-disputed', values)
  }
  return pass('size-allowed', values)
}

export const vmSize: ReadinessCheck = ({ facts }) => judgeSize(facts.size, facts.osType)
