import { whereItSays } from '../families'
import type { Check } from '../types'

/** The VM could not get the packages that the extension installs. */
export const packagesNotInstalled: Check = {
  kind: 'packages-not-installed',
  severity: 'error',
  uses: ['status-message'],
  find: whereItSays('packages', 'all'),
}
