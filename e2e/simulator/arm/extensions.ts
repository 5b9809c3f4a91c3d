import type { ArmContext, SimResponse } from '../model/http'
import { badRequest, resourceNotFound } from './errors'
import { param, vmOf } from './guard'
import { renderExtension } from './render-extension'
import { actions } from './rights'

function isExpanded(context: ArmContext): boolean {
  return context.query.get('$expand')?.toLowerCase() === 'instanceview'
}

/** The complete extensions of a VM; a recorded VM has its extensions only in its body. */
export function listExtensions(context: ArmContext): SimResponse {
  const vm = vmOf(context, actions.extension)
  if (!vm.ok) return vm.refusal
  const value = vm.value.extensions.map((extension) => renderExtension(vm.value, extension, isExpanded(context)))
  return { status: 200, json: { value } }
}

/** One extension by name, compared without case. */
export function getExtension(context: ArmContext): SimResponse {
  const vm = vmOf(context, actions.extension)
  if (!vm.ok) return vm.refusal
  const expand = context.query.get('$expand')
  if (expand !== null && !isExpanded(context))
    return badRequest('InvalidParameter', `The value '${expand}' of parameter $expand is invalid.`)
  const wanted = param(context, 'extension')
  const extension = vm.value.extensions.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  if (extension === undefined) {
    return resourceNotFound(
      `Microsoft.Compute/virtualMachines/${param(context, 'vm')}/extensions/${wanted}`,
      param(context, 'group'),
    )
  }
  return { status: 200, json: renderExtension(vm.value, extension, isExpanded(context)) }
}
