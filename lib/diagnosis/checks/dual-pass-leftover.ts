import { hasFlag } from '../reading'
import type { Check } from '../types'

/** The model keeps key settings of dual pass that are switched off; some tools stumble over them. */
export const dualPassLeftover: Check = {
  kind: 'dual-pass-leftover',
  severity: 'info',
  uses: ['model-settings'],
  find: ({ verdict }) => (hasFlag(verdict, 'dual-pass-leftover') ? { volume: 'os' } : null),
}
