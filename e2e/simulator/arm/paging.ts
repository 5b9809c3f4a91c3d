import type { ArmContext } from '../model/http'
import { badRequest } from './errors'
import type { SimResponse } from '../model/http'

/** Page size of the Compute lists. */
export const pageSize = 50

function encode(offset: number): string {
  return Buffer.from(`{"offset":${offset}}`).toString('base64url')
}

/** The position that a `$skiptoken` encodes; null if this simulator did not issue it. */
function decode(token: string): number | null {
  const match = /^\{"offset":(\d+)\}$/.exec(Buffer.from(token, 'base64url').toString())
  return match?.[1] === undefined ? null : Number(match[1])
}

/** One page of `items`; `path` (with the caller's spelling) and the query go into `nextLink`, plus a `$skiptoken`. */
export function page<T>(
  context: ArmContext,
  path: string,
  items: readonly T[],
  render: (item: T) => unknown,
): SimResponse {
  const token = context.query.get('$skiptoken') ?? context.query.get('$skipToken')
  const offset = token === null ? 0 : decode(token)
  if (offset === null) return badRequest('InvalidParameter', 'The skip token is not valid.')
  const value = items.slice(offset, offset + pageSize).map(render)
  const next = offset + pageSize
  if (next >= items.length) return { status: 200, json: { value } }
  const kept = [...context.query].filter(([name]) => name.toLowerCase() !== '$skiptoken')
  const query = [...kept, ['$skiptoken', encode(next)]]
    .map(([name = '', text = '']) => `${name}=${encodeURIComponent(text)}`)
    .join('&')
  return { status: 200, json: { value, nextLink: `${context.origin}${encodeURI(path)}?${query}` } }
}
