import 'server-only'
import { firstVirtualMachines } from '@/lib/azure/calls/vm-list'
import type { Subscription } from '@/lib/contract/fleet'
import { errorCodeOf } from '../arm-error'
import { putGap, stopsLoad, type Load } from './load'
import { addCandidate } from './read-candidate'

/**
 * Checks a subscription of which the inventory shows no VM: it is empty, or access is denied. VMs that the VM list
 * shows all the same are too new for the inventory, or it hides them: they are read one by one.
 */
export async function checkSilent(load: Load, subscription: Subscription): Promise<void> {
  const { id } = subscription
  const answer = await firstVirtualMachines(load.session, id)
  if (!answer.ok) {
    if (stopsLoad(load, answer.failure)) return
    subscription.error = errorCodeOf(answer.failure)
    putGap(load, { scope: id, kind: 'subscription', code: subscription.error }, answer.failure)
    return
  }
  subscription.vms = (subscription.vms ?? 0) + answer.value.ids.length
  load.tally.vms += answer.value.ids.length
  for (const vm of answer.value.ids) addCandidate(load, vm)
  if (answer.value.more) putGap(load, { scope: id, kind: 'inventory', code: 'arm-unreadable' })
}
