import { createHash } from 'node:crypto'
import type { SimResponse } from '../../model/http'
import { tenantOf } from '../../server/state'
import type { EntraErrorName } from '../errors'
import { identityIn } from '../identities'
import type { CodeGrant, Grant } from '../state'
import { issue, refuse, type GrantContext, scopesAsked } from './context'
import { mayHave } from './permission'

/** The error in the redemption of a code; null if it is valid. */
function wrongWith({ application, form, segment }: GrantContext, grant: CodeGrant, now: number): EntraErrorName | null {
  if (grant.clientId !== application.clientId) return 'code-unknown'
  if (segment.kind === 'tenant' && segment.tenant.world.tenantId !== grant.tenantId) return 'code-unknown'
  if (grant.expiresAt <= now) return 'code-expired'
  if (form.get('redirect_uri') !== grant.redirectUri) return 'wrong-redirect'
  if (grant.codeChallenge === null) return application.kind === 'single-page' ? 'pkce-required' : null
  const verifier = form.get('code_verifier')
  if (verifier === null) return 'missing-field'
  return createHash('sha256').update(verifier).digest('base64url') === grant.codeChallenge ? null : 'pkce-mismatch'
}

/** `grant_type=authorization_code`: a code is valid once, for its application, redirect URI and verifier. */
export async function redeemCode(context: GrantContext): Promise<SimResponse> {
  const { simulator, form, application } = context
  const code = form.get('code')
  if (code === null) return refuse(context, 'missing-field')
  const { codes, usedCodes } = simulator.entra
  if (usedCodes.has(code)) return refuse(context, 'code-used')
  const grant = codes.get(code)
  if (grant === undefined) return refuse(context, 'code-unknown')
  const wrong = wrongWith(context, grant, simulator.now())
  if (wrong !== null) return refuse(context, wrong)
  codes.delete(code)
  usedCodes.add(code)
  const identity = identityIn(simulator, grant.tenantId, grant)
  if (identity === undefined) return refuse(context, 'not-in-tenant')
  const scopes = scopesAsked(context, form.get('scope') ?? grant.scope)
  if (!scopes.ok) return refuse(context, scopes.error)
  if (!mayHave(simulator, identity, application, scopes.value)) return refuse(context, 'consent-needed')
  const seconds = tenantOf(simulator, grant.tenantId)?.signIn.refreshTokenSeconds ?? 0
  const lifetime = application.kind === 'single-page' ? seconds : 90 * 86_400
  const refresh: Grant = {
    homeTenantId: grant.homeTenantId,
    homeObjectId: grant.homeObjectId,
    clientId: grant.clientId,
    sid: grant.sid,
    acrs: grant.acrs,
    capabilities: grant.capabilities,
    expiresAt: simulator.now() + lifetime * 1000,
  }
  return issue(context, {
    identity,
    scopes: scopes.value,
    acrs: grant.acrs,
    capabilities: grant.capabilities,
    nonce: grant.nonce,
    sid: grant.sid,
    refresh: scopes.value.offlineAccess ? refresh : null,
  })
}
