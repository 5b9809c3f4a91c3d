import 'server-only'
import { serverConfig } from '@/lib/config/config'
import type { Deployment } from '@/lib/contract/deployment'
import { ok } from '@/lib/shared/result'
import { originOf } from './address'
import { openEndpoint } from './endpoint'
import { jsonResponse } from './responses'

/**
 * `GET /deployment`: what `doctor` asks for. Fields are copied one by one, so that no secret is included by accident.
 */
export const deployment = openEndpoint('deployment', ({ requestId }, request) => {
  const { cloud, authorityHost, armEndpoint, tenantId, spaClientId, apiScope } = serverConfig()
  const forwarded = request.headers.get('x-forwarded-for') ?? ''
  const answer: Deployment = {
    product: 'sealwatch',
    now: Date.now(),
    cloud,
    authorityHost,
    armEndpoint,
    tenantId,
    spaClientId,
    apiScope,
    forwardedFor: forwarded.split(',').filter((entry) => entry.trim() !== '').length,
    proxies: originOf(request).proxies,
  }
  return Promise.resolve(ok({ response: jsonResponse(answer, requestId), streamed: false }))
})
