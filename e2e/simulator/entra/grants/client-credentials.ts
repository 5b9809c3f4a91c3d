import type { SimResponse } from '../../model/http'
import { wrongPrincipalCredential } from '../client-authentication'
import { entraError, errorBody, type EntraErrorName } from '../errors'
import { accessTokenLife, applicationClaims, sign } from '../mint'
import { parseScopes } from '../scopes'
import type { Simulator } from '../../server/state'
import type { TenantSegment } from '../tenant-segment'

/** `grant_type=client_credentials`: a service principal of the tenant gets a token for ARM. */
export async function clientCredentials(
  simulator: Simulator,
  segment: TenantSegment,
  form: URLSearchParams,
): Promise<SimResponse> {
  const refuse = (name: EntraErrorName): SimResponse =>
    errorBody(entraError(name, simulator.now(), form.get('client-request-id')))
  if (segment.kind !== 'tenant') return refuse('unknown-tenant')
  const { world } = segment.tenant
  const clientId = form.get('client_id')?.toLowerCase()
  const principal = world.servicePrincipals.find(({ applicationId }) => applicationId.toLowerCase() === clientId)
  if (principal === undefined) return refuse('unknown-client')
  const wrong = await wrongPrincipalCredential(simulator, world.tenantId, form, principal.secret)
  if (wrong !== null) return refuse(wrong)
  const scopes = parseScopes(form.get('scope') ?? '', simulator.origins.server)
  if (!scopes.ok) return refuse(scopes.error)
  if (scopes.value.resource !== 'arm' || !scopes.value.names.includes('.default')) return refuse('unknown-scope')
  const life = accessTokenLife(simulator, world.tenantId)
  const token = await sign(simulator, applicationClaims(simulator, world.tenantId, principal, life))
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    json: { token_type: 'Bearer', expires_in: life, ext_expires_in: life, access_token: token },
  }
}
