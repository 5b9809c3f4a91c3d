import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { linuxDataFailures } from './linux-data-failures'
import { linuxDecryption } from './linux-decryption'
import { linuxKeys } from './linux-keys'
import { linuxOsFailures } from './linux-os-failures'
import { linuxOsStates } from './linux-os-states'
import { linuxPrerequisites } from './linux-prerequisites'
import { linuxProgress } from './linux-progress'
import { linuxRequest } from './linux-request'
import { linuxCodes } from './linux-codes'
import { platform } from './platform'
import { substatus } from './substatus'
import { windows } from './windows'
import { unrecognised } from './unrecognised'

/** Every guided kind; one that no file words is a compile error here. */
export const englishGuidance: Record<GuidedKind, Guidance> = {
  ...linuxDataFailures,
  ...linuxDecryption,
  ...linuxKeys,
  ...linuxOsFailures,
  ...linuxOsStates,
  ...linuxPrerequisites,
  ...linuxProgress,
  ...linuxRequest,
  ...linuxCodes,
  ...platform,
  ...substatus,
  ...windows,
  ...unrecognised,
}
