import { randomUUID } from 'node:crypto'
import { badRequest, resourceNotFound } from '../arm/errors'
import { param, subscriptionOf } from '../arm/guard'
import { networkInterfaceId } from '../arm/ids'
import { isObject } from '../arm/json'
import { vmsOfSubscription } from '../arm/vm-index'
import { advance } from '../lifecycle/advance'
import type { ArmContext, SimResponse } from '../model/http'
import type { SimSurroundings } from '../model/surroundings'
import type { SimVm } from '../model/vm'
import type { World } from '../model/world'
import { resourceOf } from './at'
import { groupsOf, rulesOfGroup } from './group-rules'
import { subnetId } from './network-ids'
import { surroundingActions } from './rights'
import { defaultRules, renderEffectiveRule, type SecurityRule } from './security-rules'

interface Operation {
  readonly objectId: string
  readonly vmId: string
  /** Polls that are still answered with "not yet". */
  left: number
}

const operations = new WeakMap<SimSurroundings, Map<string, Operation>>()
const mostOperations = 1000
const pollsBeforeDone = 1

function operationsOf({ surroundings }: World): Map<string, Operation> {
  const kept = operations.get(surroundings) ?? new Map<string, Operation>()
  operations.set(surroundings, kept)
  return kept
}

/** Names of rules that a test removed from the group's resource. */
function isRemoved(world: World, groupId: string, each: SecurityRule): boolean {
  const patch = world.surroundings.patches.get(groupId.toLowerCase())
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

function effective(world: World, vm: SimVm): Record<string, unknown> {
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

/** `POST …/effectiveNetworkSecurityGroups`: 202 with where to ask for the answer. Wants a running VM. */
export function startEffectiveRules(context: ArmContext): SimResponse {
  const place = resourceOf(context, surroundingActions.effectiveRules, 'Microsoft.Network', [
    ['networkInterfaces', 'networkInterface'],
  ])
  if (!place.ok) return place.refusal
  const { id, subscriptionId, shown, group } = place.value
  const found = vmsOfSubscription(context.world, subscriptionId).find(
    (vm) => networkInterfaceId(vm).toLowerCase() === id.toLowerCase(),
  )
  if (found === undefined) return resourceNotFound(shown, group)
  if (advance(found, context.now).power !== 'running') {
    return badRequest(
      'NetworkInterfaceNotAttachedToRunningVM',
      `Network interface ${id} has to be attached to a running virtual machine for its effective rules.`,
    )
  }
  const kept = operationsOf(context.world)
  const [oldest] = kept.keys()
  if (kept.size >= mostOperations && oldest !== undefined) kept.delete(oldest)
  const operation = randomUUID()
  kept.set(operation, { objectId: context.caller.objectId, vmId: found.id, left: pollsBeforeDone })
  const root = `${context.origin}/subscriptions/${subscriptionId}/providers/Microsoft.Network/locations/${found.region}`
  const version = `api-version=${context.apiVersion}`
  return {
    status: 202,
    headers: {
      location: `${root}/operationResults/${operation}?${version}`,
      'azure-asyncoperation': `${root}/operations/${operation}?${version}`,
      'retry-after': '1',
    },
  }
}

function operationOf(context: ArmContext): Operation | SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const id = param(context, 'operation')
  const operation = operationsOf(context.world).get(id.toLowerCase())
  if (operation === undefined || operation.objectId !== context.caller.objectId)
    return resourceNotFound(`Microsoft.Network/locations/operations/${id}`, '')
  return operation
}

/** How far the operation is. */
export function getOperation(context: ArmContext): SimResponse {
  const operation = operationOf(context)
  if ('status' in operation) return operation
  if (operation.left === 0) return { status: 200, json: { status: 'Succeeded' } }
  operation.left -= 1
  return { status: 200, headers: { 'retry-after': '1' }, json: { status: 'InProgress' } }
}

/** The answer of the operation, or once more where to ask. */
export function getOperationResult(context: ArmContext): SimResponse {
  const operation = operationOf(context)
  if ('status' in operation) return operation
  if (operation.left > 0) {
    operation.left -= 1
    const { subscription = '', location = '', operation: id = '' } = context.params
    const path = `/subscriptions/${subscription}/providers/Microsoft.Network/locations/${location}/operationResults/${id}`
    return {
      status: 202,
      headers: { location: `${context.origin}${path}?api-version=${context.apiVersion}`, 'retry-after': '1' },
    }
  }
  const vm = context.world.vms.get(operation.vmId)
  return vm === undefined
    ? resourceNotFound('Microsoft.Network/networkInterfaces', '')
    : { status: 200, json: effective(context.world, vm) }
}
