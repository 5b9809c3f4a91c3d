import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

const os = whenMessageIn('osBusy', 'os')
const temporaryDisk = whenMessageIn('temporaryDiskBusy', 'data')

/** A process in the VM kept a volume busy that had to be unmounted. */
export const mountBusy: Check = {
  kind: 'mount-busy',
  severity: 'error',
  uses: ['status-message'],
  find: (reading) => os(reading) ?? temporaryDisk(reading),
}
