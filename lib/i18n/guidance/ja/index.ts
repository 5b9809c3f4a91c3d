import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { linuxCodes } from './linux-codes'
import { linuxDataFailures } from './linux-data-failures'
import { linuxDecryption } from './linux-decryption'
import { linuxDualPass } from './linux-dual-pass'
import { linuxKeys } from './linux-keys'
import { linuxLogNames } from './linux-log-names'
import { linuxOsFailures } from './linux-os-failures'
import { linuxOsStates } from './linux-os-states'
import { linuxPrechecks } from './linux-prechecks'
import { linuxPrerequisites } from './linux-prerequisites'
import { linuxProgress } from './linux-progress'
import { linuxRequest } from './linux-request'
import { platform } from './platform'
import { substatus } from './substatus'
import { unrecognised } from './unrecognised'
import { windows } from './windows'

/** Every guided kind; one that no file words is a compile error here. */
export const japaneseGuidance: Record<GuidedKind, Guidance> = {
  ...linuxCodes,
  ...linuxDataFailures,
  ...linuxDecryption,
  ...linuxDualPass,
  ...linuxKeys,
  ...linuxLogNames,
  ...linuxOsFailures,
  ...linuxOsStates,
  ...linuxPrechecks,
  ...linuxPrerequisites,
  ...linuxProgress,
  ...linuxRequest,
  ...platform,
  ...substatus,
  ...unrecognised,
  ...windows,
}
