import { whenMessageIn } from '../message-groups'
import { hasFlag } from '../reading'
import type { Check } from '../types'

const saysSo = whenMessageIn('operationRunning', null)

/** ARM is changing the extension, or the extension reports a running job. */
export const operationRunning: Check = {
  kind: 'operation-running',
  severity: 'info',
  uses: ['provisioning-state', 'status-message'],
  find: (reading) => (hasFlag(reading.verdict, 'operation-running') ? { volume: null } : saysSo(reading)),
}
