import { randomBytes } from 'node:crypto'
import type { SimRequest, SimResponse } from '../../model/http'
import type { Simulator } from '../../server/state'
import { directoryAt, type Application } from '../applications'
import { entraError, errorBody, type EntraErrorName } from '../errors'
import type { Identity } from '../identities'
import { accessTokenLife, clientInfo, idTokenClaims, sign, userAccessClaims } from '../mint'
import { parseScopes, type ScopeRequest, type ScopeResult } from '../scopes'
import { forgetExpired, type Grant } from '../state'
import type { TenantSegment } from '../tenant-segment'

/** The input of every grant of the token endpoint. */
export interface GrantContext {
  readonly simulator: Simulator
  readonly request: SimRequest
  readonly segment: TenantSegment
  readonly form: URLSearchParams
  readonly application: Application
}

/** Parses scopes by the applications of the tenant in the path. */
export function scopesAsked({ simulator, segment }: GrantContext, text: string): ScopeResult {
  return parseScopes(text, { armAudience: simulator.origins.server, directory: directoryAt(simulator, segment) })
}

/** The refusal of a grant. */
export function refuse({ simulator, form }: GrantContext, name: EntraErrorName, claims?: string): SimResponse {
  return errorBody(entraError(name, simulator.now(), form.get('client-request-id')), claims)
}

export interface Issue {
  readonly identity: Identity
  readonly scopes: ScopeRequest
  readonly acrs: readonly string[]
  readonly capabilities: readonly string[]
  readonly nonce: string | null
  readonly sid: string
  /** The next refresh token; null for none. */
  readonly refresh: Grant | null
}

/** Answers with an access token, and with an id token and a refresh token if requested. */
export async function issue({ simulator, form, application }: GrantContext, wanted: Issue): Promise<SimResponse> {
  const { identity, scopes } = wanted
  const lifetime = accessTokenLife(simulator, identity.tenantId)
  const { clientId } = application
  const access = userAccessClaims(simulator, { ...wanted, clientId, lifetime })
  const { refreshTokens } = simulator.entra
  const refreshToken = wanted.refresh === null ? null : `1.${randomBytes(64).toString('base64url')}`
  forgetExpired(refreshTokens, simulator.now())
  if (refreshToken !== null && wanted.refresh !== null) refreshTokens.set(refreshToken, wanted.refresh)
  const remaining = wanted.refresh === null ? 0 : Math.floor((wanted.refresh.expiresAt - simulator.now()) / 1000)
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    json: {
      token_type: 'Bearer',
      scope: `${scopeNames(scopes)} ${scopes.openid ? 'openid profile' : ''}`.trim(),
      expires_in: lifetime,
      ext_expires_in: lifetime,
      access_token: await sign(simulator, access),
      ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
      ...(refreshToken !== null && application.kind === 'single-page' ? { refresh_token_expires_in: remaining } : {}),
      ...(scopes.openid ? { id_token: await sign(simulator, idTokenClaims(simulator, { ...wanted, clientId })) } : {}),
      ...(form.get('client_info') === '1' ? { client_info: clientInfo(identity) } : {}),
    },
  }
}

/** Granted scopes as the token endpoint returns them: prefixed with their resource, in the spelling of the request. */
function scopeNames(scopes: ScopeRequest): string {
  const granted = scopes.offered
  if (scopes.resource === 'graph') return granted.join(' ')
  const names = scopes.names.includes('.default') ? [...granted, '.default'] : granted
  return names.map((name) => `${scopes.identifier}/${name}`).join(' ')
}
