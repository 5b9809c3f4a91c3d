import type { SimRequest, SimResponse } from '../model/http'
import { getEndpoints } from '../arm/metadata'
import { control } from '../control/routes'
import { crossSiteRefusal } from '../control/guard'
import { demoForm, demoPage } from '../control/demo-page'
import { vmForm, vmPage } from '../control/vm-page'
import { receiveWebhook } from '../control/webhooks'
import { graph, isGraph } from '../directory/graph'
import { entraReply } from '../entra/reply'
import { matchEntra } from '../entra/routes'
import { arm } from './arm'
import { whole, type Reply } from './delivery'
import { isStorage, storage } from './storage'
import type { Simulator } from './state'

async function browserOnly(simulator: Simulator, request: SimRequest): Promise<SimResponse> {
  const { pathname } = request.url
  if (pathname === '/' && request.method === 'GET') return demoPage(simulator)
  const refusal = crossSiteRefusal(simulator, request)
  if (refusal !== null) return refusal
  if (pathname === '/' && request.method === 'POST') return demoForm(simulator, request)
  if (pathname === '/vms') return request.method === 'POST' ? vmForm(simulator, request) : vmPage(simulator, request)
  if (pathname === '/_simulator' || pathname.startsWith('/_simulator/')) return control(simulator, request)
  return { status: 404, json: { error: 'nothing here' } }
}

/** Dispatches a request: fake Entra on both listeners, ARM on https, the controls on http, webhooks on both. */
export async function dispatch(simulator: Simulator, request: SimRequest): Promise<Reply> {
  const started = simulator.now()
  const entra = matchEntra(request)
  let reply: Reply
  if (entra !== null) reply = await entraReply(simulator, request, entra)
  else if (request.url.pathname.startsWith('/_webhooks/')) reply = whole(await receiveWebhook(simulator, request))
  else if (request.listener === 'browser') reply = whole(await browserOnly(simulator, request))
  else if (isGraph(request)) reply = whole(await graph(simulator, request))
  else if (isStorage(request)) reply = await storage(simulator, request)
  else if (request.method === 'GET' && request.url.pathname === '/metadata/endpoints')
    reply = whole(getEndpoints({ origin: simulator.origins.server }))
  else reply = await arm(simulator, request)
  // Never the query: it can contain codes, hints and tokens.
  simulator.log(
    `${request.listener} ${request.method} ${request.url.pathname} ${reply.response.status} ${simulator.now() - started} ms`,
  )
  return reply
}
