import type { Remedies } from '../types'
import { azureSteps } from './steps-azure'
import { decidingSteps } from './steps-deciding'
import { doingSteps } from './steps-doing'
import { guestCheckSteps } from './steps-guest-checks'

export const steps: Remedies['steps'] = { ...azureSteps, ...guestCheckSteps, ...decidingSteps, ...doingSteps }
