import { passOf } from '@/lib/encryption/pass'
import { sameText } from '@/lib/shared/text'
import { fail, notApplicable, pass, unread, warn, type ReadinessCheck } from '../found'

/** https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting */
export const extensionType: ReadinessCheck = ({ facts }) => {
  const deprecated = facts.otherExtensions.find(
    ({ publisher, type }) =>
      sameText(publisher, 'Microsoft.OSTCExtensions') && sameText(type, 'AzureDiskEncryptionForLinux'),
  )
  if (deprecated !== undefined) return fail('extension-deprecated', { name: deprecated.name ?? '' })
  const ade = facts.adeExtensions[0]
  if (ade === undefined)
    return facts.extensionsListed && facts.osDisk !== null ? notApplicable('extension-none') : unread('not-read')
  if (ade.os === null || !facts.osType.known) return unread('not-read')
  return ade.os === facts.osType.value ? pass('extension-right') : fail('extension-for-other-os', { os: ade.os })
}

/** Dual pass is the previous release. https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-upgrade */
export const extensionPass: ReadinessCheck = ({ facts }) => {
  const outcomes = {
    dual: warn('extension-dual-pass'),
    single: pass('extension-single-pass'),
    none: notApplicable('extension-none'),
  }
  return outcomes[passOf(facts)]
}

/** https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting */
export const extensionAutoUpgrade: ReadinessCheck = ({ facts }) => {
  const resource = facts.adeExtensions[0]?.resource ?? null
  if (resource === null) return notApplicable('extension-none')
  if (resource.autoUpgrade === null) return unread('not-read')
  return resource.autoUpgrade ? pass('extension-auto-upgrade-on') : warn('extension-auto-upgrade-off')
}

/**
 * Other extensions that fail or run at the same time disturb encryption. Source:
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
export const otherExtensions: ReadinessCheck = ({ facts }) => {
  const failed = facts.otherExtensions.find(({ provisioningState }) => sameText(provisioningState, 'Failed'))
  if (failed !== undefined) return warn('other-extension-failed', { name: failed.name ?? '' })
  return facts.extensionsListed && facts.osDisk !== null ? pass('other-extensions-fine') : unread('not-read')
}
