import type { JWTPayload } from 'jose'
import type { ArmCaller, SimRequest, SimResponse } from '../model/http'
import type { RoleAssignment } from '../model/world'
import { strongerSignIn } from '../names'
import { firstIssuerOf } from '../entra/issuers'
import { listClaim, textClaim, verifyOwnToken } from '../entra/verify'
import { claimsChallenge, expiredToken, invalidToken, missingToken, wrongAudience, wrongTenant } from './arm-refusals'
import { tenantOf, type Simulator, type Tenant } from './state'

export interface Authenticated {
  readonly tenant: Tenant
  readonly caller: ArmCaller
  readonly roles: readonly RoleAssignment[]
  /** The token proves the stronger sign-in. */
  readonly stronger: boolean
}

export type Authentication =
  | { readonly ok: true; readonly value: Authenticated }
  /** `tenant` if the refused token still names its tenant. */
  | { readonly ok: false; readonly response: SimResponse; readonly tenant: Tenant | undefined }

function callerOf(tenant: Tenant, claims: JWTPayload): Authenticated | null {
  const objectId = textClaim(claims, 'oid')
  if (objectId === null) return null
  const app = textClaim(claims, 'idtyp') === 'app'
  const known = app ? tenant.world.servicePrincipals : tenant.world.people
  const caller: ArmCaller = {
    tenantId: tenant.world.tenantId,
    objectId,
    kind: app ? 'service-principal' : 'user',
    applicationId: textClaim(claims, 'appid') ?? textClaim(claims, 'azp') ?? '',
  }
  const roles = known.find((each) => each.objectId.toLowerCase() === objectId.toLowerCase())?.roles ?? []
  return { tenant, caller, roles, stronger: listClaim(claims, 'acrs').includes(strongerSignIn) }
}

/** ARM's claims challenge: the user must prove a stronger sign-in, and the token does not. */
function challenged({ tenant, caller, stronger }: Authenticated): boolean {
  const person = tenant.world.people.find(({ objectId }) => objectId === caller.objectId)
  return !stronger && (person?.trouble.includes('arm-claims-challenge') ?? false)
}

/** Checks the bearer token as ARM does: signature, times, audience, issuer, tenant. */
export async function authenticate(simulator: Simulator, request: SimRequest): Promise<Authentication> {
  const { server } = simulator.origins
  const token = /^Bearer +([^ ]+)$/i.exec(request.headers['authorization'] ?? '')?.[1]
  if (token === undefined) return { ok: false, response: missingToken(server), tenant: undefined }
  const verified = await verifyOwnToken(simulator, token, server)
  if (verified.kind === 'bad') return { ok: false, response: invalidToken(server), tenant: undefined }
  const tenantId = textClaim(verified.claims, 'tid') ?? ''
  const tenant = tenantOf(simulator, tenantId)
  if (verified.kind === 'expired') return { ok: false, response: expiredToken(server, tenantId), tenant }
  if (verified.kind === 'wrong-audience') {
    const { aud } = verified.claims
    return { ok: false, response: wrongAudience(server, Array.isArray(aud) ? aud.join(' ') : (aud ?? '')), tenant }
  }
  if (tenant === undefined || verified.claims.iss !== firstIssuerOf(simulator, tenant.world.tenantId)) {
    return { ok: false, response: wrongTenant(server, tenantId), tenant }
  }
  const value = callerOf(tenant, verified.claims)
  if (value === null) return { ok: false, response: invalidToken(server), tenant }
  return challenged(value) ? { ok: false, response: claimsChallenge(server), tenant } : { ok: true, value }
}
