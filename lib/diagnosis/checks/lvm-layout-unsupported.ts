import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** Logical volumes that OS encryption expects of an LVM root are missing. https://aka.ms/adelvm */
export const lvmLayoutUnsupported: Check = {
  kind: 'lvm-layout-unsupported',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('lvm', 'os'),
}
