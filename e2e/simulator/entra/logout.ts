import type { SimRequest, SimResponse } from '../model/http'
import type { Simulator } from '../server/state'
import { browserOriginAllowed } from './applications'
import { signedOutPage } from './authorize-pages'
import { signOut } from './sessions'

/** The logout endpoint: ends the browser's session and redirects to a registered address if requested. */
export function logout(simulator: Simulator, request: SimRequest): SimResponse {
  const cookie = signOut(simulator, request)
  const target = request.url.searchParams.get('post_logout_redirect_uri')
  if (target === null || !browserOriginAllowed(simulator, target)) return signedOutPage(cookie)
  const address = new URL(target)
  const state = request.url.searchParams.get('state')
  if (state !== null) address.searchParams.set('state', state)
  return {
    status: 302,
    headers: { location: address.href, 'set-cookie': cookie, 'cache-control': 'no-store' },
    text: '',
  }
}
