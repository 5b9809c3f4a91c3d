import 'server-only'
import { ComputeManagementClient } from '@azure/arm-compute'
import type { TokenCredential } from '@azure/core-auth'
import type { HttpClient, Pipeline } from '@azure/core-rest-pipeline'
import { replaceApiVersion } from './api-versions'

/**
 * The Compute SDK of one session: one client per subscription, because creating a client costs as much as a request.
 * Each request goes through the HTTP client of its attempt, which is found by the request's signal.
 */
export class ComputeClients {
  readonly #clients = new Map<string, ComputeManagementClient>()
  readonly #attempts = new WeakMap<object, { readonly http: HttpClient; readonly apiVersion: string }>()
  readonly #router: HttpClient = {
    sendRequest: (request) => {
      const attempt = this.#attempts.get(request.abortSignal ?? this)
      if (attempt === undefined) throw new Error('a request that belongs to no attempt')
      // The SDK hard-codes one api-version in each operation, and no option changes it.
      request.url = replaceApiVersion(request.url, attempt.apiVersion)
      return attempt.http.sendRequest(request)
    },
  }

  constructor(
    private readonly credential: TokenCredential,
    private readonly endpoint: string,
    private readonly pipeline: Pipeline,
  ) {}

  /** @param attempt the HTTP client for the one request with this signal, and its api-version */
  client(
    subscriptionId: string,
    attempt: { readonly http: HttpClient; readonly apiVersion: string },
    signal: AbortSignal,
  ): ComputeManagementClient {
    this.#attempts.set(signal, attempt)
    const known = this.#clients.get(subscriptionId)
    if (known !== undefined) return known
    const { endpoint, pipeline } = this
    const made = new ComputeManagementClient(this.credential, subscriptionId, {
      endpoint,
      pipeline,
      httpClient: this.#router,
    })
    this.#clients.set(subscriptionId, made)
    return made
  }
}
