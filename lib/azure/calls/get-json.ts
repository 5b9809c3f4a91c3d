import 'server-only'
import { createPipelineRequest, type HttpClient } from '@azure/core-rest-pipeline'
import { withApiVersion } from '../api-versions'
import type { ArmSession } from '../session'

/** A GET of an ARM address, in the form that `perform` sends. */
export function getJson(session: ArmSession, url: string) {
  return (http: HttpClient, abortSignal: AbortSignal, apiVersion: string): Promise<unknown> =>
    session.pipeline.sendRequest(
      http,
      createPipelineRequest({ url: withApiVersion(url, apiVersion), method: 'GET', abortSignal }),
    )
}

/** A POST that only reads, such as the query of Resource Graph. */
export function postJson(session: ArmSession, url: string, body: unknown) {
  return (http: HttpClient, abortSignal: AbortSignal, apiVersion: string): Promise<unknown> => {
    const address = withApiVersion(url, apiVersion)
    const request = createPipelineRequest({ url: address, method: 'POST', abortSignal, body: JSON.stringify(body) })
    request.headers.set('content-type', 'application/json')
    return session.pipeline.sendRequest(http, request)
  }
}
