import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The module that reads the key volume cannot be loaded. */
export const kernelModuleMissing: Check = {
  kind: 'kernel-module-missing',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('kernelModule', 'all'),
}
