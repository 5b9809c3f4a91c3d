import type { SimResponse } from '../model/http'
import type { Simulator } from '../server/state'
import type { ReturnAddress } from './authorize-request'
import { entraError, type EntraErrorName } from './errors'

/** Redirects the browser to the application with these parameters. */
export function redirectBack(
  back: ReturnAddress,
  params: Readonly<Record<string, string>>,
  cookie?: string,
): SimResponse {
  const all = new URLSearchParams({ ...params, ...(back.state === null ? {} : { state: back.state }) })
  const address = new URL(back.redirectUri)
  if (back.responseMode === 'fragment') address.hash = all.toString()
  else for (const [name, value] of all) address.searchParams.set(name, value)
  return {
    status: 302,
    headers: {
      location: address.href,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
    },
    text: '',
  }
}

/** Redirects the browser with an error. */
export function redirectError(simulator: Simulator, back: ReturnAddress, name: EntraErrorName): SimResponse {
  const error = entraError(name, simulator.now(), back.correlationId)
  return redirectBack(back, { error: error.error, error_description: error.errorDescription })
}
