import type { Remedies } from '../types'
import { aroundCauses } from './causes-around'
import { machineCauses } from './causes-machine'
import { stateCauses } from './causes-states'
import { reportedCauses } from './causes-reported'

export const causes: Remedies['causes'] = { ...machineCauses, ...aroundCauses, ...stateCauses, ...reportedCauses }
