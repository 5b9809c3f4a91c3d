import 'server-only'
import { decodeJwt, errors, jwtVerify } from 'jose'
import type { ServerConfig } from '@/lib/config/server-config'
import { fail, ok, type Result } from '@/lib/shared/result'
import { AccessToken } from './access-token'
import type { AuthorityOf } from './authority'
import type { AuthFailure, Caller } from './caller'
import { checkClaims, isApplicationToken, tenantClaim } from './claims'

/** The settings of the deployment that token validation needs. */
export type VerifySettings = Pick<
  ServerConfig,
  'cloud' | 'apiClientId' | 'spaClientId' | 'apiClients' | 'apiApplications' | 'tenantId' | 'allowedTenants'
>

const toleranceSeconds = 60

/**
 * The tenant that a token names, if that tenant may use this deployment. For any other tenant no request goes to the
 * authority.
 */
function allowedTenant(token: string, allowed: VerifySettings['allowedTenants']): Result<string, AuthFailure> {
  let payload: unknown
  try {
    payload = decodeJwt(token)
  } catch {
    return fail({ code: 'token-invalid' })
  }
  const parsed = tenantClaim.safeParse(payload)
  if (!parsed.success) return fail({ code: 'token-invalid' })
  const tenantId = parsed.data.tid
  return allowed === '*' || allowed.includes(tenantId) ? ok(tenantId) : fail({ code: 'tenant-not-allowed' })
}

/**
 * Classifies what jose throws: the token is invalid, it has expired, or the authority's metadata or keys could not be
 * read.
 */
function verificationFailure(error: unknown): AuthFailure {
  if (error instanceof errors.JWTExpired) return { code: 'token-expired' }
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return { code: 'entra-down' }
  // jose throws its bare base class where the key endpoint answers with anything but 200 and JSON.
  if (error instanceof errors.JOSEError && error.code !== errors.JOSEError.code) return { code: 'token-invalid' }
  return { code: 'entra-down' }
}

/**
 * Verifies an access token of this API: signature by the tenant's keys (RS256 only), the issuer that the authority
 * names, audience, times, version, client and scope.
 * Source: https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens
 * @param now the time to compare with; tests pass their own
 */
export async function verifyToken(
  token: string,
  settings: VerifySettings,
  authorityOf: AuthorityOf,
  now: Date = new Date(),
): Promise<Result<Caller, AuthFailure>> {
  const tenant = allowedTenant(token, settings.allowedTenants)
  if (!tenant.ok) return tenant
  let payload: unknown
  try {
    const { issuer, keys } = await authorityOf(tenant.value)
    const verified = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer,
      audience: settings.apiClientId,
      clockTolerance: toleranceSeconds,
      requiredClaims: ['exp', 'oid', 'tid'],
      currentDate: now,
    })
    payload = verified.payload
  } catch (error) {
    return fail(verificationFailure(error))
  }
  const applications = { tenantId: settings.tenantId, ids: settings.apiApplications }
  const claims = checkClaims(payload, [settings.spaClientId, ...settings.apiClients], applications)
  if (!claims.ok) return claims
  const { tid, oid, azp, exp, name, roles } = claims.value
  const isApplication = isApplicationToken(claims.value)
  return ok({
    cloud: settings.cloud,
    tenantId: tid,
    objectId: isApplication ? azp.toLowerCase() : oid,
    name: isApplication ? null : (name ?? null),
    // Roles of an application are none of a user: no page of administrators opens for it.
    roles: isApplication ? [] : (roles ?? []),
    ...(isApplication && { isApplication }),
    accessToken: new AccessToken(token),
    expiresAt: exp * 1000,
  })
}
