import type { SimRequest, SimResponse } from '../model/http'
import type { Simulator } from '../server/state'
import { applicationIn, browserOriginAllowed, directoryAt, type Application } from './applications'
import { entraError, errorBody, type EntraErrorName } from './errors'
import { redeemCode } from './grants/authorization-code'
import { clientCredentials } from './grants/client-credentials'
import type { GrantContext } from './grants/context'
import { onBehalfOf } from './grants/on-behalf-of'
import { refresh } from './grants/refresh-token'
import { parseTenantSegment } from './tenant-segment'

const grants: Readonly<Record<string, (context: GrantContext) => Promise<SimResponse>>> = {
  authorization_code: redeemCode,
  refresh_token: refresh,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': onBehalfOf,
}

/** A code or refresh token of a page must be redeemed from a page, and one of another client must not. */
function wrongOrigin(application: Application, grantType: string, origin: string | undefined): EntraErrorName | null {
  if (grantType !== 'authorization_code' && grantType !== 'refresh_token') return null
  if (application.kind === 'single-page') return origin === undefined ? 'no-origin' : null
  return origin === undefined ? null : 'unexpected-origin'
}

async function answer(simulator: Simulator, request: SimRequest, segmentText: string): Promise<SimResponse> {
  const form = new URLSearchParams(request.body.toString('utf8'))
  const refuse = (name: EntraErrorName): SimResponse =>
    errorBody(entraError(name, simulator.now(), form.get('client-request-id')))
  const segment = parseTenantSegment(simulator, segmentText)
  if (segment === null) return refuse('unknown-tenant')
  const grantType = form.get('grant_type')
  const clientId = form.get('client_id')
  if (grantType === null || clientId === null) return refuse('missing-field')
  if (grantType === 'client_credentials') return clientCredentials(simulator, segment, form)
  const application = applicationIn(directoryAt(simulator, segment), clientId)
  if (application === undefined) return refuse('unknown-client')
  const grant = grants[grantType]
  if (grant === undefined) return refuse('unknown-grant')
  const origin = wrongOrigin(application, grantType, request.headers['origin'])
  if (origin !== null) return refuse(origin)
  return grant({ simulator, request, segment, form, application })
}

/** CORS headers, only for pages of the local machine. */
function crossOrigin(simulator: Simulator, request: SimRequest): Record<string, string> {
  const origin = request.headers['origin']
  if (origin === undefined || !browserOriginAllowed(simulator, origin)) return {}
  return { 'access-control-allow-origin': origin, vary: 'Origin' }
}

/** The token endpoint, the same on both listeners. */
export async function token(simulator: Simulator, request: SimRequest, segment: string): Promise<SimResponse> {
  const cors = crossOrigin(simulator, request)
  if (request.method === 'OPTIONS') {
    const allowed = {
      'access-control-allow-methods': 'POST, OPTIONS',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '600',
    }
    return { status: 204, headers: { ...cors, ...allowed } }
  }
  const response = await answer(simulator, request, segment)
  return { ...response, headers: { ...response.headers, ...cors } }
}
