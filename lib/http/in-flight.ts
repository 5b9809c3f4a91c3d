import 'server-only'

declare global {
  // Next.js bundles each route separately; the process ends when all of them are done.
  var sealwatchInFlight: Set<symbol> | undefined
}

const requests = (globalThis.sealwatchInFlight ??= new Set<symbol>())

/** Registers a request in flight. Returns the function that ends it, which may be called twice. */
export function beginRequest(): () => void {
  const request = Symbol('request')
  requests.add(request)
  return () => void requests.delete(request)
}

/** How many requests are in flight. */
export function inFlightRequests(): number {
  return requests.size
}
