import type { SimRequest, SimResponse } from '../model/http'
import type { Simulator } from '../server/state'

/**
 * Pages of other origins must not use the controls through a user's browser: a request with another `Origin`
 * or with a host name that is not the local machine's is refused. Null if it may pass.
 */
export function crossSiteRefusal({ origins }: Simulator, request: SimRequest): SimResponse | null {
  const origin = request.headers['origin']
  const site = request.headers['sec-fetch-site']
  const own = ['localhost', '127.0.0.1'].includes(request.url.hostname)
  const elsewhere =
    origin !== undefined && origin !== origins.browser && origin !== origins.browser.replace('localhost', '127.0.0.1')
  const changing = request.method !== 'GET'
  if (own && !elsewhere && !(changing && site !== undefined && site !== 'same-origin' && site !== 'none')) return null
  return { status: 403, json: { error: 'refused: the request comes from another page' } }
}
