import type { JWTPayload } from 'jose'
import type { BlobAccess, BlobState, StoredBlob } from '../control/blob-state'
import { storageResource } from '../entra/scopes'
import { firstIssuerOf } from '../entra/issuers'
import { textClaim, verifyOwnToken } from '../entra/verify'
import type { SimRequest, SimResponse } from '../model/http'
import { storagePrefix } from '../related-resources/storage'
import { storageError } from './storage-error'
import type { Simulator, Tenant } from './state'

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const rank: Readonly<Record<BlobAccess, number>> = { none: 0, read: 1, write: 2 }

const unauthenticated = (message: string): SimResponse => {
  const refusal = storageError(401, 'InvalidAuthenticationInfo', message)
  return { ...refusal, headers: { ...refusal.headers, 'www-authenticate': `Bearer resource_id=${storageResource}` } }
}
const missing = (header: string): SimResponse =>
  storageError(
    400,
    'MissingRequiredHeader',
    `An HTTP header that's mandatory for this request is not specified: ${header}.`,
  )
const forbidden = storageError(
  403,
  'AuthorizationPermissionMismatch',
  'This request is not authorized to perform this operation using this permission.',
)
const noContainer = storageError(404, 'ContainerNotFound', 'The specified container does not exist.')
const noBlob = storageError(404, 'BlobNotFound', 'The specified blob does not exist.')

type Caller = { readonly refusal: SimResponse } | { readonly claims: JWTPayload }

/** The claims of a token for Azure Storage, sent with a version that knows such tokens; or the refusal. */
async function callerOf(simulator: Simulator, { world }: Tenant, request: SimRequest): Promise<Caller> {
  const refuse = (refusal: SimResponse): Caller => ({ refusal })
  const token = /^Bearer +([^ ]+)$/i.exec(request.headers['authorization'] ?? '')?.[1]
  if (token === undefined)
    return refuse(storageError(404, 'ResourceNotFound', 'The specified resource does not exist.'))
  if ((request.headers['x-ms-version'] ?? '') < '2017-11-09')
    return refuse(
      storageError(403, 'AuthenticationFailed', 'Authentication scheme Bearer is not supported in this version.'),
    )
  if (Number.isNaN(Date.parse(request.headers['x-ms-date'] ?? ''))) return refuse(missing('x-ms-date'))
  const verified = await verifyOwnToken(simulator, token, storageResource)
  if (verified.kind === 'wrong-audience') return refuse(unauthenticated('Audience validation failed.'))
  if (verified.kind === 'bad') return refuse(unauthenticated('Signature validation failed.'))
  if (verified.kind === 'expired') return refuse(unauthenticated('Lifetime validation failed. The token is expired.'))
  if (verified.claims.iss !== firstIssuerOf(simulator, world.tenantId))
    return refuse(unauthenticated('Issuer validation failed.'))
  return { claims: verified.claims }
}

/** Only the tenant's service principals have a role on the account. */
function accessOf({ world, blobs }: Tenant, claims: JWTPayload): BlobAccess {
  const known = world.servicePrincipals.some(({ objectId }) => objectId === textClaim(claims, 'oid'))
  return known ? blobs.access : 'none'
}

/** A page of names; the marker is the first name of the next one. */
function list(blobs: BlobState, container: ReadonlyMap<string, StoredBlob>, query: URLSearchParams): SimResponse {
  const [prefix, marker] = [query.get('prefix') ?? '', query.get('marker') ?? '']
  const names = [...container.keys()].filter((name) => name.startsWith(prefix) && name >= marker).sort()
  const size = Math.min(blobs.pageSize, Number(query.get('maxresults') ?? blobs.pageSize))
  const page = names.slice(0, size).map((name) => `<Blob><Name>${xml(name)}</Name></Blob>`)
  const next = xml(names[size] ?? '')
  const text = `<?xml version="1.0" encoding="utf-8"?><EnumerationResults><Blobs>${page.join('')}</Blobs><NextMarker>${next}</NextMarker></EnumerationResults>`
  return { status: 200, headers: { 'content-type': 'application/xml' }, text }
}

function put(container: Map<string, StoredBlob>, name: string, request: SimRequest): SimResponse {
  const type = request.headers['x-ms-blob-type']
  if (type === undefined) return missing('x-ms-blob-type')
  if (type !== 'BlockBlob') return storageError(400, 'InvalidHeaderValue', 'The value for one of the headers is wrong.')
  container.set(name, { type: request.headers['content-type'] ?? '', content: request.body })
  return { status: 201, text: '' }
}

function perform(tenant: Tenant, request: SimRequest, access: BlobAccess): SimResponse {
  const { pathname, searchParams } = request.url
  const [, containerName = '', ...rest] = pathname.slice(storagePrefix.length).split('/')
  const name = decodeURIComponent(rest.join('/'))
  const wanted = request.method === 'GET' ? 'read' : 'write'
  if (rank[access] < rank[wanted]) return forbidden
  const container = tenant.blobs.containers.get(containerName)
  if (container === undefined) return noContainer
  if (name === '') {
    const isList = searchParams.get('restype') === 'container' && searchParams.get('comp') === 'list'
    if (request.method === 'GET' && isList) return list(tenant.blobs, container, searchParams)
    return storageError(400, 'InvalidQueryParameterValue', 'Only a container can be listed here.')
  }
  if (request.method === 'PUT') return put(container, name, request)
  const blob = container.get(name)
  if (blob === undefined) return noBlob
  if (request.method === 'GET') return { status: 200, headers: { 'content-type': blob.type }, text: blob.content }
  if (request.method !== 'DELETE') return storageError(405, 'UnsupportedHttpVerb', 'The resource does not support it.')
  container.delete(name)
  return { status: 202, text: '' }
}

/**
 * The tenant's account for reports: list, put, get and delete of block blobs with a token of Entra. The codes are those of
 * https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes.
 */
export async function blobAnswer(simulator: Simulator, tenant: Tenant, request: SimRequest): Promise<SimResponse> {
  const caller = await callerOf(simulator, tenant, request)
  return 'refusal' in caller ? caller.refusal : perform(tenant, request, accessOf(tenant, caller.claims))
}
