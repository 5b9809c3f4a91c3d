import 'server-only'
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'

/** A sent request and its response; `response` is null where none arrived. */
export interface Recorded {
  readonly request: PipelineRequest
  readonly response: PipelineResponse | null
}

/**
 * Sends through another client and passes on each request with its response. The request's headers contain the user's
 * token. The response arrives only after it was taken.
 */
export function recordingTransport(
  inner: HttpClient,
  onExchange: (recorded: Recorded) => Promise<void> | void,
): HttpClient {
  return {
    sendRequest: async (request) => {
      let response: PipelineResponse | null = null
      try {
        response = await inner.sendRequest(request)
        return response
      } finally {
        await onExchange({ request, response })
      }
    },
  }
}
