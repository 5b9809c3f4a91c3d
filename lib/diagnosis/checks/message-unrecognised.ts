import { hasFlag } from '../reading'
import type { Check } from '../types'

/** The extension's message is not in the catalogue. */
export const messageUnrecognised: Check = {
  kind: 'message-unrecognised',
  severity: 'info',
  uses: ['status-message'],
  find: ({ verdict }) => (hasFlag(verdict, 'unrecognised-message') ? { volume: null } : null),
}
