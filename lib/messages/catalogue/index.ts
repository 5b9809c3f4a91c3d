import type { CatalogueEntry } from '../entry'
import type { CatalogueId } from '../ids'
import { azureCliEntries } from './azure-cli'
import { dualPass } from './dual-pass'
import { guestScreens } from './guest-screens'
import { linuxCodes } from './linux-codes'
import { linuxDataFailures } from './linux-data-failures'
import { linuxLogs } from './linux-logs'
import { linuxOsFailures } from './linux-os-failures'
import { linuxOsSteps } from './linux-os-steps'
import { linuxPrechecks } from './linux-prechecks'
import { linuxProgress } from './linux-progress'
import { linuxRequests } from './linux-requests'
import { platformArm } from './platform-arm'
import { platformRequests } from './platform-requests'
import { platformVault } from './platform-vault'
import { platformViews } from './platform-views'
import { policyEntries } from './policy'
import { powershellEntries } from './powershell'
import { serviceEntries } from './services'
import { substatusEntries } from './substatus'
import { windowsEntries } from './windows'

/** Every text and code that can reach an administrator, by id. An id without an entry does not compile. */
export const catalogue: Readonly<Record<CatalogueId, CatalogueEntry>> = {
  ...linuxProgress,
  ...linuxDataFailures,
  ...linuxOsFailures,
  ...linuxOsSteps,
  ...linuxPrechecks,
  ...linuxRequests,
  ...linuxCodes,
  ...linuxLogs,
  ...dualPass,
  ...substatusEntries,
  ...windowsEntries,
  ...platformViews,
  ...platformArm,
  ...platformRequests,
  ...platformVault,
  ...policyEntries,
  ...powershellEntries,
  ...azureCliEntries,
  ...guestScreens,
  ...serviceEntries,
}
