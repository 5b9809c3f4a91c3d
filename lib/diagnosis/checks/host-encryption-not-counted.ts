import { sameText } from '@/lib/shared/text'
import { usesDiskEncryption } from '../reading'
import type { Check } from '../types'

/**
 * Encryption at host protects the disks without Windows knowing: a device policy that requires BitLocker does not count
 * it. Azure does not show whether such a policy exists; the Entra sign-in extension enrols devices.
 * https://github.com/Azure/avdaccelerator/issues/568 https://github.com/MicrosoftDocs/memdocs/pull/1084
 */
export const hostEncryptionNotCounted: Check = {
  kind: 'host-encryption-not-counted',
  severity: 'info',
  uses: ['os-type', 'security-profile', 'other-extensions'],
  find: (reading) => {
    const { facts } = reading
    if (facts === null || usesDiskEncryption(reading)) return null
    const { osType, encryptionAtHost, otherExtensions } = facts
    const isWindows = osType.known && osType.value === 'Windows'
    const isProtected = encryptionAtHost.known && encryptionAtHost.value
    const mayBeEnrolled = otherExtensions.some(({ type }) => sameText(type, 'AADLoginForWindows'))
    return isWindows && isProtected && mayBeEnrolled ? { volume: null } : null
  },
}
