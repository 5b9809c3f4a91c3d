import { randomUUID } from 'node:crypto'
import { badRequest, resourceNotFound } from '../arm/errors'
import { param, subscriptionOf } from '../arm/guard'
import { networkInterfaceId } from '../arm/ids'
import { vmsOfSubscription } from '../arm/vm-index'
import { advance } from '../lifecycle/advance'
import type { ArmContext, SimResponse } from '../model/http'
import type { SimRelatedResources } from '../model/related-resources'
import type { World } from '../model/world'
import { resourceOf } from './at'
import { renderEffective, type EffectiveKind } from './render-effective'
import { relatedResourceActions } from './rights'

interface Operation {
  readonly objectId: string
  readonly vmId: string
  readonly kind: EffectiveKind
  /** Number of polls that are answered with "not yet". */
  left: number
}

const operations = new WeakMap<SimRelatedResources, Map<string, Operation>>()
const mostOperations = 1000
const pollsBeforeDone = 1

function operationsOf({ related }: World): Map<string, Operation> {
  const kept = operations.get(related) ?? new Map<string, Operation>()
  operations.set(related, kept)
  return kept
}

const actionOf: Readonly<Record<EffectiveKind, string>> = {
  rules: relatedResourceActions.effectiveRules,
  routes: relatedResourceActions.effectiveRoutes,
}

/** The effective rules of an interface: 202 with the address of the answer. Requires a running VM. */
function start(context: ArmContext, kind: EffectiveKind): SimResponse {
  const place = resourceOf(context, actionOf[kind], 'Microsoft.Network', [['networkInterfaces', 'networkInterface']])
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
  kept.set(operation, { objectId: context.caller.objectId, vmId: found.id, kind, left: pollsBeforeDone })
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

/** `POST …/effectiveNetworkSecurityGroups` */
export function startEffectiveRules(context: ArmContext): SimResponse {
  return start(context, 'rules')
}

/** `POST …/effectiveRouteTable` */
export function startEffectiveRoutes(context: ArmContext): SimResponse {
  return start(context, 'routes')
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

/** The status of the operation. */
export function getOperation(context: ArmContext): SimResponse {
  const operation = operationOf(context)
  if ('status' in operation) return operation
  if (operation.left === 0) return { status: 200, json: { status: 'Succeeded' } }
  operation.left -= 1
  return { status: 200, headers: { 'retry-after': '1' }, json: { status: 'InProgress' } }
}

/** The answer of the operation, or again the address to poll. */
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
    : { status: 200, json: renderEffective(context.world, vm, operation.kind) }
}
