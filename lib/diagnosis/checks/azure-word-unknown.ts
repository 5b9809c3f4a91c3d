import { unknownWordsOf } from '@/lib/facts/azure-words'
import type { Check } from '../types'

/**
 * Azure sent a power state, a provisioning state or a code of key settings that is not known here. Azure adds words to
 * such lists at any time.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations#provisioningstate-values
 */
export const azureWordUnknown: Check = {
  kind: 'azure-word-unknown',
  severity: 'warning',
  uses: ['power-state', 'provisioning-state', 'disk-stamps'],
  find: ({ facts }) => (facts === null || unknownWordsOf(facts).length === 0 ? null : { volume: null }),
}
