import type { SimVm } from '../../model/vm'
import { troubleStories, troubleVm, type TroubleStory } from '../../names'
import { operatorOf, peopleOf, readerOf, sameRoles, servicePrincipalsOf, vmOnlyActions } from '../people'
import type { SceneContents, ScenePlace } from '../scene'
import { buildScriptedVm } from '../scripted-vm'
import { subscriptionsOf } from '../subscriptions'
import { attestationStories } from './attestation-stories'
import { dataStories } from './data-stories'
import { extensionStories } from './extension-stories'
import { networkStories } from './network-stories'
import { osStories } from './os-stories'
import { locks, policyAssignments, policyGroups, policyStories, policyVaults } from './policy-stories'
import { readinessStories } from './readiness-stories'
import type { Story, StoryPlace } from './story'
import { troubledVaults, vaultStories } from './vault-stories'

/** Every story; a name without one does not compile. */
function storiesOf(place: StoryPlace): Readonly<Record<TroubleStory, Story>> {
  return {
    ...osStories,
    ...vaultStories(place),
    ...networkStories,
    ...extensionStories,
    ...dataStories,
    ...policyStories(place),
    ...readinessStories,
    ...attestationStories,
  }
}

const usualGroup = 'rg-trouble'

/** A tenant for troubleshooting: one VM for each documented failure, with related resources that show the cause. */
export function createTroubleshootingWorld({ spec, now }: ScenePlace): SceneContents {
  const subscriptions = subscriptionsOf(spec, ['Contoso Operations', 'Contoso Elsewhere'])
  const [{ id: subscriptionId } = { id: '' }, { id: otherSubscriptionId } = { id: '' }] = subscriptions
  const place: StoryPlace = { subscriptionId, otherSubscriptionId }
  const stories = storiesOf(place)
  const build = (story: TroubleStory): SimVm =>
    buildScriptedVm(
      { seed: spec.seed, subscriptions, now },
      {
        image: 'ubuntu2204',
        ...stories[story],
        name: troubleVm(story),
        subscription: 0,
        group: policyGroups[story] ?? usualGroup,
        tags: { story },
      },
    )
  const vms = troubleStories.map(build)
  const idOf = (story: TroubleStory): string => vms[troubleStories.indexOf(story)]?.id ?? ''
  const readers = readerOf(subscriptions)
  return {
    displayName: 'Contoso Operations',
    subscriptions,
    people: peopleOf(spec.tenantId, {
      ...sameRoles(readers),
      aiko: operatorOf(subscriptions),
      ivan: subscriptions.map(({ id }) => ({ scope: `/subscriptions/${id}`, actions: vmOnlyActions })),
    }),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms,
    vaults: [...troubledVaults(place), ...policyVaults(place)],
    locks: locks(place, idOf),
    policyAssignments: policyAssignments(place),
  }
}
