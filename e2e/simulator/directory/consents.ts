import { randomUUID } from 'node:crypto'
import type { SimResponse } from '../model/http'
import {
  filterOf,
  grantsOf,
  graphError,
  principalsOf,
  registrationsOf,
  timeOf,
  withGraphBody,
  type GraphCall,
  type GraphRoute,
} from './call'
import { put, shownOf, shownOfAll } from './lag'
import { principalOf, scopesOf, type Principal } from './model'
import { grantBody, grantChange, principalBody } from './shapes'

function shown({ tenant }: GraphCall, principal: Principal) {
  return { ...principal, oauth2PermissionScopes: scopesOf(tenant.directory, principal.appId) }
}

function principals(call: GraphCall): SimResponse {
  const filter = filterOf(call)
  if (filter?.property !== 'appId') return graphError(400, 'Request_UnsupportedQuery', 'Unsupported query.')
  const all = shownOfAll(principalsOf(call), timeOf(call))
  const found = all.find(({ appId }) => appId === filter.value.toLowerCase())
  return { status: 200, json: { value: found === undefined ? [] : [shown(call, found)] } }
}

/** Creates the service principal of an application of this tenant. */
function addPrincipal(call: GraphCall): SimResponse {
  return withGraphBody(call, principalBody, ({ appId }) => {
    const { directory } = call.tenant
    const registration = shownOfAll(registrationsOf(call), timeOf(call)).find(
      (each) => each.appId === appId.toLowerCase(),
    )
    if (registration === undefined) {
      const message = `The appId '${appId}' of the service principal does not reference a valid application object.`
      return graphError(400, 'NoBackingApplicationObject', message)
    }
    if (principalOf(directory, appId) !== undefined)
      return graphError(409, 'Request_MultipleObjectsWithSameKeyValue', 'The service principal name is already in use.')
    const made: Principal = {
      id: randomUUID(),
      appId: registration.appId,
      displayName: registration.displayName,
      oauth2PermissionScopes: [],
    }
    put(principalsOf(call), made, timeOf(call))
    return { status: 201, json: shown(call, made) }
  })
}

function grants(call: GraphCall): SimResponse {
  const filter = filterOf(call)
  if (filter?.property !== 'clientId') return graphError(400, 'Request_UnsupportedQuery', 'Unsupported query.')
  const found = shownOfAll(grantsOf(call), timeOf(call)).filter(({ clientId }) => clientId === filter.value)
  return { status: 200, json: { value: found } }
}

function addGrant(call: GraphCall): SimResponse {
  return withGraphBody(call, grantBody, (body) => {
    const { directory } = call.tenant
    if (![body.clientId, body.resourceId].every((id) => shownOf(principalsOf(call), id, timeOf(call)) !== undefined))
      return graphError(404, 'Request_ResourceNotFound', 'The client or the resource is not present in the tenant.')
    const taken = [...directory.grants.values()].some(
      (each) =>
        each.clientId === body.clientId && each.resourceId === body.resourceId && each.principalId === body.principalId,
    )
    if (taken) return graphError(409, 'Request_MultipleObjectsWithSameKeyValue', 'Permission entry already exists.')
    const made = { ...body, id: randomUUID() }
    put(grantsOf(call), made, timeOf(call))
    return { status: 201, json: made }
  })
}

function changeGrant(call: GraphCall): SimResponse {
  return withGraphBody(call, grantChange, ({ scope }) => {
    const found = shownOf(grantsOf(call), call.id, timeOf(call))
    if (found === undefined) return graphError(404, 'Request_ResourceNotFound', 'The grant does not exist.')
    put(grantsOf(call), { ...found, scope }, timeOf(call))
    return { status: 204, text: '' }
  })
}

/**
 * `/servicePrincipals` and `/oauth2PermissionGrants`. Consent for all users needs an administrator
 * (https://learn.microsoft.com/graph/api/oauth2permissiongrant-post).
 */
export const consentRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/servicePrincipals', needs: 'reader', handle: principals },
  { method: 'POST', path: '/servicePrincipals', needs: 'developer', handle: addPrincipal },
  { method: 'GET', path: '/oauth2PermissionGrants', needs: 'reader', handle: grants },
  { method: 'POST', path: '/oauth2PermissionGrants', needs: 'administrator', handle: addGrant },
  { method: 'PATCH', path: '/oauth2PermissionGrants/:id', needs: 'administrator', handle: changeGrant },
]
