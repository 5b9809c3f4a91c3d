import 'server-only'
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'

/** A sent request and its response; `response` is null where none arrived, and `error` says why. */
export interface Recorded {
  readonly request: PipelineRequest
  readonly response: PipelineResponse | null
  readonly error: unknown
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
      let error: unknown = null
      try {
        response = await inner.sendRequest(request)
        return response
      } catch (thrown) {
        error = thrown
        throw thrown
      } finally {
        await onExchange({ request, response, error })
      }
    },
  }
}
