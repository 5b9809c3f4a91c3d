import 'server-only'
import { AuthError, ConfidentialClientApplication } from '@azure/msal-node'
import { clientProof } from './client-credential'
import { authorityMetadata, type ExchangeSettings } from './exchange'
import { msalNetwork } from './msal-network'

export type CredentialOutcome =
  | { readonly kind: 'accepted' }
  /** `number` is that of Entra's AADSTS message, 0 where there was none. */
  | { readonly kind: 'refused'; readonly number: number }
  | { readonly kind: 'unusable' }
  | { readonly kind: 'unreachable' }

/** The answer of the directory, as far as it is one. */
function refusalOf(error: unknown): CredentialOutcome {
  const found = error instanceof AuthError ? /AADSTS(\d+)/.exec(error.message)?.[1] : undefined
  return found === undefined ? { kind: 'unreachable' } : { kind: 'refused', number: Number(found) }
}

/**
 * Asks for a token in the API's own name and throws it away. It would be good for nothing: the application has no rights
 * of its own.
 */
export async function tryCredential(
  settings: ExchangeSettings & { readonly tenantId: string },
): Promise<CredentialOutcome> {
  const proof = await clientProof(settings.credential)
  if (!proof.ok) return { kind: 'unusable' }
  const authority = `${settings.authorityHost}/${settings.tenantId}`
  try {
    const client = new ConfidentialClientApplication({
      auth: {
        clientId: settings.apiClientId,
        authority,
        authorityMetadata: authorityMetadata(authority),
        knownAuthorities: [new URL(settings.authorityHost).host],
        ...proof.value,
      },
      system: { networkClient: msalNetwork },
    })
    await client.acquireTokenByClientCredential({ scopes: [settings.armScope], skipCache: true })
    return { kind: 'accepted' }
  } catch (error) {
    return refusalOf(error)
  }
}
