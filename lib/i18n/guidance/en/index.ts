import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { azureCli } from './azure-cli'
import { guestAndServices } from './guest-and-services'
import { keyVault } from './key-vault'
import { linuxCodes } from './linux-codes'
import { linuxDataFailures } from './linux-data-failures'
import { linuxDecryption } from './linux-decryption'
import { linuxDualPass } from './linux-dual-pass'
import { linuxKeys } from './linux-keys'
import { linuxLogFindings } from './linux-log-findings'
import { linuxLogNames } from './linux-log-names'
import { linuxOsFailures } from './linux-os-failures'
import { linuxOsStates } from './linux-os-states'
import { linuxPrechecks } from './linux-prechecks'
import { linuxPrerequisites } from './linux-prerequisites'
import { linuxProgress } from './linux-progress'
import { linuxRequest } from './linux-request'
import { platform } from './platform'
import { platformRefusals } from './platform-refusals'
import { platformRequests } from './platform-requests'
import { policy } from './policy'
import { powershell } from './powershell'
import { substatus } from './substatus'
import { unrecognised } from './unrecognised'
import { windows } from './windows'

/** Every guided kind; a kind without words is a compile error here. */
export const englishGuidance: Record<GuidedKind, Guidance> = {
  ...azureCli,
  ...guestAndServices,
  ...keyVault,
  ...linuxCodes,
  ...linuxDataFailures,
  ...linuxDecryption,
  ...linuxDualPass,
  ...linuxKeys,
  ...linuxLogFindings,
  ...linuxLogNames,
  ...linuxOsFailures,
  ...linuxOsStates,
  ...linuxPrechecks,
  ...linuxPrerequisites,
  ...linuxProgress,
  ...linuxRequest,
  ...platform,
  ...platformRefusals,
  ...platformRequests,
  ...policy,
  ...powershell,
  ...substatus,
  ...unrecognised,
  ...windows,
}
