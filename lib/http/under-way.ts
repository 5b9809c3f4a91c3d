import 'server-only'

declare global {
  // Next bundles each route by itself; the process ends when all of them are done.
  var sealwatchUnderWay: Set<symbol> | undefined
}

const requests = (globalThis.sealwatchUnderWay ??= new Set<symbol>())

/** Notes a request that is being answered. Answers the way to say that it is over, which may be called twice. */
export function beginRequest(): () => void {
  const request = Symbol('request')
  requests.add(request)
  return () => void requests.delete(request)
}

/** How many requests are being answered. */
export function requestsUnderWay(): number {
  return requests.size
}
