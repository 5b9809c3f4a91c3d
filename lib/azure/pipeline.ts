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

/** The request would have taken a token to another host. */
export class ForeignHost extends Error {
  constructor() {
    super('refused to send a token to a host that is not ARM')
    this.name = 'ForeignHost'
  }
}

/**
 * Adds the token, to requests for the configured ARM and to no other: whatever URL a page names as its next, the token
 * goes nowhere else. Asks for the token each time, so that one that was dropped is not used again.
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
 * What every request to ARM passes through, bound to one person. Built up from nothing, so it retries nothing, follows
 * no redirect and logs nothing: the scheduler does the first, nobody does the others.
 */
export function armPipeline(credential: TokenCredential, armEndpoint: string, scope: string): Pipeline {
  const pipeline = createEmptyPipeline()
  pipeline.addPolicy(userAgentPolicy({ userAgentPrefix: 'sealwatch' }))
  pipeline.addPolicy(setClientRequestIdPolicy())
  pipeline.addPolicy(authorize(credential, armEndpoint, scope), { phase: 'Sign' })
  return pipeline
}
