import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

const os = whenMessageIn('osBusy', 'os')
const temporaryDisk = whenMessageIn('temporaryDiskBusy', 'data')

/** Something in the VM held on to a volume that had to be unmounted. */
export const mountBusy: Check = {
  kind: 'mount-busy',
  severity: 'error',
  uses: ['status-message'],
  find: (reading) => os(reading) ?? temporaryDisk(reading),
}
