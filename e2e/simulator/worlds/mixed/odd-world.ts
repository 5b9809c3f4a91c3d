import { peopleOf, readerOf, sameRoles, servicePrincipalsOf } from '../people'
import type { SceneContents, ScenePlace } from '../scene'
import { buildScriptedVm } from '../scripted-vm'
import { subscriptionsOf } from '../subscriptions'
import { oddVms } from './staging'
import { deletedVm } from './world'

/** The odd and hostile VMs alone, so that the demo's fleet looks like a fleet. */
export function createOddWorld({ spec, now }: ScenePlace): SceneContents {
  const subscriptions = subscriptionsOf(spec, ['Odd cases'])
  const place = { seed: spec.seed, subscriptions, now }
  return {
    displayName: 'Odd cases',
    subscriptions,
    people: peopleOf(spec.tenantId, sameRoles(readerOf(subscriptions))),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms: oddVms.map((vm) => buildScriptedVm(place, { ...vm, subscription: 0 })),
    faults: [deletedVm],
  }
}
