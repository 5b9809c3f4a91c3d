import 'server-only'
import { allowOnly, noSuchAddress } from '@/lib/http/endpoint'
import { fleetEndpoint, fleetStopEndpoint } from '@/lib/http/fleet-endpoint'
import { fleetHistoryEndpoint } from '@/lib/http/fleet-history-endpoint'
import { notesGet, viewsGet } from '@/lib/http/notes-endpoint'
import { retirementPost } from '@/lib/http/retirement-endpoint'
import { troubleshootGet, troubleshootPost } from '@/lib/http/troubleshoot-endpoint'
import { instanceEndpoint, vmEndpoint } from '@/lib/http/vm-endpoint'
import { vmHistoryEndpoint } from '@/lib/http/vm-history-endpoint'
import { vmTimelineEndpoint } from '@/lib/http/vm-timeline-endpoint'
import { noticesGet, watchesGet } from '@/lib/http/watches-endpoint'

type Handler = typeof fleetEndpoint

const vm = 'vms/:subscription/:group/:name'

/** What the pages of a file ask for, by path below `/api/v1/` and method. Nothing is stored, so that nothing is changed. */
const routes: readonly (readonly [string, Readonly<Record<string, Handler>>])[] = [
  ['fleet', { GET: fleetEndpoint, DELETE: fleetStopEndpoint }],
  ['fleet/history', { GET: fleetHistoryEndpoint }],
  ['retirement', { POST: retirementPost }],
  ['notes', { GET: notesGet }],
  ['views', { GET: viewsGet }],
  ['watches', { GET: watchesGet }],
  ['notices', { GET: noticesGet }],
  [vm, { GET: vmEndpoint }],
  [`${vm}/history`, { GET: vmHistoryEndpoint }],
  [`${vm}/timeline`, { GET: vmTimelineEndpoint }],
  [`${vm}/troubleshoot`, { GET: troubleshootGet, POST: troubleshootPost }],
  ['vmss/:subscription/:group/:scaleSet/:instance', { GET: instanceEndpoint }],
]

/** The parameters of a path that has the form of a pattern, still encoded as the framework leaves them; otherwise null. */
function parametersOf(pattern: string, path: readonly string[]): Readonly<Record<string, string>> | null {
  const parts = pattern.split('/')
  if (parts.length !== path.length) return null
  const found: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const given = path[index] ?? ''
    if (part.startsWith(':')) found[part.slice(1)] = given
    else if (part !== given) return null
  }
  return found
}

/** Answers a request of the page with the handlers of the server. */
export async function answer(request: Request): Promise<Response> {
  const [, api, version, ...path] = new URL(request.url).pathname.split('/')
  if (api !== 'api' || version !== 'v1') return noSuchAddress()
  for (const [pattern, handlers] of routes) {
    const params = parametersOf(pattern, path)
    if (params === null) continue
    const handler = handlers[request.method]
    const methods = Object.keys(handlers).join(', ')
    return handler === undefined ? allowOnly(methods)() : handler(request, { params: Promise.resolve(params) })
  }
  return noSuchAddress()
}
