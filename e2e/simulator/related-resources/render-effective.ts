import { networkInterfaceId } from '../arm/ids'
import { isObject } from '../arm/json'
import type { SimVm } from '../model/vm'
import type { World } from '../model/world'
import { groupsOf, rulesOfGroup } from './group-rules'
import { routeTableId, subnetId } from './network-ids'
import { defaultRules, renderEffectiveRule, type SecurityRule } from './security-rules'

/** The kinds of effective rules of a running VM's interface. */
export type EffectiveKind = 'rules' | 'routes'

/** Next hop of route tables. */
export const applianceAddress = '10.20.250.4'

/** Names of rules that a test removed from the group's resource. */
function isRemoved(world: World, groupId: string, each: SecurityRule): boolean {
  const patch = world.related.patches.get(groupId.toLowerCase())
  const rules = isObject(patch?.properties) ? patch.properties.securityRules : undefined
  if (!Array.isArray(rules)) return false
  return !rules.some((left: unknown) => isObject(left) && left.name === each.name)
}

function renderGroup(
  world: World,
  vm: SimVm,
  id: string,
  association: Record<string, unknown>,
): Record<string, unknown> {
  const own = rulesOfGroup(vm, id).filter((each) => !isRemoved(world, id, each))
  return {
    networkSecurityGroup: { id },
    association,
    effectiveSecurityRules: [
      ...own.map((each) => renderEffectiveRule(each, false)),
      ...defaultRules.map((each) => renderEffectiveRule(each, true)),
    ],
    tagMap: {},
  }
}

function effectiveRules(world: World, vm: SimVm): Record<string, unknown> {
  const value = groupsOf(vm).map(({ id, of }) =>
    renderGroup(
      world,
      vm,
      id,
      of === 'interface' ? { networkInterface: { id: networkInterfaceId(vm) } } : { subnet: { id: subnetId(vm) } },
    ),
  )
  return { value }
}

function route(source: string, prefix: string, hop: string, addresses: readonly string[], state = 'Active') {
  return {
    source,
    state,
    addressPrefix: [prefix],
    nextHopType: hop,
    nextHopIpAddress: addresses,
    disableBgpRoutePropagation: false,
  }
}

function effectiveRoutes(vm: SimVm): Record<string, unknown> {
  const isTunnelled = routeTableId(vm) !== null
  const internet = route('Default', '0.0.0.0/0', 'Internet', [], isTunnelled ? 'Invalid' : 'Active')
  const tunnel = route('User', '0.0.0.0/0', 'VirtualAppliance', [applianceAddress])
  return { value: [route('Default', '10.20.0.0/16', 'VnetLocal', []), internet, ...(isTunnelled ? [tunnel] : [])] }
}

/** The answer of a finished operation. */
export function renderEffective(world: World, vm: SimVm, kind: EffectiveKind): Record<string, unknown> {
  return kind === 'rules' ? effectiveRules(world, vm) : effectiveRoutes(vm)
}
