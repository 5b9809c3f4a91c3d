import { fail, ok, type Result } from '@/lib/shared/result'
import { decodeClaims, localProblem, readProblem, type ApiProblem } from './api-problem'
import type { SentToken, SessionActions, TokenOutcome, TokenRequest } from './session-types'
import { forgetLeaving } from './tab-memory'

export type FetchApi = (path: string, init?: RequestInit) => Promise<Result<Response, ApiProblem>>

/** The token must be sent only to the product's own API. */
function ownAddress(path: string): string | null {
  const url = new URL(path, window.location.origin)
  return url.origin === window.location.origin && url.pathname.startsWith('/api/') ? url.href : null
}

/**
 * Leaving for the sign-in page is allowed as long as nothing has been shown yet, or right after a click or key press;
 * otherwise it would interrupt a user who is reading.
 */
function mayLeave(answered: boolean): boolean {
  return !answered || navigator.userActivation.isActive
}

function forever(): Promise<never> {
  return new Promise(() => undefined)
}

async function send(
  url: string,
  init: RequestInit,
  { token, credentials = 'omit' }: SentToken,
): Promise<Result<Response, ApiProblem>> {
  const headers = new Headers(init.headers)
  headers.set('authorization', `Bearer ${token}`)
  try {
    const response = await fetch(url, { ...init, headers, credentials, redirect: 'error', cache: 'no-store' })
    return response.ok ? ok(response) : fail(await readProblem(response))
  } catch (error) {
    const aborted = init.signal?.aborted === true || (error instanceof DOMException && error.name === 'AbortError')
    return fail(localProblem(aborted ? 'cancelled' : 'offline'))
  }
}

type RequestOptions = Omit<TokenRequest, 'mayLeave'>

/**
 * How the second attempt requests a token, after the answer to the first; null when a second attempt would not help.
 */
function secondRequest(problem: ApiProblem): RequestOptions | null {
  if (problem.code === 'claims-challenge') {
    const claims = problem.claims === null ? null : decodeClaims(problem.claims)
    return claims === null ? null : { claims }
  }
  if (problem.code === 'consent-required') return { consent: true }
  return problem.code === 'token-expired' || problem.code === 'token-invalid' ? { fresh: true } : null
}

/**
 * Creates the function that calls the product's own API with the user's token. A claims challenge, a missing consent
 * and a refused token are answered once, with a new token; a second refusal is returned. While the browser navigates to
 * the sign-in page the call stays pending.
 */
export function createFetchApi(acquireToken: SessionActions['acquireToken']): FetchApi {
  let answered = false
  const tokenFor = async (request: RequestOptions): Promise<TokenOutcome> => {
    const outcome = await acquireToken({ ...request, mayLeave: mayLeave(answered) })
    return outcome.kind === 'leaving' ? forever() : outcome
  }
  const attempt = async (url: string, init: RequestInit, outcome: TokenOutcome) =>
    outcome.kind === 'token'
      ? send(url, init, outcome)
      : fail(localProblem(outcome.kind === 'failed' ? outcome.code : 'sign-in-required'))

  return async (path, init = {}) => {
    const url = ownAddress(path)
    if (url === null) return fail(localProblem('request-invalid'))
    let result = await attempt(url, init, await tokenFor({}))
    const again = result.ok ? null : secondRequest(result.failure)
    if (again !== null) result = await attempt(url, init, await tokenFor(again))
    if (result.ok) {
      answered = true
      forgetLeaving()
    }
    return result
  }
}
