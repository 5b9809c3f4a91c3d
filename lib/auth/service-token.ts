import 'server-only'
import {
  AuthenticationError,
  ClientCertificateCredential,
  ClientSecretCredential,
  CredentialUnavailableError,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from '@azure/identity'
import type { TokenCredential } from '@azure/core-auth'
import type { CollectorConfig } from '@/lib/config/collector-config'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { ArmToken, TokenFailure, TokenSource } from '@/lib/shared/token-source'

/** A token is renewed this long before it expires. */
const marginMilliseconds = 300_000

function credentialOf(config: CollectorConfig): TokenCredential {
  const { credential, tenantId, authorityHost, ownAuthority } = config
  const options = { authorityHost, disableInstanceDiscovery: ownAuthority, retryOptions: { maxRetries: 1 } }
  switch (credential.kind) {
    case 'managed-identity':
      return credential.clientId === null
        ? new ManagedIdentityCredential()
        : new ManagedIdentityCredential({ clientId: credential.clientId })
    case 'secret':
      return new ClientSecretCredential(tenantId, credential.clientId, credential.secret, options)
    case 'certificate':
      return new ClientCertificateCredential(tenantId, credential.clientId, credential.path, {
        ...options,
        sendCertificateChain: true,
      })
    case 'federated-token':
      return new WorkloadIdentityCredential({
        ...options,
        tenantId,
        clientId: credential.clientId,
        tokenFilePath: credential.path,
      })
  }
}

/** Classifies what the identity library throws; its texts can quote the request, so they go no further. */
function failureOf(error: unknown, signal: AbortSignal): TokenFailure {
  if (signal.aborted) return { code: 'cancelled', claims: null }
  const ours = error instanceof CredentialUnavailableError || error instanceof AuthenticationError
  const refused = error instanceof AuthenticationError && error.statusCode >= 500
  return { code: ours && !refused ? 'configuration-invalid' : 'entra-down', claims: null }
}

/** Tokens of the collector's identity. One source serves the whole process. */
export function serviceTokenSource(config: CollectorConfig): TokenSource {
  const credential = credentialOf(config)
  let token: ArmToken | null = null
  let asking: Promise<Result<ArmToken, TokenFailure>> | null = null
  const ask = async (signal: AbortSignal): Promise<Result<ArmToken, TokenFailure>> => {
    try {
      const answer = await credential.getToken(config.armScope)
      if (answer === null) return fail({ code: 'configuration-invalid', claims: null })
      token = { token: answer.token, expiresAt: answer.expiresOnTimestamp }
      return ok(token)
    } catch (error) {
      return fail(failureOf(error, signal))
    } finally {
      asking = null
    }
  }
  return {
    get: (signal) => {
      if (token !== null && token.expiresAt - marginMilliseconds > Date.now()) return Promise.resolve(ok(token))
      return (asking ??= ask(signal))
    },
    drop: () => {
      token = null
    },
  }
}
