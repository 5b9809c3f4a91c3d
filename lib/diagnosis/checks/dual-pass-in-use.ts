import type { Check } from '../types'

/**
 * The older method with an Entra application is in use; single pass has replaced it.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-upgrade
 */
export const dualPassInUse: Check = {
  kind: 'dual-pass-in-use',
  severity: 'info',
  uses: ['model-settings', 'extension-version'],
  find: ({ facts, verdict: { pass } }) => (facts !== null && pass === 'dual' ? { volume: null } : null),
}
