import { hasFlag, whereVolumes } from '../reading'
import type { Check } from '../types'

const stamped = whereVolumes(({ stamp }) => stamp === 'encrypted')

/** Disks have key settings, but the extension is missing: nothing reports on them any more. */
export const extensionRemoved: Check = {
  kind: 'extension-removed',
  severity: 'warning',
  uses: ['extension-list', 'disk-stamps'],
  find: (reading) => (hasFlag(reading.verdict, 'extension-removed') ? stamped(reading) : null),
}
