import 'server-only'
import { unknownWordsOf, type WordField } from '@/lib/facts/azure-words'
import { readVmFacts } from '@/lib/facts/vm-facts'
import type { ArmCallName } from '@/lib/setup/azure/calls'
import type { NewWord } from '@/lib/setup/azure/compare'

/** Calls whose body, or each element of whose list, is a VM or an instance of a scale set. */
const vmCalls: readonly ArmCallName[] = ['vm', 'vm-list', 'scale-set-instance', 'scale-set-instances']

const paths: Readonly<Record<WordField, string>> = {
  'power-state': 'properties.instanceView.statuses[].code',
  'provisioning-state': 'provisioningState',
  'disk-stamps': 'properties.instanceView.disks[].statuses[].code',
}

/** Words of Azure in VMs that the product does not know. */
export function newWordsOf(call: ArmCallName, items: readonly unknown[]): readonly NewWord[] {
  if (!vmCalls.includes(call)) return []
  return items.flatMap((item) =>
    unknownWordsOf(readVmFacts(item)).map(({ field, word }) => ({ field: paths[field], word })),
  )
}
