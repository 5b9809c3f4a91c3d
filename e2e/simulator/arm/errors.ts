import type { SimResponse } from '../model/http'

/** An ARM error answer: `{"error":{"code","message"}}`. */
export function armError(status: number, code: string, message: string): SimResponse {
  return { status, json: { error: { code, message } } }
}

export function invalidSubscriptionId(subscription: string): SimResponse {
  return armError(
    400,
    'InvalidSubscriptionId',
    `'${subscription}' is not a valid subscription identifier: it has to be a GUID.`,
  )
}

export function subscriptionNotFound(subscription: string): SimResponse {
  return armError(404, 'SubscriptionNotFound', `The subscription '${subscription}' could not be found.`)
}

export function resourceGroupNotFound(group: string): SimResponse {
  return armError(404, 'ResourceGroupNotFound', `Resource group '${group}' could not be found.`)
}

/** `resource` is the type and name as ARM prints them: `Microsoft.Compute/virtualMachines/vm1`. */
export function resourceNotFound(resource: string, group: string): SimResponse {
  return armError(404, 'ResourceNotFound', `The Resource '${resource}' under resource group '${group}' was not found.`)
}

export function authorizationFailed(objectId: string, action: string, scope: string): SimResponse {
  return armError(
    403,
    'AuthorizationFailed',
    `The client '${objectId}' with object id '${objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  )
}

export function badRequest(code: string, message: string): SimResponse {
  return armError(400, code, message)
}
