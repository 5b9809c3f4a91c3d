import 'server-only'
import { collectorConfig } from '@/lib/config/collector-config'
import { serverConfig } from '@/lib/config/config'
import type { Result } from '@/lib/shared/result'
import type { TokenSource } from '@/lib/shared/token-source'
import { isAddressedTo } from './addressed'
import { armTokenSource, forgetArmTokens } from './arm-token'
import { authenticate } from './authenticate'
import type { AuthFailure, Caller } from './caller'
import { serviceTokenSource } from './service-token'

/**
 * Who sends a request, and with which token ARM is read for them. A process has one; nothing else knows where its
 * tokens come from.
 */
export interface Identity {
  /**
   * The user behind a request. Only the `Authorization` header counts, never a cookie.
   * @param mayAsk whether another service may be asked something that is not cached yet
   */
  readonly authenticate: (request: Request, mayAsk: boolean) => Promise<Result<Caller, AuthFailure>>
  /** Whether an `Authorization` header is meant for this API; it may still be refused. */
  readonly isAddressed: (header: string | null) => boolean
  /** The ARM tokens of one user. */
  readonly tokenSource: (caller: Caller) => TokenSource
  /** Forgets every token of a user who has signed out. `person` is the user's key. */
  readonly forgetTokens: (person: string) => void
}

declare global {
  // Next.js bundles each route separately; the program that starts the server sets it once.
  var sealwatchIdentity: Identity | undefined
}

declare global {
  // All applications read with one identity, so that one token serves them.
  var sealwatchApplicationTokens: TokenSource | undefined
}

/** The ARM tokens for applications without a user: the collector's, never a user's. */
const applicationTokens = (): TokenSource =>
  (globalThis.sealwatchApplicationTokens ??= serviceTokenSource(collectorConfig()))

/** Users sign in at Entra in their browser; the server exchanges their tokens on their behalf. */
const onBehalfOf: Identity = {
  authenticate,
  isAddressed: (header) => isAddressedTo(serverConfig().apiClientId, header),
  tokenSource: (caller) => (caller.isApplication === true ? applicationTokens() : armTokenSource(caller)),
  forgetTokens: forgetArmTokens,
}

/** The identity of this process: the one that its program set, otherwise on behalf of the callers. */
export function identity(): Identity {
  return globalThis.sealwatchIdentity ?? onBehalfOf
}
