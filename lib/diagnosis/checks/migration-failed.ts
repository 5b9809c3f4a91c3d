import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** Moving from dual pass to single pass failed. */
export const migrationFailed: Check = {
  kind: 'migration-failed',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('migration', 'all'),
}
