import { hasFlag } from '../reading'
import type { Check } from '../types'

/**
 * Data disks are attached, but the extension found none of them mounted. While the OS disk is being encrypted the
 * extension itself unmounts them.
 */
export const dataDisksNotMounted: Check = {
  kind: 'data-disks-not-mounted',
  severity: 'warning',
  uses: ['substatus', 'data-disks'],
  find: ({ verdict }) => {
    if (!hasFlag(verdict, 'data-not-mounted')) return null
    return verdict.os.state === 'encrypting' ? { volume: 'data', severity: 'info' } : { volume: 'data' }
  },
}
