import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The VM could not install the packages that the extension needs. */
export const packagesNotInstalled: Check = {
  kind: 'packages-not-installed',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('packages', 'all'),
}
