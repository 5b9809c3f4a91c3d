import type { Remedies } from '../types'
import { azureSteps } from './steps-azure'
import { decidingSteps } from './steps-deciding'
import { doingSteps } from './steps-doing'
import { guestCheckSteps } from './steps-guest-checks'
import { guestWorkSteps } from './steps-guest-work'
import { reportedSteps } from './steps-reported'
import { requestSteps } from './steps-requests'
import { volumeSteps } from './steps-volumes'

export const steps: Remedies['steps'] = {
  ...azureSteps,
  ...guestCheckSteps,
  ...decidingSteps,
  ...doingSteps,
  ...guestWorkSteps,
  ...reportedSteps,
  ...requestSteps,
  ...volumeSteps,
}
