import 'server-only'
import { randomUUID } from 'node:crypto'
import { serverConfig } from '@/lib/config/config'
import { snapshotConfig } from '@/lib/config/snapshot-config'
import type { Deployment } from '@/lib/contract/deployment'
import { jsonResponse } from './responses'

/** `GET /deployment`: what `doctor` asks for. Picked field by field, so that a secret cannot slip through. */
export function deployment(request: Request): Response {
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
    proxies: snapshotConfig().proxies,
  }
  return jsonResponse(answer, randomUUID())
}
