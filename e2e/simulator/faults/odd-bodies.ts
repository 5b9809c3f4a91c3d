import { gzipSync } from 'node:zlib'
import { isObject } from '../arm/json'
import type { SimResponse } from '../model/http'

const tooManyBytes = 33 * 1024 * 1024

/** Valid JSON with a content type other than JSON. */
export function mistyped(response: SimResponse): SimResponse {
  return { ...response, headers: { ...response.headers, 'content-type': 'text/plain' } }
}

const spaces = Buffer.alloc(tooManyBytes, ' ')
let packedSpaces: Buffer | null = null

/** A body over every limit: the right one, then spaces. Compressed if the client accepts that, as in ARM. */
export function oversized(response: SimResponse, acceptsGzip: boolean): SimResponse {
  const { status, headers = {} } = response
  const right = Buffer.from(JSON.stringify(response.json ?? null))
  if (!acceptsGzip) return { status, headers, text: Buffer.concat([right, spaces]) }
  packedSpaces ??= gzipSync(spaces)
  // A gzip body may have several members in sequence.
  const text = Buffer.concat([gzipSync(right), packedSpaces])
  return { status, headers: { ...headers, 'content-encoding': 'gzip' }, text }
}

const words: readonly (readonly [RegExp, string])[] = [
  [/"EncryptionState\/\w+"/g, '"EncryptionState/enchanted"'],
  [/"PowerState\/\w+"/g, '"PowerState/dreaming"'],
  [/"provisioningState":"\w+"/g, '"provisioningState":"Splendid"'],
  [/\\"(os|data)\\":\\"\w+\\"/g, '\\"$1\\":\\"Enchanted\\"'],
]

/** Values of a future version of Azure. */
export function reworded(response: SimResponse): SimResponse {
  const text = words.reduce((all, [known, unused]) => all.replace(known, unused), JSON.stringify(response.json ?? null))
  if (response.status !== 200) return response
  const json: unknown = JSON.parse(text)
  return { ...response, json }
}

/** Every element of a list a second time. */
export function doubled(response: SimResponse): SimResponse {
  const body = response.status === 200 && isObject(response.json) ? response.json : {}
  const twice = Object.entries(body).map(([name, value]: [string, unknown]): [string, unknown] => [
    name,
    Array.isArray(value) && (name === 'data' || name === 'value') ? value.concat(value) : value,
  ])
  return twice.length === 0 ? response : { ...response, json: Object.fromEntries(twice) }
}
