import 'server-only'
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'

/** A sent request and its response; `response` is null where none arrived. */
export interface Recorded {
  readonly request: PipelineRequest
  readonly response: PipelineResponse | null
}

/**
 * Sends through another client and passes on each request with its response. The request's headers contain the user's
 * token.
 */
export function recordingTransport(inner: HttpClient, onExchange: (recorded: Recorded) => void): HttpClient {
  return {
    sendRequest: async (request) => {
      try {
        const response = await inner.sendRequest(request)
        onExchange({ request, response })
        return response
      } catch (error) {
        onExchange({ request, response: null })
        throw error
      }
    },
  }
}
