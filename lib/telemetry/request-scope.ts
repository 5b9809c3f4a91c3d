import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

/** The context of everything done for one request. */
export interface RequestScope {
  readonly requestId: string
  /** The client address, as the operator's proxies declare it; null where it is not known. */
  readonly address?: string | null
  /** The open span, as the tracing library has it; undefined where tracing is off. */
  readonly span?: unknown
}

declare global {
  // Next.js bundles each route separately; a request can pass through code of several bundles.
  var sealwatchRequestScope: AsyncLocalStorage<RequestScope> | undefined
}

const storage = (globalThis.sealwatchRequestScope ??= new AsyncLocalStorage<RequestScope>())

/** Runs work on behalf of a request: its log lines contain the request's id. */
export function inScope<T>(scope: RequestScope, work: () => T): T {
  return storage.run(scope, work)
}

/** The scope of the request on whose behalf this runs. */
export function currentScope(): RequestScope | undefined {
  return storage.getStore()
}
