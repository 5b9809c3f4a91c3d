import { randomBytes, randomUUID } from 'node:crypto'
import type { SimRequest } from '../model/http'
import type { Simulator } from '../server/state'
import { accountKey, type HomeAccount, type Session, type SessionAccount } from './state'

/** Cookies ignore the port, so the name must not be one that a product on another port uses. */
const cookieName = 'simulated_directory_session'
const mostSessions = 5000

function sessionId(request: SimRequest): string | null {
  const pairs = (request.headers['cookie'] ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === cookieName)?.[1] ?? null
}

/** The session of the browser; an empty one if it has none. */
export function sessionOf(simulator: Simulator, request: SimRequest): Session {
  return simulator.entra.sessions.get(sessionId(request) ?? '') ?? new Map<string, SessionAccount>()
}

/** Signs an account in and returns the cookie. `Lax`: sent in hidden frames of `http://localhost`, and stored without https. */
export function signIn(
  simulator: Simulator,
  request: SimRequest,
  home: HomeAccount,
  acrs: readonly string[],
): { readonly account: SessionAccount; readonly cookie: string } {
  const session = sessionOf(simulator, request)
  const before = session.get(accountKey(home))
  const account: SessionAccount = {
    homeTenantId: home.homeTenantId,
    homeObjectId: home.homeObjectId,
    sid: before?.sid ?? randomUUID(),
    acrs: new Set([...(before?.acrs ?? []), ...acrs]),
  }
  session.set(accountKey(home), account)
  const { sessions } = simulator.entra
  // A new id at each sign-in, so that a previously planted session id is worthless afterwards.
  sessions.delete(sessionId(request) ?? '')
  const id = randomBytes(24).toString('base64url')
  sessions.set(id, session)
  const [oldest] = sessions.keys()
  if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest)
  return { account, cookie: `${cookieName}=${id}; Path=/; HttpOnly; SameSite=Lax` }
}

/** Ends the session; returns the cookie that deletes it. */
export function signOut(simulator: Simulator, request: SimRequest): string {
  simulator.entra.sessions.delete(sessionId(request) ?? '')
  return `${cookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`
}
