import { adeTypes } from '@/lib/facts/extension-types'
import { sameText } from '@/lib/shared/text'
import type { Check } from '../types'

/**
 * The extension of the old publisher, which is no longer supported.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
export const extensionDeprecated: Check = {
  kind: 'extension-deprecated',
  severity: 'warning',
  uses: ['extension-list'],
  find: ({ facts }) => {
    const old = facts?.otherExtensions.some(
      ({ publisher, type }) => sameText(publisher, 'Microsoft.OSTCExtensions') && sameText(type, adeTypes.Linux),
    )
    return old === true ? { volume: null } : null
  },
}
