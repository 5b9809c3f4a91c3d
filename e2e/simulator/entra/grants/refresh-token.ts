import type { SimResponse } from '../../model/http'
import { parseClaims } from '../claims-request'
import { identityIn } from '../identities'
import { issue, refuse, type GrantContext, scopesAsked } from './context'
import { mayHave } from './permission'

/**
 * `grant_type=refresh_token`. Each answer contains a new refresh token. A single-page application's keeps the expiry of the
 * first one, so that the session ends a day after the sign-in; the old one stays valid until then
 * (https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-lifetime).
 * A refresh token is not bound to a tenant: at another one where the user is a guest it gives a token of that tenant.
 */
export async function refresh(context: GrantContext): Promise<SimResponse> {
  const { simulator, form, application, segment } = context
  const grant = simulator.entra.refreshTokens.get(form.get('refresh_token') ?? '')
  if (grant === undefined || grant.clientId !== application.clientId) return refuse(context, 'refresh-unknown')
  if (grant.expiresAt <= simulator.now()) return refuse(context, 'refresh-expired')
  const tenantId = segment.kind === 'tenant' ? segment.tenant.world.tenantId : grant.homeTenantId
  const identity = identityIn(simulator, tenantId, grant)
  if (identity === undefined) return refuse(context, 'not-in-tenant')
  if (identity.person.trouble.includes('refresh-token-expired')) return refuse(context, 'refresh-expired')
  const claims = parseClaims(form.get('claims'))
  if (claims === null) return refuse(context, 'unreadable-claims')
  if (claims.acrs.some((acr) => !grant.acrs.includes(acr)))
    return refuse(context, 'stronger-sign-in', form.get('claims') ?? '')
  const scopes = scopesAsked(context, form.get('scope') ?? '')
  if (!scopes.ok) return refuse(context, scopes.error)
  if (!mayHave(simulator, identity, application, scopes.value)) return refuse(context, 'consent-needed')
  const capabilities = claims.capabilities.length === 0 ? grant.capabilities : claims.capabilities
  return issue(context, {
    identity,
    scopes: scopes.value,
    acrs: grant.acrs,
    capabilities,
    nonce: null,
    sid: grant.sid,
    refresh: { ...grant, capabilities },
  })
}
