import { advance } from '../../lifecycle/advance'
import { restartVm, stopVm } from '../../lifecycle/power'
import { requestPlan } from '../../lifecycle/start-plan'
import type { ScheduledChange } from '../../model/world'
import type { SimVm } from '../../model/vm'
import { relatedResourcesOfMixed } from '../mixed/related-resources'
import { companyVms, mixedSubscriptions, peopleOfMixed } from '../mixed/world'
import { servicePrincipalsOf } from '../people'
import type { SceneContents, ScenePlace } from '../scene'
import { buildScriptedVm, day, hour, type ScriptedVm } from '../scripted-vm'
import { subscriptionsOf } from '../subscriptions'
import { pastActs, pastDays, spreadOut } from './past'

type Apply = (vm: SimVm, at: number) => void

/** A change of one VM, which is first advanced to that time. */
function change(id: string, at: number, apply: Apply): ScheduledChange {
  return {
    at,
    apply: (world) => {
      const vm = world.vms.get(id)
      if (vm !== undefined) apply(advance(vm, at), at)
    },
  }
}

interface Begun {
  readonly vm: SimVm
  readonly scheduled: readonly ScheduledChange[]
}

/** A VM as it was when the past begins, and what happened to it since. */
function beginAt(
  place: { readonly seed: number; readonly subscriptions: SceneContents['subscriptions'] },
  now: number,
  { plan, ago = 0, restartAgo, power, ...vm }: ScriptedVm,
): Begun {
  const start = now - pastDays * day * 1000
  const since = ago - pastDays * day
  if (plan === undefined || since >= 0) {
    const before = {
      ...vm,
      ...(plan === undefined ? {} : { plan, ago: since }),
      ...(power === undefined ? {} : { power }),
    }
    return { vm: buildScriptedVm({ ...place, now: start }, before), scheduled: [] }
  }
  const built = buildScriptedVm({ ...place, now: start }, vm)
  const scheduled = [change(built.id, now - ago * 1000, (each, at) => requestPlan(each, { plan, at, by: null }))]
  if (restartAgo !== undefined) scheduled.push(change(built.id, now - restartAgo * 1000, restartVm))
  if (power !== undefined && power !== 'running')
    scheduled.push(change(built.id, now - hour * 1000, (each, at) => stopVm(each, at, power === 'deallocated')))
  return { vm: built, scheduled }
}

/** A VM whose agent fell silent at work for good: over thirty days it would be read more often than all others together. */
const endless = 'vm-jp-core-04'

/**
 * The company of the mixed world without its odd VMs, as it was thirty days ago, and what happened since. Its clock
 * stands at the present, or as many days back as the spec says: then the past happens while the clock is stepped on.
 */
export function createDemoWorld({ spec, now }: ScenePlace): SceneContents {
  const subscriptions = subscriptionsOf(spec, mixedSubscriptions)
  const place = { seed: spec.seed, subscriptions }
  const begun = spreadOut(companyVms.filter(({ name }) => name !== endless)).map((vm) => beginAt(place, now, vm))
  const acts = pastActs.map(({ name, ago, by, act }): ScheduledChange => {
    const vm = begun.find((each) => each.vm.name === name)?.vm
    if (vm === undefined) throw new Error(`the company has no ${name}`)
    return change(vm.id, now - ago * 1000, (each, at) => {
      if (act === 'restart') {
        restartVm(each, at, by)
        return
      }
      each.pace = act.pace ?? null
      requestPlan(each, { plan: act.plan, at, by })
    })
  })
  return {
    displayName: 'Contoso',
    subscriptions,
    people: peopleOfMixed(spec.tenantId, subscriptions),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms: begun.map(({ vm }) => vm),
    scheduled: [...begun.flatMap(({ scheduled }) => scheduled), ...acts],
    ...relatedResourcesOfMixed(subscriptions),
  }
}
