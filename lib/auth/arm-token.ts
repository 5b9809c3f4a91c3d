import 'server-only'
import { serverConfig } from '@/lib/config/config'
import type { Result } from '@/lib/shared/result'
import type { ArmToken, TokenFailure, TokenSource } from '@/lib/shared/token-source'
import { isOf, tokenKey, type Caller } from './caller'
import { exchange } from './exchange'
import { TokenCache } from './token-cache'

const maxTokens = 5000

declare global {
  // Next.js bundles each route separately; without one shared cache, every route would exchange the token again.
  var sealwatchArmTokens: TokenCache | undefined
}

function tokens(): TokenCache {
  return (globalThis.sealwatchArmTokens ??= new TokenCache(maxTokens))
}

/**
 * A token that lets the server read ARM as the caller, from the cache or by an on-behalf-of exchange.
 * @param signal gives up waiting
 */
export async function armToken(caller: Caller, signal: AbortSignal): Promise<Result<ArmToken, TokenFailure>> {
  return tokens().get(tokenKey(caller), caller.expiresAt, () => exchange(caller, serverConfig()), signal)
}

/** Forgets every token of a user who has signed out. */
export function forgetArmTokens(person: string): void {
  globalThis.sealwatchArmTokens?.dropAll((key) => isOf(key, person))
}

/** The ARM token source of one caller, for the code that talks to ARM. */
export function armTokenSource(caller: Caller): TokenSource {
  return {
    get: (signal) => armToken(caller, signal),
    drop: () => tokens().drop(tokenKey(caller)),
  }
}
