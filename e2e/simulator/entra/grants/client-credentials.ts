import { principalOf } from '../../directory/model'
import type { SimResponse } from '../../model/http'
import type { ServicePrincipal } from '../../model/world'
import { wrongCredential, wrongPrincipalCredential } from '../client-authentication'
import { entraError, errorBody, type EntraErrorName } from '../errors'
import { accessTokenLife, applicationClaims, sign } from '../mint'
import { parseScopes } from '../scopes'
import type { Simulator, Tenant } from '../../server/state'
import type { TenantSegment } from '../tenant-segment'

interface Client {
  readonly principal: ServicePrincipal
  readonly wrong: EntraErrorName | null
}

/** The world's service principals, then registered applications: these get a token without rights. */
async function clientOf(simulator: Simulator, tenant: Tenant, form: URLSearchParams): Promise<Client | null> {
  const clientId = form.get('client_id')?.toLowerCase() ?? ''
  const { servicePrincipals, tenantId } = tenant.world
  const known = servicePrincipals.find(({ applicationId }) => applicationId.toLowerCase() === clientId)
  if (known !== undefined)
    return { principal: known, wrong: await wrongPrincipalCredential(simulator, tenantId, form, known.secret) }
  const present = principalOf(tenant.directory, clientId)
  if (present === undefined) return null
  const { id, appId, displayName } = present
  return {
    principal: { applicationId: appId, objectId: id, displayName, secret: '', roles: [] },
    wrong: await wrongCredential(simulator, tenant, form),
  }
}

/** `grant_type=client_credentials`: an application of the tenant gets a token for ARM or Microsoft Graph. */
export async function clientCredentials(
  simulator: Simulator,
  segment: TenantSegment,
  form: URLSearchParams,
): Promise<SimResponse> {
  const refuse = (name: EntraErrorName): SimResponse =>
    errorBody(entraError(name, simulator.now(), form.get('client-request-id')))
  if (segment.kind !== 'tenant') return refuse('unknown-tenant')
  const { world, directory } = segment.tenant
  const client = await clientOf(simulator, segment.tenant, form)
  if (client === null) return refuse('unknown-client')
  if (client.wrong !== null) return refuse(client.wrong)
  const scopes = parseScopes(form.get('scope') ?? '', { armAudience: simulator.origins.server, directory })
  if (!scopes.ok) return refuse(scopes.error)
  const { resource, names } = scopes.value
  if (resource === 'api' || !names.includes('.default')) return refuse('unknown-scope')
  const lifetime = accessTokenLife(simulator, world.tenantId)
  const claims = applicationClaims(simulator, world.tenantId, client.principal, lifetime, resource)
  const token = await sign(simulator, claims)
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    json: { token_type: 'Bearer', expires_in: lifetime, ext_expires_in: lifetime, access_token: token },
  }
}
