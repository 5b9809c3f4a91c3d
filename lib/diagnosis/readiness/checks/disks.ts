import { sameText } from '@/lib/shared/text'
import { fail, notApplicable, partOf, pass, unread, warn, type ReadinessCheck } from '../found'
import { disksOf } from './machine'

const unsupported = ['UltraSSD_LRS', 'PremiumV2_LRS']
function unsupportedIn(disks: readonly { readonly name: string; readonly type: string | null }[]) {
  return disks.flatMap(({ name: disk, type }) =>
    type !== null && unsupported.some((each) => sameText(type, each)) ? [{ disk, type }] : [],
  )[0]
}

/**
 * Ultra Disk and Premium SSD v2 are not supported.
 * Source: https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#restrictions
 */
export const diskType: ReadinessCheck = (setting) => {
  const attached = disksOf(setting).map(({ name, storageType }) => ({ name, type: storageType }))
  const wrong = unsupportedIn(attached)
  if (wrong !== undefined) return fail('disk-type-unsupported', wrong)
  const part = partOf(setting, 'disks')
  if ('missing' in part) {
    const isKnown = setting.facts.osDisk !== null && attached.every(({ type }) => type !== null)
    return isKnown ? pass('disk-types-supported') : part.missing
  }
  const read = unsupportedIn(part.value.map(({ name, sku }) => ({ name, type: sku })))
  return read === undefined ? pass('disk-types-supported') : fail('disk-type-unsupported', read)
}

/** Shared disks belong to clusters. https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#restrictions */
export const sharedDisk: ReadinessCheck = (setting) => {
  const part = partOf(setting, 'disks')
  if ('missing' in part) return part.missing
  const shared = part.value.find(({ maxShares }) => (maxShares ?? 1) > 1)
  return shared === undefined ? pass('disk-shared-none') : fail('disk-shared', { disk: shared.name })
}

/** https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#restrictions */
export const writeAccelerator: ReadinessCheck = (setting) => {
  if (setting.facts.osDisk === null) return unread('not-read')
  const on = disksOf(setting).find((disk) => disk.writeAccelerator)
  return on === undefined ? pass('write-accelerator-off') : fail('write-accelerator-on', { disk: on.name })
}

/**
 * A disk with a customer-managed key does not support Azure Disk Encryption. Source:
 * https://learn.microsoft.com/azure/virtual-machines/disks-enable-customer-managed-keys-portal#restrictions
 */
export const customerManagedKey: ReadinessCheck = (setting) => {
  const inModel = disksOf(setting).find(({ diskEncryptionSetId }) => diskEncryptionSetId !== null)
  if (inModel !== undefined) return fail('customer-key-on', { disk: inModel.name })
  const part = partOf(setting, 'disks')
  if ('missing' in part) return part.missing
  const read = part.value.find(({ encryptionType }) => /customerkey/i.test(String(encryptionType)))
  return read === undefined ? pass('customer-key-none') : fail('customer-key-on', { disk: read.name })
}

/**
 * A data disk that was attached after the encryption is not covered by it. Source:
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#enable-encryption-on-a-newly-added-data-disk
 */
export const dataDiskCoverage: ReadinessCheck = ({ facts }) => {
  if (facts.dataDisks.length === 0) return notApplicable('data-disks-none')
  if (!facts.hasInstanceView) return unread('not-read')
  // In dual pass the key settings are in the VM's model only, not on the disks.
  const isStamped = facts.diskViews.some((view) => view.settings.some(({ enabled }) => enabled))
  if (facts.modelSettings?.enabled === true || !isStamped) return notApplicable('no-encryption-yet')
  const bare = facts.dataDisks.find(({ view }) => view?.settings.some(({ enabled }) => enabled) !== true)
  return bare === undefined ? pass('data-disks-covered') : warn('data-disk-not-covered', { disk: bare.name })
}
