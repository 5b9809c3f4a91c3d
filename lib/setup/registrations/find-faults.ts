import type { RegistrationFault } from './faults'
import { armScopeName, serviceManagementAppId, type Application, type Registrations } from './graph'

/** The values that the registrations have to match. */
export interface Needs {
  readonly redirectUri: string
  /** The API's own scope, such as `access_as_user`. */
  readonly scopeName: string
}

const local = (url: URL): boolean => url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)

/**
 * Whether an address is the registered one: exactly, but on localhost without the port
 * (https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions).
 */
export function sameRedirect(asked: string, registered: string): boolean {
  if (asked === registered) return true
  if (!URL.canParse(asked) || !URL.canParse(registered)) return false
  const [one, other] = [new URL(asked), new URL(registered)]
  return local(one) && local(other) && one.hostname === other.hostname && one.pathname === other.pathname
}

/** The id of the API's scope, where it exists and is enabled. */
export function scopeIdOf(api: Application, scopeName: string): string | undefined {
  return api.api.oauth2PermissionScopes.find(({ value, isEnabled }) => value === scopeName && isEnabled)?.id
}

/** The id of ARM's scope in this tenant. */
export function armScopeId({ armPrincipal }: Registrations): string | undefined {
  return armPrincipal?.oauth2PermissionScopes.find(({ value }) => value === armScopeName)?.id
}

export function asksFor(application: Application, resourceAppId: string, scopeId: string | undefined): boolean {
  return application.requiredResourceAccess.some(
    (each) => each.resourceAppId === resourceAppId && each.resourceAccess.some(({ id }) => id === scopeId),
  )
}

/** The grant for all users by which the API may call ARM. */
export function armGrant({ grants, armPrincipal }: Registrations): Registrations['grants'][number] | undefined {
  return grants.find(
    ({ consentType, resourceId }) => consentType === 'AllPrincipals' && resourceId === armPrincipal?.id,
  )
}

type Rule = readonly [fault: RegistrationFault, broken: boolean]

function apiRules(all: Registrations, api: Application, { scopeName }: Needs): Rule[] {
  const granted = armGrant(all)?.scope.split(' ').includes(armScopeName) ?? false
  return [
    ['api-identifier', !api.identifierUris.includes(`api://${api.appId}`)],
    ['api-token-version', api.api.requestedAccessTokenVersion !== 2],
    ['api-scope', scopeIdOf(api, scopeName) === undefined],
    ['api-arm-permission', !asksFor(api, serviceManagementAppId, armScopeId(all))],
    ['api-not-present', all.apiPrincipal === null],
    ['api-arm-consent', !granted],
  ]
}

function pageRules(page: Application, { redirectUri }: Needs): Rule[] {
  const at = (part: Application['spa']): boolean => part.redirectUris.some((each) => sameRedirect(redirectUri, each))
  return [
    ['page-redirect-type', !at(page.spa) && at(page.web)],
    ['page-redirect', !at(page.spa) && !at(page.web)],
  ]
}

function bothRules(api: Application, page: Application, { scopeName }: Needs): Rule[] {
  const scopeId = scopeIdOf(api, scopeName)
  const beforehand = api.api.preAuthorizedApplications.find(({ appId }) => appId === page.appId)
  const known = api.api.knownClientApplications.includes(page.appId)
  const trusted = scopeId !== undefined && (beforehand?.delegatedPermissionIds.includes(scopeId) ?? false)
  return [
    ['api-knows-page', !known || !trusted],
    ['page-permission', !asksFor(page, api.appId, scopeId)],
  ]
}

/** What the registrations lack, in the order in which it can be fixed. */
export function findFaults(all: Registrations, needs: Needs): RegistrationFault[] {
  const { api, page } = all
  const rules: Rule[] = [
    ['api-absent', api === null],
    ...(api === null ? [] : apiRules(all, api, needs)),
    ['page-absent', page === null],
    ...(page === null ? [] : pageRules(page, needs)),
    ['page-not-present', page !== null && all.pagePrincipal === null],
    ...(api === null || page === null ? [] : bothRules(api, page, needs)),
  ]
  return rules.filter(([, broken]) => broken).map(([fault]) => fault)
}
