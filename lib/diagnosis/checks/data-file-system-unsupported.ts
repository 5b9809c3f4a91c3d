import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** A data volume has a file system that cannot be encrypted in place (xfs, btrfs). */
export const dataFileSystemUnsupported: Check = {
  kind: 'data-file-system-unsupported',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('dataFileSystem', 'data'),
}
