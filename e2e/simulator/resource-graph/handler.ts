import { createHash } from 'node:crypto'
import { badRequest } from '../arm/errors'
import { isObject, parseObject } from '../arm/json'
import type { ArmContext, SimResponse } from '../model/http'
import type { World } from '../model/world'
import { attestationTable } from './attestation-rows'
import { protectedItemTable, sessionHostTable } from './related-rows'
import { changesTable } from './changes'
import { DateValue } from './dates'
import { evaluate, type Relation, type RowSource } from './evaluate-query'
import { parseQuery } from './parse-query'
import { isReadable, resourcesTable } from './rows'
import { QueryError } from './syntax'

const defaultTop = 100
const largestTop = 1000
const largestSubscriptionList = 1000
const keptSnapshots = 12

interface Request {
  readonly query: string
  readonly subscriptions: readonly string[] | null
  readonly top: number
  readonly skip: number
  readonly skipToken: string | null
  readonly resultFormat: string
}

function supportError(status: number, code: string, details: readonly Record<string, unknown>[]): SimResponse {
  const message =
    'Please provide below info when asking for support: correlationId = 00000000-0000-0000-0000-000000000000.'
  return { status, json: { error: { code, message, details } } }
}

/** Resource Graph's refusal of a query: the general detail first, then what the parser says. */
function invalidQuery(error: QueryError, query: string): SimResponse {
  const before = query.slice(0, error.at).split('\n')
  const place = { line: before.length, characterPositionInLine: (before.at(-1) ?? '').length, token: error.token }
  return supportError(400, 'BadRequest', [
    {
      code: 'InvalidQuery',
      message:
        'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
    },
    { code: error.code, message: error.message, ...place },
  ])
}

function textList(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.length > 0 ? value.filter((item) => typeof item === 'string') : null
}

function readRequest(body: Record<string, unknown> | null): Request | SimResponse {
  if (body === null || typeof body.query !== 'string')
    return badRequest('InvalidRequestContent', 'The request content has no query.')
  const options = isObject(body.options) ? body.options : {}
  const top = options.$top ?? options.top ?? defaultTop
  if (typeof top !== 'number' || !Number.isInteger(top) || top < 1 || top > largestTop) {
    return supportError(400, 'BadRequest', [
      { code: 'InvalidArgument', message: `$top has to be between 1 and ${largestTop}.` },
    ])
  }
  const subscriptions = textList(body.subscriptions)
  if (subscriptions !== null && subscriptions.length > largestSubscriptionList) {
    return supportError(400, 'BadRequest', [
      { code: 'TooManySubscriptions', message: 'The list of subscriptions is too long.' },
    ])
  }
  const skipToken = options.$skipToken ?? options.skipToken
  return {
    query: body.query,
    subscriptions,
    top,
    skip: typeof options.$skip === 'number' ? options.$skip : 0,
    skipToken: typeof skipToken === 'string' ? skipToken : null,
    resultFormat: typeof options.resultFormat === 'string' ? options.resultFormat : 'objectArray',
  }
}

/** Results being paged through, newest last: a later page continues the same result. */
const snapshots = new WeakMap<World, Map<string, Relation>>()

function remember(world: World, key: string, relation: Relation): void {
  const kept = snapshots.get(world) ?? new Map<string, Relation>()
  snapshots.set(world, kept)
  kept.delete(key)
  kept.set(key, relation)
  const [oldest] = kept.keys()
  if (kept.size > keptSnapshots && oldest !== undefined) kept.delete(oldest)
}

interface Position {
  readonly key: string
  readonly offset: number
}

function readToken(token: string): Position | null {
  const body = parseObject(Buffer.from(token, 'base64').toString())
  return typeof body?.key === 'string' && typeof body.offset === 'number'
    ? { key: body.key, offset: body.offset }
    : null
}

function writeToken(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64')
}

function cells(relation: Relation, offset: number, top: number): Record<string, unknown>[] {
  return relation.rows
    .slice(offset, offset + top)
    .map((row) => Object.fromEntries(relation.columns.map((column) => [column, row.get(column)])))
}

function kustoType(values: readonly unknown[]): string {
  const found = values.find((value) => value !== null)
  if (typeof found === 'string') return 'string'
  if (typeof found === 'boolean') return 'boolean'
  if (found instanceof DateValue) return 'datetime'
  return typeof found === 'number' ? 'integer' : 'object'
}

function answer(request: Request, relation: Relation, position: Position): SimResponse {
  const data = cells(relation, position.offset, request.top)
  const next = position.offset + data.length
  const hasMore = next < relation.rows.length
  const canPage = relation.columns.includes('id')
  const table = {
    columns: relation.columns.map((name) => ({ name, type: kustoType(data.map((row) => row[name])) })),
    rows: data.map((row) => relation.columns.map((name) => row[name])),
  }
  return {
    status: 200,
    json: {
      totalRecords: relation.rows.length,
      count: data.length,
      data: request.resultFormat === 'table' ? table : data,
      facets: [],
      resultTruncated: hasMore && !canPage ? 'true' : 'false',
      ...(hasMore && canPage ? { $skipToken: writeToken({ key: position.key, offset: next }) } : {}),
    },
  }
}

/** The tables a query may name. */
function tables(context: ArmContext, readable: readonly string[]): RowSource {
  const resources = resourcesTable(context, readable)
  const others: Readonly<Record<string, typeof changesTable>> = {
    resourcechanges: changesTable,
    guestconfigurationresources: attestationTable,
    desktopvirtualizationresources: sessionHostTable,
    recoveryservicesresources: protectedItemTable,
  }
  const table = (name: string): RowSource => others[name]?.(context, readable) ?? resources
  return { ...resources, table }
}

/** `POST /providers/Microsoft.ResourceGraph/resources`. */
export function queryResources(context: ArmContext): SimResponse {
  const request = readRequest(parseObject(context.body.toString('utf8')))
  if ('status' in request) return request
  const wanted = request.subscriptions?.map((id) => id.toLowerCase()) ?? null
  const inScope = context.world.subscriptions
    .map(({ id }) => id)
    .filter((id) => wanted === null || wanted.includes(id.toLowerCase()))
  const readable = inScope.filter((id) => isReadable(context, id))
  if (readable.length === 0) {
    return supportError(403, 'AccessDenied', [
      {
        code: 'AccessDenied',
        message: 'Access is denied to the requested resource. The user might not have enough permissions.',
      },
    ])
  }
  const key = createHash('sha256')
    .update(JSON.stringify([context.caller.objectId, request.query, readable]))
    .digest('hex')
    .slice(0, 24)
  const position = request.skipToken === null ? { key, offset: request.skip } : readToken(request.skipToken)
  if (position === null || position.key !== key) {
    return supportError(400, 'BadRequest', [
      { code: 'InvalidSkipToken', message: 'The skip token is not valid for this query.' },
    ])
  }
  try {
    const kept = position.offset === 0 ? undefined : snapshots.get(context.world)?.get(key)
    const relation = kept ?? evaluate(parseQuery(request.query, context.now), tables(context, readable))
    const isLast = position.offset + request.top >= relation.rows.length
    if (isLast) snapshots.get(context.world)?.delete(key)
    else remember(context.world, key, relation)
    return answer(request, relation, position)
  } catch (error) {
    if (error instanceof QueryError) return invalidQuery(error, request.query)
    throw error
  }
}
