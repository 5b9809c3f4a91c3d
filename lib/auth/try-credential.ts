import 'server-only'
import { AuthError, ConfidentialClientApplication } from '@azure/msal-node'
import { clientProof } from './client-credential'
import { authorityMetadata, type ExchangeSettings } from './exchange'
import { msalNetwork } from './msal-network'

export type CredentialOutcome =
  | { readonly kind: 'accepted' }
  /** `number` is the number of Entra's AADSTS message, 0 where it sent no number. */
  | { readonly kind: 'refused'; readonly number: number }
  | { readonly kind: 'unusable' }
  | { readonly kind: 'unreachable' }

/** The directory's refusal, where the error is one. */
function refusalOf(error: unknown): CredentialOutcome {
  const found = error instanceof AuthError ? /AADSTS(\d+)/.exec(error.message)?.[1] : undefined
  return found === undefined ? { kind: 'unreachable' } : { kind: 'refused', number: Number(found) }
}

/**
 * Requests a token for the application itself and discards it. The token would be useless: the application has no
 * permissions.
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
