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
import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import type { CollectorConfig } from '@/lib/config/collector-config'
import { outgoingAgents, proxyFor } from '@/lib/config/outgoing-proxy'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { ArmToken, TokenFailure, TokenSource } from '@/lib/shared/token-source'
import { authorityFetch } from './authority-fetch'
import { isWrongConfiguration } from './exchange'

/** A token is renewed this long before it expires. */
const marginMilliseconds = 300_000
/** A request to Entra takes no longer, with its second try; by itself the identity library waits without end. */
const timeoutMilliseconds = 20_000

const agentFor = outgoingAgents({ keepAlive: true })

/** Ends a request in time, and gives its connection to a proxy the limits that all others have. */
const timeLimit: PipelinePolicy = {
  name: 'timeLimit',
  sendRequest: (request, next) => {
    if (proxyFor(request.url) !== null) request.agent = agentFor(request.url)
    const signals = [request.abortSignal, AbortSignal.timeout(timeoutMilliseconds)]
    request.abortSignal = AbortSignal.any(signals.filter((signal) => signal instanceof AbortSignal))
    return next(request)
  },
}

function credentialOf(config: CollectorConfig): TokenCredential {
  const { credential, tenantId, authorityHost, ownAuthority } = config
  const options = {
    authorityHost,
    disableInstanceDiscovery: ownAuthority,
    retryOptions: { maxRetries: 1 },
    additionalPolicies: [{ policy: timeLimit, position: 'perCall' as const }],
  }
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

/** What the operator must correct: codes of OAuth, and of a file with a proof that cannot be read. */
const isWrong = (code: string): boolean =>
  isWrongConfiguration(code) || ['invalid_grant', 'ENOENT', 'EACCES', 'EISDIR'].includes(code)

/** Whether the directory answers that it has no such tenant; false where it does not answer. */
async function isUnknownTenant({ authorityHost, tenantId }: CollectorConfig): Promise<boolean> {
  const address = `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`
  try {
    const { status } = await authorityFetch(address, { method: 'GET', headers: { accept: 'application/json' } })
    return status >= 400 && status < 500
  } catch {
    return false
  }
}

/**
 * Whether the operator must correct something. Of MSAL's errors the library keeps only the text, which begins with a code;
 * that of an unknown tenant and of a directory that does not answer is the same.
 */
async function isConfiguration(error: unknown, config: CollectorConfig): Promise<boolean> {
  if (!(error instanceof Error)) return false
  const [code = ''] = error.message.split(':')
  if (code === 'endpoints_resolution_error') return isUnknownTenant(config)
  if (error instanceof CredentialUnavailableError || isWrong(code)) return true
  return error instanceof AuthenticationError && error.statusCode < 500
}

/** Classifies what the identity library throws; its texts can quote the request, so they go no further. */
async function failureOf(error: unknown, config: CollectorConfig): Promise<TokenFailure> {
  const isOurs = await isConfiguration(error, config)
  return { code: isOurs ? 'configuration-invalid' : 'entra-down', claims: null }
}

/** What is asked for, or a failure as soon as the signal aborts: others may still wait for the same. */
function unlessAborted(
  asked: Promise<Result<ArmToken, TokenFailure>>,
  signal: AbortSignal,
  code: 'cancelled' | 'entra-down',
): Promise<Result<ArmToken, TokenFailure>> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => resolve(fail({ code, claims: null }))
    signal.addEventListener('abort', cancel, { once: true })
    if (signal.aborted) cancel()
    asked.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel))
  })
}

/**
 * Tokens of the collector's identity. One source for each scope serves the whole process.
 * @param scope of the tokens: ARM's unless another one is given
 */
export function serviceTokenSource(config: CollectorConfig, scope: string = config.armScope): TokenSource {
  const credential = credentialOf(config)
  let token: ArmToken | null = null
  let asking: Promise<Result<ArmToken, TokenFailure>> | null = null
  const ask = async (): Promise<Result<ArmToken, TokenFailure>> => {
    try {
      const answer = await credential.getToken(scope)
      if (answer === null) return fail({ code: 'configuration-invalid', claims: null })
      token = { token: answer.token, expiresAt: answer.expiresOnTimestamp }
      return ok(token)
    } catch (error) {
      return fail(await failureOf(error, config))
    }
  }
  // The library's time limit ends with the head of an answer: a body that stops halfway needs this one.
  const askInTime = (): Promise<Result<ArmToken, TokenFailure>> =>
    unlessAborted(ask(), AbortSignal.timeout(timeoutMilliseconds), 'entra-down').finally(() => {
      asking = null
    })
  return {
    get: (signal) => {
      if (token !== null && token.expiresAt - marginMilliseconds > Date.now()) return Promise.resolve(ok(token))
      return unlessAborted((asking ??= askInTime()), signal, 'cancelled')
    },
    drop: () => {
      token = null
    },
  }
}
