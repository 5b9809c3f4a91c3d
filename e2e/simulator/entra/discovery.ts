import type { SimResponse } from '../model/http'
import type { Simulator } from '../server/state'
import { entraError, errorBody } from './errors'
import { endpointsOf } from './issuers'
import { parseTenantSegment } from './tenant-segment'

/**
 * The OpenID configuration of a tenant. Pages for the browser are on the http listener; the issuer and the endpoints for
 * servers are on https. For `common` and `organizations` the issuer is a template, as in Entra.
 */
export function openIdConfiguration(simulator: Simulator, text: string): SimResponse {
  const segment = parseTenantSegment(simulator, text)
  if (segment === null) return errorBody(entraError('unknown-tenant', simulator.now()))
  const name = segment.kind === 'tenant' ? segment.tenant.world.tenantId : segment.name
  const { server, pages } = endpointsOf(simulator, name)
  const issuerTenant = segment.kind === 'tenant' ? name : '{tenantid}'
  return {
    status: 200,
    headers: { 'access-control-allow-origin': '*', 'cache-control': 'max-age=86400, private' },
    json: {
      issuer: `${server}/${issuerTenant}/v2.0`,
      authorization_endpoint: `${pages}/${name}/oauth2/v2.0/authorize`,
      token_endpoint: `${server}/${name}/oauth2/v2.0/token`,
      end_session_endpoint: `${pages}/${name}/oauth2/v2.0/logout`,
      jwks_uri: `${server}/${name}/discovery/v2.0/keys`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
      response_modes_supported: ['query', 'fragment'],
      response_types_supported: ['code'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      request_uri_parameter_supported: false,
      tenant_region_scope: null,
      cloud_instance_name: 'localhost',
    },
  }
}

/** The public signing keys, the newest first. */
export function keySet(simulator: Simulator): SimResponse {
  const keys = simulator.keys.all().map(({ publicJwk }) => publicJwk)
  return {
    status: 200,
    headers: { 'access-control-allow-origin': '*', 'cache-control': 'max-age=86400, private' },
    json: { keys },
  }
}
