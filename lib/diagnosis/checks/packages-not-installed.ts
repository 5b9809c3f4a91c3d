import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The VM could not get the packages that the extension installs. */
export const packagesNotInstalled: Check = {
  kind: 'packages-not-installed',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('packages', 'all'),
}
