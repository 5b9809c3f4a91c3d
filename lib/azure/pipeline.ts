import 'server-only'
import type { TokenCredential } from '@azure/core-auth'
import {
  createEmptyPipeline,
  setClientRequestIdPolicy,
  userAgentPolicy,
  type Pipeline,
  type PipelinePolicy,
} from '@azure/core-rest-pipeline'
import { isOfArm } from './arm-address'

/** The request would have sent a token to another host. */
export class ForeignHost extends Error {
  constructor() {
    super('refused to send a token to a host that is not ARM')
    this.name = 'ForeignHost'
  }
}

/**
 * Adds the token to requests for the configured ARM only: whichever URL a response names as the next page, the token
 * goes nowhere else. Requests the token each time, so that a dropped one is not used again.
 */
function authorize(credential: TokenCredential, armEndpoint: string, scope: string): PipelinePolicy {
  return {
    name: 'sealwatchAuthorize',
    sendRequest: async (request, next) => {
      if (!isOfArm(new URL(request.url), armEndpoint)) throw new ForeignHost()
      const token = await credential.getToken(scope, {
        abortSignal: request.abortSignal ?? new AbortController().signal,
      })
      request.headers.set('authorization', `Bearer ${token?.token ?? ''}`)
      return next(request)
    },
  }
}

/**
 * The pipeline of every request to ARM, bound to one user. Built from an empty pipeline, so it neither retries, follows
 * redirects nor logs: the scheduler retries, and nothing follows redirects or logs.
 */
export function armPipeline(credential: TokenCredential, armEndpoint: string, scope: string): Pipeline {
  const pipeline = createEmptyPipeline()
  pipeline.addPolicy(userAgentPolicy({ userAgentPrefix: 'sealwatch' }))
  pipeline.addPolicy(setClientRequestIdPolicy())
  pipeline.addPolicy(authorize(credential, armEndpoint, scope), { phase: 'Sign' })
  return pipeline
}
