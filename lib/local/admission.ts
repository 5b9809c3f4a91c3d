import 'server-only'
import type { IncomingHttpHeaders } from 'node:http'
import { localPaths } from '@/lib/contract/local-session'
import { readLocalBearer } from './identity'
import type { LocalSessions } from './sessions'

export interface LocalRequest {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

/**
 * What becomes of a request. `foreign-host`: the address does not name this machine (DNS rebinding); `foreign-page`:
 * another page sent it; `no-session`: no cookie of an open session, or one that does not belong to the secret.
 */
export type Admission =
  | { readonly kind: 'open' | 'foreign-host' | 'foreign-page' | 'no-session' }
  | { readonly kind: 'session'; readonly cookie: string }

/** Name of the session's cookie. Cookies ignore ports, so two programs at a time need two names. */
export function cookieNameOf(port: number): string {
  return `sealwatch-local-${port}`
}

function cookieIn(header: string | undefined, name: string): string | null {
  const values = (header ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=')
    return part.slice(0, at).trim() === name ? [part.slice(at + 1).trim()] : []
  })
  // Two cookies of one name: another path or another server set one of them.
  return values.length === 1 ? (values[0] ?? null) : null
}

/**
 * Chromium calls a page of another port of this host `same-site`, and sends our cookie with its requests; only
 * `same-origin`, and `none` for an address that a person opened, come from our own pages
 * (https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header). Browsers without the header send `Origin` with every
 * request that changes something.
 */
function isFromOurPages({ method, path, headers }: LocalRequest, host: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers
  if (origin !== undefined && origin !== `http://${host}`) return false
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  const isNavigation = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return method === 'GET' && path === localPaths.open && isNavigation
}

/**
 * Decides about a request before anything else reads it. The host must name this machine and this port, which refuses
 * DNS rebinding; no other page may send requests; and everything but the page that opens a session needs its cookie. A
 * request with a page's secret needs the cookie of the same session.
 */
export function admitLocal(request: LocalRequest, port: number, sessions: LocalSessions): Admission {
  const host = (request.headers.host ?? '').toLowerCase()
  if (![`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(host)) return { kind: 'foreign-host' }
  if (request.headers.upgrade !== undefined || !isFromOurPages(request, host)) return { kind: 'foreign-page' }
  const { method, path } = request
  if (method === 'GET' && (path === localPaths.open || path === localPaths.openScript)) return { kind: 'open' }
  if (method === 'POST' && path === localPaths.session) return { kind: 'open' }
  const cookie = cookieIn(request.headers.cookie, cookieNameOf(port))
  if (cookie === null || !sessions.hasCookie(cookie)) return { kind: 'no-session' }
  const { authorization } = request.headers
  const read = readLocalBearer(authorization ?? null)
  const isOther = authorization !== undefined && (read === null || !sessions.belongTogether(cookie, read.secret))
  return isOther ? { kind: 'no-session' } : { kind: 'session', cookie }
}
