import { planNames, plans, type PlanName } from '../lifecycle/plans'
import { buildVm } from './build-vm'
import type { ImageName } from './images'
import { billingActions, peopleOf, readerOf, sameRoles, servicePrincipalsOf } from './people'
import type { SceneContents, ScenePlace } from './scene'
import { buildScriptedVm } from './scripted-vm'
import { subscriptionsOf } from './subscriptions'

/** A tenant with subscriptions and no VM. */
export function createEmptyWorld({ spec }: ScenePlace): SceneContents {
  const subscriptions = subscriptionsOf(spec, ['Fabrikam Sandbox', 'Fabrikam Production'])
  return {
    displayName: 'Fabrikam',
    subscriptions,
    people: peopleOf(spec.tenantId, sameRoles(readerOf(subscriptions))),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms: [],
  }
}

/** A tenant whose people see its subscriptions and none of its VMs. */
export function createDeniedWorld({ spec, now }: ScenePlace): SceneContents {
  const subscriptions = subscriptionsOf(spec, ['Northwind Production', 'Northwind Test', 'Northwind Archive'])
  const place = { seed: spec.seed, subscriptions, now }
  const roles = subscriptions.map(({ id }) => ({ scope: `/subscriptions/${id}`, actions: billingActions }))
  return {
    displayName: 'Northwind',
    subscriptions,
    people: peopleOf(spec.tenantId, sameRoles(roles)),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms: [0, 1, 2].map((subscription) =>
      buildScriptedVm(place, {
        name: `vm-closed-0${subscription + 1}`,
        subscription,
        group: 'rg-closed',
        image: 'ubuntu2204',
        plan: 'linux-offline-all',
        ago: 86_400,
      }),
    ),
  }
}

/** An image on which a plan runs as documented. */
function imageFor(plan: PlanName): ImageName {
  if (plans[plan].osType === 'Windows') return 'windows2022'
  if (plan.includes('online')) return 'rhel94'
  if (plan.includes('selinux')) return 'rhel79'
  return plan.includes('dual') ? 'ubuntu1804' : 'ubuntu2204'
}

/** One VM for every documented run, named after it; no run has started. */
export function createLifecycleWorld({ spec, now }: ScenePlace): SceneContents {
  const subscriptions = subscriptionsOf(spec, ['Lifecycle'])
  const place = { seed: spec.seed, subscriptions, now }
  return {
    displayName: 'Lifecycle',
    subscriptions,
    people: peopleOf(spec.tenantId, sameRoles(readerOf(subscriptions))),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms: planNames.map((plan) =>
      buildVm(place, {
        name: plan,
        subscription: 0,
        group: 'rg-lifecycle',
        image: imageFor(plan),
        dataDisks: plan.includes('-os') ? [] : [4, 8],
        tags: { plan },
      }),
    ),
  }
}
