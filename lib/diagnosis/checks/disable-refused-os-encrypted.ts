import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The request to disable encryption was refused because the OS volume is encrypted; nothing has changed. */
export const disableRefusedOsEncrypted: Check = {
  kind: 'disable-refused-os-encrypted',
  severity: 'warning',
  uses: ['status-message'],
  find: whenMessageIn('disableRefused', 'all'),
}
