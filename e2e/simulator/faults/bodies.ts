import type { SimResponse } from '../model/http'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Changes a successful JSON answer; leaves any other as it is. */
function changed(response: SimResponse, change: (body: Fields) => Fields): SimResponse {
  return response.status === 200 && isFields(response.json) ? { ...response, json: change(response.json) } : response
}

/** A proxy's or gateway's page under status 200. */
export function htmlInstead({ headers }: SimResponse): SimResponse {
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'text/html' },
    text: '<!doctype html><title>Sign in to the network</title><h1>Sign in to the network</h1>',
  }
}

/** Invalid JSON, with the right content type. */
export function garbled({ status, headers }: SimResponse): SimResponse {
  return {
    status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    text: '{"value":[{"id":"/subscriptions/,,}]',
  }
}

/** No rows, though the link to the next page stays. */
export function emptied(response: SimResponse): SimResponse {
  return changed(response, (body) => {
    if (Array.isArray(body['value'])) return { ...body, value: [] }
    return Array.isArray(body['data']) ? { ...body, data: [], count: 0 } : body
  })
}

/** Another value instead of the list. */
export function nulled(response: SimResponse): SimResponse {
  return changed(response, (body) => (Array.isArray(body['data']) ? { ...body, data: null } : { ...body, value: null }))
}

/** The skip token of a Resource Graph query. */
function skipTokenOf(body: Buffer): string | null {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'))
    const options = isFields(parsed) ? parsed['options'] : undefined
    const token = isFields(options) ? options['$skipToken'] : undefined
    return typeof token === 'string' ? token : null
  } catch {
    return null
  }
}

/** A list whose next page is the same page; a Resource Graph page that returns the skip token of its request. */
export function repeatedNextLink(response: SimResponse, url: URL, requestBody: Buffer): SimResponse {
  return changed(response, (body) => {
    if (Array.isArray(body['value'])) return { ...body, nextLink: url.href }
    const token = skipTokenOf(requestBody)
    return token === null ? body : { ...body, $skipToken: token }
  })
}

/**
 * A list whose order changed while it was read: the next page begins this many entries later than this one ended, or
 * earlier. Azure's lists continue at a position, independent of the returned entries.
 */
export function shiftedNextPage(response: SimResponse, by: number): SimResponse {
  return changed(response, (body) => {
    if (!Array.isArray(body['value']) || typeof body['nextLink'] !== 'string') return body
    const link = new URL(body['nextLink'])
    const token = Buffer.from(link.searchParams.get('$skiptoken') ?? '', 'base64url').toString()
    const offset = /^\{"offset":(\d+)\}$/.exec(token)?.[1]
    if (offset === undefined) return body
    const shifted = Buffer.from(`{"offset":${Number(offset) + by}}`).toString('base64url')
    link.searchParams.set('$skiptoken', shifted)
    return { ...body, nextLink: link.href }
  })
}

/**
 * A next page on another host. It is the same simulator under its other name, so that a client that follows the link
 * with its token is recorded and counted instead of failing to connect.
 */
export function foreignNextLink(response: SimResponse, url: URL): SimResponse {
  return changed(response, (body) => {
    if (!Array.isArray(body['value'])) return body
    const link =
      typeof body['nextLink'] === 'string' && URL.canParse(body['nextLink']) ? new URL(body['nextLink']) : new URL(url)
    link.hostname = link.hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1'
    return { ...body, nextLink: link.href }
  })
}
