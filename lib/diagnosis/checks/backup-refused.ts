import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** Azure Backup may not read the keys of an encrypted VM. */
export const backupRefused: Check = {
  kind: 'backup-refused',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('backup', null),
}
