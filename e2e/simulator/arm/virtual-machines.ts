import type { ArmContext, SimResponse } from '../model/http'
import type { SimVm } from '../model/vm'
import { advance } from '../lifecycle/advance'
import { authorizationFailed, badRequest, resourceGroupNotFound } from './errors'
import { param, subscriptionOf, vmOf } from './guard'
import { page } from './paging'
import { renderInstanceView } from './render-instance-view'
import { renderListedVm, renderStatusOnlyVm, renderVm } from './render-vm'
import { recordedBody, recordedInstanceView } from './recorded'
import { actions, canWithin, readableVms } from './rights'
import { hasGroup, vmsOfSubscription } from './vm-index'

const scaleSetFilter = /^'virtualMachineScaleSet\/id'\s+eq\s+'([^']+)'$/i

interface ListOptions {
  readonly statusOnly: boolean
  readonly expand: boolean
  readonly scaleSet: string | null
}

function isInstanceView(expand: string | null): boolean {
  return expand?.toLowerCase() === 'instanceview'
}

/** The parameters of the list, or ARM's refusal: `$expand` is only allowed together with the scale-set filter. */
function listOptions(context: ArmContext): ListOptions | SimResponse {
  const filter = context.query.get('$filter')
  const scaleSet = filter === null ? null : (scaleSetFilter.exec(filter.trim())?.[1] ?? null)
  if (filter !== null && scaleSet === null)
    return badRequest('InvalidParameter', `The value '${filter}' of parameter $filter is invalid.`)
  const expand = isInstanceView(context.query.get('$expand'))
  if (expand && scaleSet === null) {
    return badRequest(
      'BadRequest',
      'The expand query option is only supported together with a filter on a virtual machine scale set.',
    )
  }
  return {
    statusOnly: context.query.get('statusOnly')?.toLowerCase() === 'true',
    expand,
    scaleSet: scaleSet?.toLowerCase() ?? null,
  }
}

function answerList(
  context: ArmContext,
  path: string,
  vms: readonly SimVm[],
  spell: (vm: SimVm) => string,
): SimResponse {
  const options = listOptions(context)
  if ('status' in options) return options
  const { scaleSet, statusOnly, expand } = options
  const listed = scaleSet === null ? vms : vms.filter((vm) => vm.scaleSetId?.toLowerCase() === scaleSet)
  return page(context, path, listed, (vm) => {
    advance(vm, context.now)
    return statusOnly ? renderStatusOnlyVm(vm, spell(vm)) : renderListedVm(vm, spell(vm), expand)
  })
}

/** Every VM of a subscription that the caller may read; with resource groups in upper case. */
export function listAllVms(context: ArmContext): SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const { id } = subscription.value
  if (!canWithin(context, actions.vm, id))
    return authorizationFailed(context.caller.objectId, actions.vm, `/subscriptions/${id}`)
  const vms = readableVms(context, actions.vm, id, vmsOfSubscription(context.world, id))
  const path = `/subscriptions/${param(context, 'subscription')}/providers/Microsoft.Compute/virtualMachines`
  return answerList(context, path, vms, (vm) => vm.resourceGroup.toUpperCase())
}

/** The VMs of a resource group; ids contain the group as the request spelled it. */
export function listGroupVms(context: ArmContext): SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const { id } = subscription.value
  const group = param(context, 'group')
  const scope = `/subscriptions/${id}/resourceGroups/${group}`
  const inGroup = vmsOfSubscription(context.world, id).filter(
    (vm) => vm.resourceGroup.toLowerCase() === group.toLowerCase(),
  )
  const vms = readableVms(context, actions.vm, id, inGroup)
  if (vms.length === 0 && !context.can(actions.vm, scope))
    return authorizationFailed(context.caller.objectId, actions.vm, scope)
  if (!hasGroup(context.world, id, group)) return resourceGroupNotFound(group)
  const path = `/subscriptions/${param(context, 'subscription')}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines`
  return answerList(context, path, vms, () => group)
}

/** One VM, with its instance view if requested. */
export function getVm(context: ArmContext): SimResponse {
  const vm = vmOf(context, actions.vm)
  if (!vm.ok) return vm.refusal
  const expandText = context.query.get('$expand')
  const expand = isInstanceView(expandText)
  if (expandText !== null && !expand && expandText.toLowerCase() !== 'userdata') {
    return badRequest('InvalidParameter', `The value '${expandText}' of parameter $expand is invalid.`)
  }
  if (vm.value.recordedBody !== null) return recordedBody(vm.value.recordedBody, expand)
  return { status: 200, json: renderVm(vm.value, expand) }
}

/** Only the instance view, which has a separate right. */
export function getInstanceView(context: ArmContext): SimResponse {
  const vm = vmOf(context, actions.instanceView)
  if (!vm.ok) return vm.refusal
  if (vm.value.recordedBody !== null) return recordedInstanceView(vm.value.recordedBody)
  return { status: 200, json: renderInstanceView(vm.value) }
}
