import { whereVolumes } from '../reading'
import type { Check } from '../types'

/** A disk has key settings, but the extension reports it as not encrypted. */
export const stampedButNotEncrypted: Check = {
  kind: 'stamped-but-not-encrypted',
  severity: 'error',
  uses: ['disk-stamps', 'substatus'],
  find: whereVolumes(({ state, stamp }) => state === 'conflict' && stamp === 'encrypted'),
}
