import { whereVolumes } from '../reading'
import type { Check } from '../types'

/** The extension reports a disk as encrypted that has no key settings. */
export const encryptedButNotStamped: Check = {
  kind: 'encrypted-but-not-stamped',
  severity: 'warning',
  uses: ['disk-stamps', 'substatus'],
  find: whereVolumes(({ state, stamp }) => state === 'conflict' && stamp !== 'encrypted'),
}
