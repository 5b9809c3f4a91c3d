import 'server-only'
import { ComputeManagementClient } from '@azure/arm-compute'
import type { TokenCredential } from '@azure/core-auth'
import type { HttpClient, Pipeline } from '@azure/core-rest-pipeline'

/**
 * The Compute SDK of one session: one client for each subscription, since making one costs as much as a request of it.
 * Each request goes through the HTTP client of its own attempt, which is told by the request's signal.
 */
export class ComputeClients {
  readonly #clients = new Map<string, ComputeManagementClient>()
  readonly #attempts = new WeakMap<object, HttpClient>()
  readonly #router: HttpClient = {
    sendRequest: (request) => {
      const http = this.#attempts.get(request.abortSignal ?? this)
      if (http === undefined) throw new Error('a request that belongs to no attempt')
      return http.sendRequest(request)
    },
  }

  constructor(
    private readonly credential: TokenCredential,
    private readonly endpoint: string,
    private readonly pipeline: Pipeline,
  ) {}

  /** @param http what the one request with this signal goes through */
  client(subscriptionId: string, http: HttpClient, signal: AbortSignal): ComputeManagementClient {
    this.#attempts.set(signal, http)
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
