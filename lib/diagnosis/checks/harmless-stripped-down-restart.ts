import { whereItIsNormal } from '../message-groups'
import type { Check } from '../types'

/** The extension started again in the stripped-down system: reported as an error, but a normal step. */
export const harmlessStrippedDownRestart: Check = {
  kind: 'harmless-stripped-down-restart',
  severity: 'info',
  uses: ['status-code', 'status-message'],
  find: whereItIsNormal('linux-os-stripdown-restart-error'),
}
