import { createHash, randomBytes, randomInt } from 'node:crypto'
import { SignJWT, type JWTPayload } from 'jose'
import { registrationOf, type Registration } from '../directory/model'
import type { ServicePrincipal } from '../model/world'
import { tenantOf, type Simulator } from '../server/state'
import type { Identity } from './identities'
import { firstIssuerOf, issuerOf } from './issuers'
import { graphOrigin, storageResource, type ScopeRequest } from './scopes'

const unique = (): string => randomBytes(16).toString('base64url')

/** `sub`: the same for a user in one application, another in the next. */
function subject(objectId: string, audience: string): string {
  return createHash('sha256').update(`${objectId}|${audience}`).digest('base64url')
}

/** Lifetime of this tenant's access tokens, in seconds. */
export function accessTokenLife(simulator: Simulator, tenantId: string): number {
  return tenantOf(simulator, tenantId)?.signIn.accessTokenSeconds ?? randomInt(3600, 5400)
}

/** Signs claims with the current key. */
export function sign(simulator: Simulator, claims: JWTPayload): Promise<string> {
  const key = simulator.keys.current()
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid }).sign(key.privateKey)
}

export interface UserTokenRequest {
  readonly identity: Identity
  /** Application that gets the token. */
  readonly clientId: string
  readonly scopes: ScopeRequest
  readonly acrs: readonly string[]
  readonly capabilities: readonly string[]
  /** Lifetime in seconds. */
  readonly lifetime: number
}

function times(simulator: Simulator, lifetime: number): { iat: number; nbf: number; exp: number } {
  const iat = Math.floor(simulator.now() / 1000)
  return { iat, nbf: iat, exp: iat + lifetime }
}

/** The registration behind an API in this tenant, if it is not one of Microsoft's. */
function ownRegistration(simulator: Simulator, tenantId: string, appId: string): Registration | undefined {
  const directory = tenantOf(simulator, tenantId)?.directory
  return directory === undefined ? undefined : registrationOf(directory, appId)
}

function audienceOf(simulator: Simulator, { resource, resourceAppId }: ScopeRequest, api?: Registration): string {
  if (resource === 'arm') return simulator.origins.server
  if (resource === 'storage') return storageResource
  // The audience of a version 1.0 token is the requested address of the API.
  return api?.api.requestedAccessTokenVersion === 2 ? api.appId : (api?.identifierUris[0] ?? resourceAppId)
}

/** Claims of a user's access token: in the version that an API registered, and 1.0 for ARM, as in Azure. */
export function userAccessClaims(simulator: Simulator, request: UserTokenRequest): JWTPayload {
  const { identity, scopes, clientId } = request
  const api = ownRegistration(simulator, identity.tenantId, scopes.resourceAppId)
  const audience = audienceOf(simulator, scopes, api)
  const common: JWTPayload = {
    aud: audience,
    ...times(simulator, request.lifetime),
    name: identity.person.displayName,
    oid: identity.person.objectId,
    tid: identity.tenantId,
    sub: subject(identity.person.objectId, audience),
    scp: scopes.offered.join(' '),
    uti: unique(),
    ...(request.acrs.length === 0 ? {} : { acrs: [...request.acrs] }),
    ...(request.capabilities.length === 0 ? {} : { xms_cc: [...request.capabilities] }),
  }
  if (api?.api.requestedAccessTokenVersion === 2) {
    return {
      ...common,
      iss: issuerOf(simulator, identity.tenantId),
      azp: clientId,
      azpacr: '0',
      preferred_username: identity.person.userPrincipalName,
      ...(identity.person.appRoles.length === 0 ? {} : { roles: [...identity.person.appRoles] }),
      ver: '2.0',
    }
  }
  return {
    ...common,
    iss: firstIssuerOf(simulator, identity.tenantId),
    appid: clientId,
    appidacr: (ownRegistration(simulator, identity.tenantId, clientId)?.passwords ?? []).length > 0 ? '1' : '0',
    idtyp: 'user',
    unique_name: identity.person.userPrincipalName,
    upn: identity.person.userPrincipalName,
    ver: '1.0',
  }
}

export interface IdTokenRequest {
  readonly identity: Identity
  readonly clientId: string
  readonly nonce: string | null
  readonly sid: string
}

export function idTokenClaims(simulator: Simulator, request: IdTokenRequest): JWTPayload {
  const { identity, clientId } = request
  return {
    aud: clientId,
    iss: issuerOf(simulator, identity.tenantId),
    ...times(simulator, 3600),
    name: identity.person.displayName,
    preferred_username: identity.person.userPrincipalName,
    login_hint: identity.person.userPrincipalName,
    oid: identity.person.objectId,
    tid: identity.tenantId,
    sub: subject(identity.person.objectId, clientId),
    sid: request.sid,
    uti: unique(),
    ver: '2.0',
    ...(request.nonce === null ? {} : { nonce: request.nonce }),
  }
}

const audiences: Readonly<Record<'arm' | 'graph' | 'storage', (server: string) => string>> = {
  arm: (server) => server,
  graph: graphOrigin,
  storage: () => storageResource,
}

/** Claims of a service principal's token for ARM, Microsoft Graph or Azure Storage. */
export function applicationClaims(
  simulator: Simulator,
  tenantId: string,
  principal: ServicePrincipal,
  lifetime: number,
  resource: keyof typeof audiences = 'arm',
): JWTPayload {
  return {
    aud: audiences[resource](simulator.origins.server),
    iss: firstIssuerOf(simulator, tenantId),
    ...times(simulator, lifetime),
    appid: principal.applicationId,
    appidacr: '1',
    idtyp: 'app',
    oid: principal.objectId,
    sub: principal.objectId,
    tid: tenantId,
    uti: unique(),
    ver: '1.0',
  }
}

/** The `client_info` value from which MSAL builds its account id. */
export function clientInfo({ homeObjectId, homeTenantId }: Identity): string {
  return Buffer.from(JSON.stringify({ uid: homeObjectId, utid: homeTenantId })).toString('base64url')
}
