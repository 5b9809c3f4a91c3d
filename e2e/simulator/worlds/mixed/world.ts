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
import { buildScriptedVm } from '../scripted-vm'
import { subscriptionsOf } from '../subscriptions'
import { japanVms } from './japan'
import { legacyVms } from './legacy'
import { plainVms } from './plain'
import { platformVms } from './platform'
import { productionVms } from './production'
import { justDeleted, stagingVms } from './staging'
import { relatedResourcesOfMixed } from './related-resources'

const names = [
  'Contoso Production',
  'Contoso Production Japan',
  'Contoso Staging',
  'Contoso Shared Platform',
  'Contoso Payments',
]

function peopleOfMixed(tenantId: string, subscriptions: readonly SimSubscription[]): readonly Person[] {
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

const deletedVm: Fault = {
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

/** A company of five subscriptions with all cases that the product must distinguish at once. */
export function createMixedWorld({ spec, now }: ScenePlace): SceneContents {
  const subscriptions = subscriptionsOf(spec, names)
  const place = { seed: spec.seed, subscriptions, now }
  const scripted = [...productionVms, ...legacyVms, ...japanVms, ...stagingVms, ...platformVms, ...plainVms]
  return {
    displayName: 'Contoso',
    subscriptions,
    people: peopleOfMixed(spec.tenantId, subscriptions),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms: scripted.map((vm) => buildScriptedVm(place, vm)),
    faults: [deletedVm],
    ...relatedResourcesOfMixed(subscriptions),
  }
}
