import { hasFlag, whereVolumes } from '../reading'
import type { Check } from '../types'

const stamped = whereVolumes(({ stamp }) => stamp === 'encrypted')

/** Disks carry key settings, but the extension is gone: nothing reports on them any more. */
export const extensionRemoved: Check = {
  kind: 'extension-removed',
  severity: 'warning',
  uses: ['extension-list', 'disk-stamps'],
  find: (reading) => (hasFlag(reading.verdict, 'extension-removed') ? stamped(reading) : null),
}
