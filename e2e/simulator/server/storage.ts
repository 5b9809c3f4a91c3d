import { distort, insteadOf } from '../faults/apply'
import type { Scene } from '../faults/kinds'
import { striking } from '../faults/select'
import { advance } from '../lifecycle/advance'
import type { SimRequest, SimResponse } from '../model/http'
import { serialConsoleLog } from '../related-resources/serial-log'
import {
  blobPath,
  checkAccess,
  reportAccount,
  storageAccount,
  storagePrefix,
  type AccessCheck,
} from '../related-resources/storage'
import { blobAnswer } from './blobs'
import { whole, type Reply } from './delivery'
import { record } from './ledger'
import type { Simulator, Tenant } from './state'
import { storageError } from './storage-error'

const headers = { 'x-ms-version': '2018-11-09', 'x-ms-blob-type': 'AppendBlob', 'accept-ranges': 'bytes' }

const refusals: Readonly<Record<Exclude<AccessCheck, 'granted'>, SimResponse>> = {
  forged: storageError(403, 'AuthenticationFailed', 'Signature did not match.'),
  expired: storageError(403, 'AuthenticationFailed', 'Signed expiry time has passed.'),
}

/** The blob, or the part in a `Range` header. */
function deliverBlob(text: string, range: string | undefined): SimResponse {
  const bytes = Buffer.from(text, 'utf8')
  const wanted = /^bytes=(\d*)-(\d*)$/.exec(range ?? '')
  const type = { ...headers, 'content-type': 'text/plain' }
  if (wanted === null || (wanted[1] === '' && wanted[2] === '')) return { status: 200, headers: type, text: bytes }
  const [, from = '', to = ''] = wanted
  const start = from === '' ? Math.max(0, bytes.length - Number(to)) : Number(from)
  const end = from === '' || to === '' ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1)
  if (start > end) return storageError(416, 'InvalidRange', 'The range specified is invalid for the blob.')
  const place = `bytes ${start}-${end}/${bytes.length}`
  return { status: 206, headers: { ...type, 'content-range': place }, text: bytes.subarray(start, end + 1) }
}

function answer({ world }: Tenant, request: SimRequest): SimResponse {
  if (request.headers['authorization'] !== undefined)
    return storageError(400, 'InvalidAuthenticationInfo', 'Authentication information is given twice.')
  if (request.method !== 'GET') return storageError(405, 'UnsupportedHttpVerb', 'The resource does not support it.')
  const { pathname, searchParams } = request.url
  const access = checkAccess(pathname, searchParams, world.clock.now())
  if (access !== 'granted') return refusals[access]
  const vm = [...world.vms.values()].find((each) => blobPath(world.tenantId, each, 'serialconsole.log') === pathname)
  if (vm === undefined) return storageError(404, 'BlobNotFound', 'The specified blob does not exist.')
  const range = request.headers['x-ms-range'] ?? request.headers['range']
  return deliverBlob(serialConsoleLog(advance(vm, world.clock.now())), range)
}

/** True for requests that the https listener serves as a storage host. */
export function isStorage(request: SimRequest): boolean {
  return request.listener === 'server' && request.url.pathname.startsWith(storagePrefix)
}

const blobRoutes: Readonly<Record<string, string>> = { PUT: 'blob-put', DELETE: 'blob-delete' }

interface Account {
  readonly tenant: Tenant
  readonly route: string
  readonly answer: () => Promise<SimResponse>
}

/** The account of the path, and the route under which its request is counted. */
function accountOf(simulator: Simulator, request: SimRequest): Account | undefined {
  const name = request.url.pathname.slice(storagePrefix.length).split('/')[0]
  for (const tenant of simulator.tenants.values()) {
    const { tenantId } = tenant.world
    if (name === reportAccount(tenantId)) {
      const route = blobRoutes[request.method] ?? (request.url.searchParams.has('comp') ? 'blob-list' : 'blob-get')
      return { tenant, route, answer: () => blobAnswer(simulator, tenant, request) }
    }
    if (name === storageAccount(tenantId)) {
      const route = request.headers['authorization'] === undefined ? 'storage-blob' : 'storage-token'
      return { tenant, route, answer: () => Promise.resolve(answer(tenant, request)) }
    }
  }
  return undefined
}

/**
 * Fake storage. The addresses from `retrieveBootDiagnosticsData` are authorised only by their signature: a request that
 * also contains a token is refused and counted as `storage-token`, because clients must never send a token there. The
 * account for reports takes tokens alone.
 */
export async function storage(simulator: Simulator, request: SimRequest): Promise<Reply> {
  const { pathname } = request.url
  const account = accountOf(simulator, request)
  if (account === undefined)
    return whole(storageError(404, 'ResourceNotFound', 'The specified resource does not exist.'))
  const { tenant, route } = account
  const scene: Scene = {
    url: request.url,
    body: request.body,
    origin: request.url.origin,
    tenantId: tenant.world.tenantId,
    objectId: '',
  }
  const faults = striking(tenant.world.faults, tenant.faults, { route, path: pathname, immune: () => false })
  const reply = distort(faults, insteadOf(faults, scene) ?? (await account.answer()), scene, 0)
  record(tenant.world, tenant.ledger, {
    at: simulator.now(),
    route,
    method: request.method,
    path: pathname,
    status: reply.response.status,
    caller: null,
    fault: faults.map(({ kind }) => kind).join(',') || null,
  })
  return reply
}
