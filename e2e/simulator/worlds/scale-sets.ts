import type { SimScaleSet } from '../model/scale-set'
import type { SimExtension } from '../model/vm'
import type { BuildPlace } from './build-vm'
import { linuxAde, monitorLinux, windowsAde } from './fragments'
import type { ImageName } from './images'
import { peopleOf, readerOf, sameRoles, servicePrincipalsOf } from './people'
import type { SceneContents, ScenePlace } from './scene'
import { buildScriptedVm, day, minute, type ScriptedVm } from './scripted-vm'
import { subscriptionsOf } from './subscriptions'

/** The specification of a scale set. */
interface SetDraft {
  readonly name: string
  readonly subscription: number
  readonly image: ImageName
  readonly extensionProfile: readonly SimExtension[]
  /** Instances in the order of their numbers; `stale` ones were not upgraded to the model. */
  readonly instances: readonly (Partial<ScriptedVm> & { readonly stale?: boolean })[]
}

const group = 'rg-scale-sets'
const region = 'westeurope'
const size = 'Standard_D4s_v5'

function buildSet(
  place: BuildPlace,
  { name, subscription, image, extensionProfile, instances }: SetDraft,
): SimScaleSet {
  const subscriptionId = place.subscriptions[subscription]?.id ?? ''
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachineScaleSets/${name}`,
    name,
    subscriptionId,
    resourceGroup: group,
    region,
    size,
    extensionProfile,
    instances: instances.map(({ stale = false, ...draft }, index) => {
      const instanceId = String(index)
      const vm = buildScriptedVm(place, {
        name: `${name}_${instanceId}`,
        subscription,
        group,
        region,
        size,
        image,
        instance: { scaleSet: name, instanceId },
        ...draft,
      })
      return { instanceId, latestModelApplied: !stale, vm }
    }),
  }
}

const linuxData: Partial<ScriptedVm> = { plan: 'linux-online-data', ago: 90 * day, dataDisks: [128] }
const windowsAll: Partial<ScriptedVm> = { plan: 'windows-all', ago: 60 * day, dataDisks: [128] }

/** More than one page of instances, all at rest. */
const largeSet = Array.from({ length: 120 }, () => windowsAll)

const sets: readonly SetDraft[] = [
  {
    name: 'vmss-web',
    subscription: 0,
    image: 'rhel94',
    extensionProfile: [linuxAde(null), monitorLinux],
    instances: [
      linuxData,
      { ...linuxData, ago: 25 * minute },
      { ...linuxData, power: 'deallocated' },
      // The model requests encryption; this instance was not upgraded.
      { dataDisks: [128], stale: true },
    ],
  },
  { name: 'vmss-batch', subscription: 0, image: 'windows2022', extensionProfile: [windowsAde()], instances: largeSet },
  {
    // The extension was removed from the model; the disks keep their stamps.
    name: 'vmss-old',
    subscription: 1,
    image: 'windows2022',
    extensionProfile: [],
    instances: [windowsAll],
  },
  { name: 'vmss-plain', subscription: 1, image: 'ubuntu2204', extensionProfile: [monitorLinux], instances: [{}, {}] },
]

/** Uniform scale sets: with encryption, partly upgraded, with leftovers, and without. */
export function createScaleSetWorld({ spec, now }: ScenePlace): SceneContents {
  const subscriptions = subscriptionsOf(spec, ['Contoso Scale Sets', 'Contoso Scale Sets Archive'])
  const place = { seed: spec.seed, subscriptions, now }
  return {
    displayName: 'Contoso Scale Sets',
    subscriptions,
    people: peopleOf(spec.tenantId, sameRoles(readerOf(subscriptions))),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms: [
      buildScriptedVm(place, { name: 'vm-beside', subscription: 0, group, image: 'ubuntu2204' }),
      buildScriptedVm(place, {
        name: 'vm-encrypted',
        subscription: 0,
        group,
        image: 'windows2022',
        plan: 'windows-all',
        ago: 30 * day,
      }),
    ],
    scaleSets: sets.map((set) => buildSet(place, set)),
  }
}
