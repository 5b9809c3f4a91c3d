import type { SimResponse } from '../model/http'
import { isObject, parseObject } from './json'

const headers = { 'content-type': 'application/json; charset=utf-8' }

/** A recorded VM: byte for byte if the request expands the instance view, without it otherwise. */
export function recordedBody(text: string, expand: boolean): SimResponse {
  if (expand) return { status: 200, headers, text }
  const body = parseObject(text)
  if (body === null || !isObject(body.properties)) return { status: 200, headers, text }
  const kept = Object.entries(body.properties).filter(([key]) => key !== 'instanceView')
  return { status: 200, json: { ...body, properties: Object.fromEntries(kept) } }
}

/** The instance view of a recorded VM; an empty one if none was recorded. */
export function recordedInstanceView(text: string): SimResponse {
  const properties = parseObject(text)?.properties
  return { status: 200, json: isObject(properties) ? (properties.instanceView ?? {}) : {} }
}
