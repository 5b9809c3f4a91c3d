import type { RegistrationFault } from './faults'
import { armGrant, armScopeId, sameRedirect, scopeIdOf, type Needs } from './find-faults'
import {
  applicationSchema,
  armScopeName,
  grantSchema,
  markOf,
  principalSchema,
  serviceManagementAppId,
  type Application,
  type Registrations,
} from './graph'

/** The operator's choices for a deployment. */
export interface WantedRegistration extends Needs {
  readonly names: { readonly api: string; readonly page: string }
  /** Id of the scope, where it has to be created. */
  readonly scopeId: string
}

/** One request to Microsoft Graph; `path` follows `/v1.0`. */
export interface GraphChange {
  readonly method: 'POST' | 'PATCH'
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Id of ARM's scope where the tenant does not show it; the same in every tenant. */
const usualArmScopeId = '41094075-9dad-400e-a0bd-54e686782033'

function armAccess(all: Registrations) {
  return {
    resourceAppId: serviceManagementAppId,
    resourceAccess: [{ id: armScopeId(all) ?? usualArmScopeId, type: 'Scope' }],
  }
}

function scopeOf({ scopeId, scopeName, names }: WantedRegistration) {
  const text = `Open ${names.page} and read Azure resources in your name.`
  return {
    id: scopeId,
    value: scopeName,
    type: 'User',
    isEnabled: true,
    adminConsentDisplayName: `Use ${names.page}`,
    adminConsentDescription: `Lets people open ${names.page} and read Azure resources in their own name.`,
    userConsentDisplayName: `Use ${names.page}`,
    userConsentDescription: text,
  }
}

/**
 * The API: version 2 tokens, its scope, ARM on behalf of the caller, and the claim that says whether a client
 * understands claims challenges (https://learn.microsoft.com/entra/identity-platform/claims-challenge).
 */
function newApi(all: Registrations, wanted: WantedRegistration): GraphChange {
  const api = { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [scopeOf(wanted)] }
  const optionalClaims = { accessToken: [{ name: 'xms_cc', essential: false }], idToken: [], saml2Token: [] }
  const body = {
    displayName: wanted.names.api,
    tags: [markOf('api', wanted.names.page)],
    signInAudience: 'AzureADMyOrg',
    api,
    requiredResourceAccess: [armAccess(all)],
    optionalClaims,
  }
  return { method: 'POST', path: '/applications', body }
}

function newPage(wanted: WantedRegistration): GraphChange {
  const body = {
    displayName: wanted.names.page,
    tags: [markOf('page', wanted.names.page)],
    signInAudience: 'AzureADMyOrg',
    spa: { redirectUris: [wanted.redirectUri] },
  }
  return { method: 'POST', path: '/applications', body }
}

const patch = (application: Application, body: GraphChange['body']): GraphChange => ({
  method: 'PATCH',
  path: `/applications/${application.id}`,
  body,
})

/** Adds a permission to those that are already requested. */
function withAccess(application: Application, resourceAppId: string, id: string): GraphChange {
  const own = application.requiredResourceAccess
  const same = own.find((each) => each.resourceAppId === resourceAppId)
  const resourceAccess = [...(same?.resourceAccess ?? []), { id, type: 'Scope' }]
  const others = own.filter((each) => each !== same)
  return patch(application, { requiredResourceAccess: [...others, { resourceAppId, resourceAccess }] })
}

/** The existing scope of the API, enabled, or a new one beside the others. */
function withScope(api: Application, wanted: WantedRegistration): GraphChange {
  const scopes = api.api.oauth2PermissionScopes
  const disabled = scopes.find(({ value }) => value === wanted.scopeName)
  const next =
    disabled === undefined
      ? [...scopes, scopeOf(wanted)]
      : scopes.map((each) => (each === disabled ? { ...each, isEnabled: true } : each))
  return patch(api, { api: { oauth2PermissionScopes: next } })
}

function knowingPage(api: Application, page: Application, wanted: WantedRegistration): GraphChange {
  const { preAuthorizedApplications, knownClientApplications } = api.api
  const others = preAuthorizedApplications.filter(({ appId }) => appId !== page.appId)
  const own = preAuthorizedApplications.find(({ appId }) => appId === page.appId)?.delegatedPermissionIds ?? []
  const ids = [...new Set([...own, scopeIdOf(api, wanted.scopeName) ?? wanted.scopeId])]
  return patch(api, {
    api: {
      preAuthorizedApplications: [...others, { appId: page.appId, delegatedPermissionIds: ids }],
      knownClientApplications: [...new Set([...knownClientApplications, page.appId])],
    },
  })
}

/** Moves the address from the platform "Web", where a browser may not redeem a code. */
function asSinglePage(page: Application, { redirectUri }: WantedRegistration): GraphChange {
  const web = page.web.redirectUris.filter((each) => !sameRedirect(redirectUri, each))
  return patch(page, { web: { redirectUris: web }, spa: { redirectUris: [...page.spa.redirectUris, redirectUri] } })
}

function consent(all: Registrations): GraphChange | null {
  const { apiPrincipal, armPrincipal } = all
  if (apiPrincipal === null || armPrincipal === null) return null
  const known = armGrant(all)
  if (known !== undefined)
    return {
      method: 'PATCH',
      path: `/oauth2PermissionGrants/${known.id}`,
      body: { scope: `${known.scope} ${armScopeName}`.trim() },
    }
  const body = {
    clientId: apiPrincipal.id,
    consentType: 'AllPrincipals',
    resourceId: armPrincipal.id,
    scope: armScopeName,
  }
  return { method: 'POST', path: '/oauth2PermissionGrants', body }
}

const presence = (application: Application): GraphChange => ({
  method: 'POST',
  path: '/servicePrincipals',
  body: { appId: application.appId },
})

type Repair = (all: Registrations, wanted: WantedRegistration) => GraphChange | null
const onApi =
  (repair: (api: Application, all: Registrations, wanted: WantedRegistration) => GraphChange | null): Repair =>
  (all, wanted) =>
    all.api === null ? null : repair(all.api, all, wanted)
const onPage =
  (repair: (page: Application, all: Registrations, wanted: WantedRegistration) => GraphChange | null): Repair =>
  (all, wanted) =>
    all.page === null ? null : repair(all.page, all, wanted)

const repairs: Readonly<Record<RegistrationFault, Repair>> = {
  'api-absent': newApi,
  'page-absent': (_all, wanted) => newPage(wanted),
  'api-identifier': onApi((api) => patch(api, { identifierUris: [...api.identifierUris, `api://${api.appId}`] })),
  'api-token-version': onApi((api) => patch(api, { api: { requestedAccessTokenVersion: 2 } })),
  'api-scope': onApi((api, _all, wanted) => withScope(api, wanted)),
  'api-arm-permission': onApi((api, all) =>
    withAccess(api, serviceManagementAppId, armScopeId(all) ?? usualArmScopeId),
  ),
  'api-arm-consent': consent,
  'api-knows-page': onApi((api, all, wanted) => (all.page === null ? null : knowingPage(api, all.page, wanted))),
  'page-redirect': onPage((page, _all, { redirectUri }) =>
    patch(page, { spa: { redirectUris: [...page.spa.redirectUris, redirectUri] } }),
  ),
  'page-redirect-type': onPage((page, _all, wanted) => asSinglePage(page, wanted)),
  'page-permission': onPage((page, all, wanted) =>
    all.api === null ? null : withAccess(page, all.api.appId, scopeIdOf(all.api, wanted.scopeName) ?? wanted.scopeId),
  ),
  'api-not-present': onApi(presence),
  'page-not-present': onPage(presence),
}

/** The request that fixes a fault; null where another object has to exist first. */
export function changeFor(
  fault: RegistrationFault,
  all: Registrations,
  wanted: WantedRegistration,
): GraphChange | null {
  return repairs[fault](all, wanted)
}

/** A new application with the values that were sent: for a dry run, before there is an answer. */
function pretended(what: string, body: GraphChange['body']): unknown {
  const none = { redirectUris: [] }
  const api = {
    requestedAccessTokenVersion: null,
    oauth2PermissionScopes: [],
    preAuthorizedApplications: [],
    knownClientApplications: [],
  }
  const bare = {
    identifierUris: [],
    spa: none,
    web: none,
    requiredResourceAccess: [],
    passwordCredentials: [],
    keyCredentials: [],
  }
  const own = typeof body['api'] === 'object' ? body['api'] : {}
  return { ...bare, ...body, id: `<object id of ${what}>`, appId: `<client id of ${what}>`, api: { ...api, ...own } }
}

/** The expected answer to a change in a dry run. */
export function pretendedAnswer(fault: RegistrationFault, change: GraphChange): unknown {
  if (fault === 'api-absent') return pretended('the API', change.body)
  if (fault === 'page-absent') return pretended('the page', change.body)
  const id = fault === 'api-not-present' ? '<object id of the API’s service principal>' : '<id>'
  return { oauth2PermissionScopes: [], ...change.body, id }
}

function patched(application: Application | null, change: GraphChange): Application | null {
  if (application === null || change.path !== `/applications/${application.id}`) return application
  const api = typeof change.body['api'] === 'object' ? { ...application.api, ...change.body['api'] } : application.api
  const parsed = applicationSchema.safeParse({ ...application, ...change.body, api })
  return parsed.success ? parsed.data : application
}

/**
 * The directory after a change, from the answer: a directory shows a change late, so it is not read again. Null where
 * the answer is not the expected one.
 */
export function applied(
  all: Registrations,
  fault: RegistrationFault,
  change: GraphChange,
  answer: unknown,
): Registrations | null {
  if (change.method === 'PATCH' && change.path.startsWith('/applications/'))
    return { ...all, api: patched(all.api, change), page: patched(all.page, change) }
  if (fault === 'api-arm-consent') {
    const known = armGrant(all)
    const made = grantSchema.safeParse(change.method === 'PATCH' ? { ...known, ...change.body } : answer)
    return made.success ? { ...all, grants: [...all.grants.filter((each) => each !== known), made.data] } : null
  }
  if (fault === 'api-absent' || fault === 'page-absent') {
    const made = applicationSchema.safeParse(answer)
    if (!made.success) return null
    return fault === 'api-absent' ? { ...all, api: made.data } : { ...all, page: made.data }
  }
  const made = principalSchema.safeParse(answer)
  if (!made.success) return null
  return fault === 'api-not-present' ? { ...all, apiPrincipal: made.data } : { ...all, pagePrincipal: made.data }
}
