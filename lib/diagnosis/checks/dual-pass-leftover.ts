import { hasFlag } from '../reading'
import type { Check } from '../types'

/** The model keeps disabled key settings of dual pass; some tools fail on them. */
export const dualPassLeftover: Check = {
  kind: 'dual-pass-leftover',
  severity: 'info',
  uses: ['model-settings'],
  find: ({ verdict }) => (hasFlag(verdict, 'dual-pass-leftover') ? { volume: 'os' } : null),
}
