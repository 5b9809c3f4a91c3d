import 'server-only'
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'

/** A request as it went out and what came back; `response` is null where nothing did. */
export interface Recorded {
  readonly request: PipelineRequest
  readonly response: PipelineResponse | null
}

/** Sends by another client and hands on each request with its answer. The token in the request's headers is theirs alone. */
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
