import { whereItSays } from '../families'
import type { Check } from '../types'

/** Moving from dual pass to single pass failed. */
export const migrationFailed: Check = {
  kind: 'migration-failed',
  severity: 'error',
  uses: ['status-message'],
  find: whereItSays('migration', 'all'),
}
