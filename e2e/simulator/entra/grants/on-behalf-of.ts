import type { JWTPayload } from 'jose'
import type { Registration } from '../../directory/model'
import type { SimResponse } from '../../model/http'
import { strongerSignIn } from '../../names'
import { tenantOf, type Simulator } from '../../server/state'
import { challengeClaims, parseClaims } from '../claims-request'
import { wrongCredential } from '../client-authentication'
import type { EntraErrorName } from '../errors'
import { identitiesIn, type Identity } from '../identities'
import { issuerOf } from '../issuers'
import { listClaim, textClaim, verifyOwnToken, type Verified } from '../verify'
import { issue, refuse, type GrantContext, scopesAsked } from './context'
import { mayHave } from './permission'

const refusals: Readonly<Record<Exclude<Verified['kind'], 'good'>, EntraErrorName>> = {
  expired: 'assertion-expired',
  'wrong-audience': 'assertion-audience',
  bad: 'assertion-wrong',
}

/** The error in the user's token as an assertion of this client in this tenant; null if it is valid. */
function wrongAssertion(
  simulator: Simulator,
  tenantId: string,
  claims: JWTPayload,
  own: Registration,
): EntraErrorName | null {
  if (textClaim(claims, 'tid') !== tenantId || claims.iss !== issuerOf(simulator, tenantId)) return 'assertion-tenant'
  const scopes = (textClaim(claims, 'scp') ?? '').split(' ')
  const offered = own.api.oauth2PermissionScopes.map(({ value }) => value)
  return scopes.some((scope) => offered.includes(scope)) ? null : 'assertion-scope'
}

function userOf(simulator: Simulator, tenantId: string, claims: JWTPayload): Identity | undefined {
  const tenant = tenantOf(simulator, tenantId)
  if (tenant === undefined) return undefined
  return identitiesIn(simulator, tenant).find(({ person }) => person.objectId === claims['oid'])
}

/** The claims that the user must satisfy before the API gets a token; null if none is missing. */
function challenge(identity: Identity, acrs: readonly string[], claims: string | null): string | null {
  const asked = parseClaims(claims)?.acrs ?? []
  if (asked.some((acr) => !acrs.includes(acr))) return claims
  return identity.person.trouble.includes('claims-challenge') && !acrs.includes(strongerSignIn) ? challengeClaims : null
}

/** `grant_type=jwt-bearer` with `requested_token_use=on_behalf_of`: the API exchanges the user's token for one for ARM. */
export async function onBehalfOf(context: GrantContext): Promise<SimResponse> {
  const { simulator, form, segment, application } = context
  const mayActForUsers = !['single-page', 'public'].includes(application.kind)
  if (!mayActForUsers || form.get('requested_token_use') !== 'on_behalf_of') return refuse(context, 'grant-not-allowed')
  if (segment.kind !== 'tenant') return refuse(context, 'unknown-tenant')
  const { tenantId } = segment.tenant.world
  const credential = await wrongCredential(simulator, segment.tenant, form)
  if (credential !== null) return refuse(context, credential)
  const verified = await verifyOwnToken(simulator, form.get('assertion') ?? '', application.clientId)
  if (verified.kind !== 'good') return refuse(context, refusals[verified.kind])
  const wrong = wrongAssertion(simulator, tenantId, verified.claims, application.registration)
  if (wrong !== null) return refuse(context, wrong)
  const identity = userOf(simulator, tenantId, verified.claims)
  if (identity === undefined) return refuse(context, 'not-in-tenant')
  const scopes = scopesAsked(context, form.get('scope') ?? '')
  if (!scopes.ok) return refuse(context, scopes.error)
  if (!mayHave(simulator, identity, application, scopes.value)) return refuse(context, 'consent-needed')
  const acrs = listClaim(verified.claims, 'acrs')
  const claims = challenge(identity, acrs, form.get('claims'))
  if (claims !== null) return refuse(context, 'stronger-sign-in', claims)
  const capabilities = parseClaims(form.get('claims'))?.capabilities ?? []
  return issue(context, {
    identity,
    scopes: scopes.value,
    acrs,
    capabilities,
    nonce: null,
    sid: textClaim(verified.claims, 'sid') ?? '',
    refresh: null,
  })
}
