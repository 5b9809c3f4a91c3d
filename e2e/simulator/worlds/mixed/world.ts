import type { Fault } from '../../model/faults'
import type { Person, RoleAssignment, SimSubscription } from '../../model/world'
import {
  billingActions,
  operatorOf,
  peopleOf,
  readerActions,
  readerOf,
  servicePrincipalsOf,
  vmOnlyActions,
} from '../people'
import type { SceneContents, ScenePlace } from '../scene'
import { buildScriptedVm, type ScriptedVm } from '../scripted-vm'
import { subscriptionsOf } from '../subscriptions'
import { japanVms } from './japan'
import { legacyVms } from './legacy'
import { plainVms } from './plain'
import { platformVms } from './platform'
import { productionVms } from './production'
import { justDeleted, oddVms, twins } from './staging'
import { relatedResourcesOfMixed } from './related-resources'

export const mixedSubscriptions = [
  'Contoso Production',
  'Contoso Production Japan',
  'Contoso Staging',
  'Contoso Shared Platform',
  'Contoso Payments',
]

/** People with very different rights in the company's subscriptions. */
export function peopleOfMixed(tenantId: string, subscriptions: readonly SimSubscription[]): readonly Person[] {
  const all = readerOf(subscriptions)
  const [production = '', , staging = '', , payments = ''] = subscriptions.map(({ id }) => `/subscriptions/${id}`)
  const role = (scope: string, actions: readonly string[]): RoleAssignment => ({ scope, actions })
  return peopleOf(tenantId, {
    aiko: [...operatorOf(subscriptions).filter(({ scope }) => scope !== payments), role(payments, billingActions)],
    ben: [role(`${production}/resourceGroups/rg-erp-prod`, readerActions)],
    chiara: all,
    dmitri: [],
    emi: all,
    farah: all,
    goran: all,
    hana: [role(staging, readerActions)],
    ivan: subscriptions.map(({ id }) => role(`/subscriptions/${id}`, vmOnlyActions)),
  })
}

/** The VM that Resource Graph still lists is missing in ARM. */
export const deletedVm: Fault = {
  id: 'just-deleted',
  kind: 'vanish',
  routes: ['vm-get', 'vm-instance-view'],
  path: `/virtualMachines/${justDeleted}`,
  body: null,
  skip: 0,
  times: null,
  retryAfter: null,
  status: null,
  milliseconds: null,
}

/** The company's VMs without those that no fleet should have. */
export const companyVms: readonly ScriptedVm[] = [
  ...productionVms,
  ...legacyVms,
  ...japanVms,
  ...twins,
  ...platformVms,
  ...plainVms,
]

/** A company of five subscriptions with all cases that the product must distinguish at once. */
export function createMixedWorld({ spec, now }: ScenePlace): SceneContents {
  const subscriptions = subscriptionsOf(spec, mixedSubscriptions)
  const place = { seed: spec.seed, subscriptions, now }
  return {
    displayName: 'Contoso',
    subscriptions,
    people: peopleOfMixed(spec.tenantId, subscriptions),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms: [...companyVms, ...oddVms].map((vm) => buildScriptedVm(place, vm)),
    faults: [deletedVm],
    ...relatedResourcesOfMixed(subscriptions),
  }
}
