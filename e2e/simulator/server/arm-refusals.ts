import type { SimResponse } from '../model/http'
import { challengeClaims } from '../entra/claims-request'

function refusal(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): SimResponse {
  return { status, headers, json: { error: { code, message } } }
}

/** A refused or missing token. `authorization_uri` tells clients where tokens come from. */
export function unauthenticated(origin: string, tenantId: string | null, code: string, message: string): SimResponse {
  const uri = `${origin}/${tenantId ?? 'common'}`
  return refusal(401, code, message, {
    'www-authenticate': `Bearer authorization_uri="${uri}", error="invalid_token", error_description="${message}"`,
  })
}

export function missingToken(origin: string): SimResponse {
  return unauthenticated(
    origin,
    null,
    'AuthenticationFailed',
    "Authentication failed. The 'Authorization' header is missing.",
  )
}

export function invalidToken(origin: string): SimResponse {
  return unauthenticated(origin, null, 'InvalidAuthenticationToken', 'The access token is invalid.')
}

export function expiredToken(origin: string, tenantId: string | null): SimResponse {
  return unauthenticated(origin, tenantId, 'ExpiredAuthenticationToken', 'The access token expiry is in the past.')
}

export function wrongAudience(origin: string, audience: string): SimResponse {
  const message = `The access token has been obtained for wrong audience or resource '${audience}'. It should exactly match '${origin}'.`
  return unauthenticated(origin, null, 'InvalidAuthenticationTokenAudience', message)
}

export function wrongTenant(origin: string, tenantId: string): SimResponse {
  const message = `The access token is from the wrong issuer '${origin}/${tenantId}/'. It must match the tenant of this subscription.`
  return unauthenticated(origin, null, 'InvalidAuthenticationTokenTenant', message)
}

/** ARM requires a stronger sign-in than the token proves (https://learn.microsoft.com/entra/identity-platform/claims-challenge). */
export function claimsChallenge(origin: string): SimResponse {
  const claims = Buffer.from(challengeClaims).toString('base64')
  return refusal(401, 'AuthenticationFailed', 'The access token lacks claims that this resource asks for.', {
    'www-authenticate': `Bearer realm="", authorization_uri="${origin}/common/oauth2/v2.0/authorize", error="insufficient_claims", claims="${claims}"`,
  })
}

export function forbidden(objectId: string, scope: string): SimResponse {
  return refusal(
    403,
    'AuthorizationFailed',
    `The client with object id '${objectId}' does not have authorization to perform the action over scope '${scope}'.`,
  )
}

export function gone(path: string): SimResponse {
  return refusal(404, 'ResourceNotFound', `The resource '${path}' was not found.`)
}

export function readOnlyRefused(): SimResponse {
  return refusal(
    403,
    'ReadOnlyClientRefused',
    'The simulator refuses every change that comes with a token of the product.',
  )
}

export function unknownRoute(method: string, path: string): SimResponse {
  return refusal(501, 'SimulatorRouteUnknown', `The simulator has no answer for ${method} ${path}.`)
}

export function missingApiVersion(): SimResponse {
  return refusal(
    400,
    'MissingApiVersionParameter',
    'The api-version query parameter (?api-version=) is required for all requests.',
  )
}

/** An api-version that is not a date, or that a route outside resource providers does not support. */
export function invalidApiVersion(version: string, supported: readonly string[]): SimResponse {
  return refusal(
    400,
    'InvalidApiVersionParameter',
    `The api-version '${version}' is invalid. The supported versions are '${supported.join(',')}'.`,
  )
}

interface WrongVersion {
  readonly version: string
  readonly type: string
  readonly versions: readonly string[]
}

/** For one resource. Source: https://github.com/Azure/azure-cli/issues/18483 */
export function noRegisteredProvider(wrong: WrongVersion & { readonly location: string }): SimResponse {
  const { version, type, location, versions } = wrong
  return refusal(
    400,
    'NoRegisteredProviderFound',
    `No registered resource provider found for location '${location}' and API version '${version}' for type '${type}'. The supported api-versions are '${versions.join(', ')}'. The supported locations are '${location}'.`,
  )
}

/** For a list, or a type as such. Source: https://github.com/Azure/azure-sdk-for-js/issues/15460 */
export function invalidResourceType(wrong: WrongVersion & { readonly namespace: string }): SimResponse {
  const { version, type, namespace, versions } = wrong
  return refusal(
    404,
    'InvalidResourceType',
    `The resource type '${type}' could not be found in the namespace '${namespace}' for api version '${version}'. The supported api-versions are '${versions.join(',')}'.`,
  )
}
