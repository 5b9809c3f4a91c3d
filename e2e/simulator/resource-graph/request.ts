import { isObject, parseObject } from '../arm/json'
import type { ArmContext, SimResponse } from '../model/http'
import { cannotCompute } from './language/refusal'
import { invalidGuids, invalidRequest, wrongContentType } from './refusals'

const largestPage = 1000
const largestSubscriptionList = 1000

/** A request for one page of rows. */
export interface PageRequest {
  readonly query: string
  /** Null for the whole tenant. */
  readonly subscriptions: readonly string[] | null
  readonly top: number
  /** Number of rows before the page. */
  readonly skip: number
  readonly format: 'table' | 'objectArray'
}

/** https://github.com/Azure/azure-rest-api-specs: resourcegraph/stable/2022-10-01/resourcegraph.json */
const tableVersions: ReadonlySet<string> = new Set(['2018-09-01-preview', '2019-04-01'])

/** A token is an offset: not bound to the query, the data or the caller. */
export function writeToken(rows: number, skip: number): string {
  const token = { $id: '1', MaxRows: rows, RowsToSkip: skip, KustoClusterUrl: 'https://arg.simulated.example' }
  return Buffer.from(JSON.stringify(token)).toString('base64')
}

function readToken(token: string): { readonly rows: number; readonly skip: number } | null {
  const body = parseObject(Buffer.from(token, 'base64').toString())
  const { MaxRows: rows, RowsToSkip: skip } = body ?? {}
  return typeof rows === 'number' && typeof skip === 'number' ? { rows, skip } : null
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources#queryrequest */
const isListOrNothing = (value: unknown): boolean => value === undefined || value === null || Array.isArray(value)

/** The requested subscriptions; null for the whole tenant, which an empty list means as well. */
function readScope(body: Record<string, unknown>, now: number): readonly string[] | null | SimResponse {
  if (!isListOrNothing(body.subscriptions)) return invalidRequest(now, 'subscriptions that are no list')
  if (!isListOrNothing(body.managementGroups)) return invalidRequest(now, 'managementGroups that are no list')
  const given: readonly unknown[] = Array.isArray(body.subscriptions) ? body.subscriptions : []
  const groups = Array.isArray(body.managementGroups) && body.managementGroups.length > 0
  if (groups && given.length > 0) return invalidRequest(now, 'subscriptions together with managementGroups')
  if (groups) return cannotCompute('a query of a management group')
  if (given.length > largestSubscriptionList) return invalidRequest(now, 'more than 1,000 subscriptions')
  const texts = given.map(String)
  if (texts.some((text) => !guid.test(text))) return invalidGuids(now, texts)
  return texts.length === 0 ? null : texts
}

/** The page that the options request: `$top` and `$skip` override a token. */
function readPage(options: Record<string, unknown>, now: number): Pick<PageRequest, 'top' | 'skip'> | SimResponse {
  const token = options.$skipToken
  const position = typeof token === 'string' && token !== '' ? readToken(token) : { rows: largestPage, skip: 0 }
  if (position === null) return invalidRequest(now, 'a token that cannot be read')
  const top = options.$top ?? position.rows
  if (!isWhole(top, 1, largestPage)) return invalidRequest(now, '$top outside of 1 to 1000')
  const skip = options.$skip ?? position.skip
  if (!isWhole(skip, 0, Number.MAX_SAFE_INTEGER)) return invalidRequest(now, 'a negative $skip')
  return { top, skip }
}

function readFormat(options: Record<string, unknown>, version: string): PageRequest['format'] | null {
  const { resultFormat = tableVersions.has(version) ? 'table' : 'objectArray' } = options
  return resultFormat === 'table' || resultFormat === 'objectArray' ? resultFormat : null
}

/** Parses a request, or returns Azure's refusal. Names in `options` need their `$`: `top` is ignored. */
export function readRequest({ body, contentType, now, apiVersion }: ArmContext): PageRequest | SimResponse {
  if (!/^application\/json\b/i.test(contentType)) return wrongContentType(now)
  const given = parseObject(body.toString('utf8'))
  if (given === null || typeof given.query !== 'string') return invalidRequest(now, 'a body without a query')
  if (!isListOrNothing(given.facets)) return invalidRequest(now, 'facets that are no list')
  const hasOptions = given.options !== undefined && given.options !== null
  if (hasOptions && !isObject(given.options)) return invalidRequest(now, 'options that are no object')
  if (Array.isArray(given.facets) && given.facets.length > 0) return cannotCompute('facets')
  const options = isObject(given.options) ? given.options : {}
  const scope = readScope(given, now)
  if (scope !== null && 'status' in scope) return scope
  const page = readPage(options, now)
  if ('status' in page) return page
  const format = readFormat(options, apiVersion)
  if (format === null) return invalidRequest(now, 'a resultFormat of another name')
  return { query: given.query, subscriptions: scope, format, ...page }
}
