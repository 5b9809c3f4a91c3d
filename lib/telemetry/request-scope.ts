import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

/** What everything done for one request belongs to. */
export interface RequestScope {
  readonly requestId: string
  /** Where the request came from, as the operator's proxies say; null where nobody said. */
  readonly address?: string | null
  /** The span that is open, as the tracing library has it; undefined where nothing is traced. */
  readonly span?: unknown
}

declare global {
  // Next bundles each route by itself; a request can pass through code of several bundles.
  var sealwatchRequestScope: AsyncLocalStorage<RequestScope> | undefined
}

const storage = (globalThis.sealwatchRequestScope ??= new AsyncLocalStorage<RequestScope>())

/** Does something on behalf of a request: its lines in the log carry the request's id. */
export function inScope<T>(scope: RequestScope, work: () => T): T {
  return storage.run(scope, work)
}

/** The request on whose behalf this runs. */
export function currentScope(): RequestScope | undefined {
  return storage.getStore()
}
