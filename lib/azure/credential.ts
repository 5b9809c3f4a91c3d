import 'server-only'
import type { TokenCredential } from '@azure/core-auth'
import type { TokenFailure, TokenSource } from '@/lib/shared/token-source'

/** Thrown through the Azure SDK where no token is available; `perform` catches it. */
export class TokenRefused extends Error {
  constructor(readonly failure: TokenFailure) {
    super(`no token for ARM: ${failure.code}`)
    this.name = 'TokenRefused'
  }
}

/**
 * A user's token in the SDK's form. Where ARM's challenge contains claims, no exchange can satisfy them: they go back
 * to the browser, so the credential refuses instead of requesting another token.
 * Source: https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function armCredential(source: TokenSource): TokenCredential {
  return {
    getToken: async (_scopes, options) => {
      if (options?.claims !== undefined) {
        const claims = Buffer.from(options.claims).toString('base64')
        source.drop(claims)
        throw new TokenRefused({ code: 'claims-challenge', claims })
      }
      const signal = options?.abortSignal instanceof AbortSignal ? options.abortSignal : new AbortController().signal
      const token = await source.get(signal)
      if (!token.ok) throw new TokenRefused(token.failure)
      return { token: token.value.token, expiresOnTimestamp: token.value.expiresAt }
    },
  }
}
