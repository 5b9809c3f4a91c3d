import 'server-only'
import { ManagedIdentityApplication } from '@azure/msal-node'
import { fail, ok, type Result } from '@/lib/shared/result'
import { msalNetwork } from './msal-network'

/** A user-assigned managed identity of the machine, and the audience of its token. */
export interface IdentityRequest {
  readonly clientId: string
  readonly audience: string
}

/** One for each identity: it caches tokens until shortly before they expire, as the endpoint requires. */
const applications = new Map<string, ManagedIdentityApplication>()

function applicationOf(clientId: string): ManagedIdentityApplication {
  const known = applications.get(clientId)
  if (known !== undefined) return known
  const made = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
    system: { networkClient: msalNetwork },
  })
  applications.set(clientId, made)
  return made
}

/**
 * A token of a managed identity. The failure has no detail: the endpoint's words must not reach a response.
 * Source: https://learn.microsoft.com/azure/container-apps/managed-identity (REST endpoint reference)
 */
export async function managedIdentityToken(request: IdentityRequest): Promise<Result<string, 'unusable-credential'>> {
  try {
    const { accessToken } = await applicationOf(request.clientId).acquireToken({ resource: request.audience })
    return accessToken === '' ? fail('unusable-credential') : ok(accessToken)
  } catch {
    return fail('unusable-credential')
  }
}
