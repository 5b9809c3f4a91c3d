import { hasFlag } from '../reading'
import type { Check } from '../types'

/** ARM is at work on the extension. */
export const operationRunning: Check = {
  kind: 'operation-running',
  severity: 'info',
  uses: ['provisioning-state'],
  find: ({ verdict }) => (hasFlag(verdict, 'operation-running') ? { volume: null } : null),
}
