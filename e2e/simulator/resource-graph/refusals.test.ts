import { describe, expect, it } from 'vitest'
import { callRoute, jsonOf, type TestCaller } from '../arm/test-context'
import { isObject } from '../arm/json'
import type { SimResponse } from '../model/http'
import type { GraphSpec, World } from '../model/world'
import { createWorld } from '../worlds/create'
import { refusedQueries } from './testing/refused-queries'

const now = Date.parse('2026-11-24T12:00:00.125Z')
const worldWith = (graph: GraphSpec = {}): World =>
  createWorld({ tenantId: 'e1', scenario: 'mixed', seed: 1, graph }, () => now)
const world = worldWith()

interface Ask {
  readonly as?: TestCaller
  readonly in?: World
  readonly body?: Record<string, unknown>
  readonly contentType?: string
}

const ask = (query: string, { as, in: place = world, body = {}, contentType }: Ask = {}): Promise<SimResponse> =>
  callRoute(place, 'resource-graph', {
    body: { query, ...body },
    ...(as === undefined ? {} : { as }),
    ...(contentType === undefined ? {} : { contentType }),
  })

interface Refused {
  readonly status: number
  readonly code: unknown
  readonly details: readonly Record<string, unknown>[]
  readonly reason: string | undefined
}

function refusalOf(response: SimResponse): Refused {
  const { error } = jsonOf(response)
  const { code, details } = isObject(error) ? error : {}
  return {
    status: response.status,
    code,
    details: Array.isArray(details) ? details.filter(isObject) : [],
    reason: response.headers?.['x-simulator-refusal'],
  }
}

const cases = refusedQueries.flatMap(({ row, source, codes, reason, queries }) =>
  queries.map((query) => ({
    row,
    query,
    codes,
    source,
    reason: typeof reason === 'string' ? reason : reason(query),
  })),
)

describe('what a query is refused for (table 6.1)', () => {
  it.each(cases)('row $row: $query ($source)', async ({ query, codes, reason }) => {
    const found = refusalOf(await ask(query))
    expect([found.status, found.code, found.reason]).toEqual([400, 'BadRequest', reason])
    expect(found.details.map(({ code }) => code)).toEqual(codes)
  })

  it('has a case for each of the rows 1 to 34 but 26, which follows with those about requests', () => {
    const numbers = [...new Set(cases.map(({ row }) => row))]
    expect(numbers).toEqual(Array.from({ length: 34 }, (_, index) => index + 1).filter((number) => number !== 26))
  })

  it('row 26: three tables are not in Azure China (docs.azure.cn)', async () => {
    const china = worldWith({ tables: 'china' })
    for (const table of ['guestconfigurationresources', 'desktopvirtualizationresources', 'computeresources']) {
      const { status, details } = refusalOf(await ask(`${table} | project id`, { in: china }))
      expect([status, details.map(({ code }) => code)]).toEqual([400, ['DisallowedLogicalTableName']])
    }
    expect((await ask('recoveryservicesresources | project id', { in: china })).status).toBe(200)
    expect((await ask('guestconfigurationresources | project id')).status).toBe(200)
  })

  it('compares a date with dates alone, and text with text', async () => {
    for (const condition of [
      "todatetime(id) > '2026-11-24'",
      'properties.x > datetime(2026-11-24)',
      'now() in (datetime(2026-11-24), 3)',
      'name == 1',
      'name =~ 1',
    ]) {
      const found = refusalOf(await ask(`resources | where ${condition}`))
      expect([condition, found.details]).toMatchObject([
        condition,
        [{ code: 'InvalidQuery', message: expect.stringMatching(/^Cannot compare values of types /) }],
      ])
    }
  })
})

describe('the form of a refusal (4.1)', () => {
  it('points to the place, leaving out a position of 0 and a token that was not expected', async () => {
    const place = async (query: string) => refusalOf(await ask(query)).details[1]
    expect(await place("resources\n| where type =~ 'x'\n| skip 5")).toEqual({
      code: 'ParserFailure',
      message: 'ParserFailure',
      line: 3,
      characterPositionInLine: 2,
      token: 'skip',
    })
    expect(await place('resources | where (name == 1')).toEqual({
      code: 'ParserFailure',
      message: 'ParserFailure',
      line: 1,
      characterPositionInLine: 28,
      token: '<EOF>',
      expectedToken: ')',
    })
    expect(await place('')).toEqual({ code: 'ParserFailure', message: 'ParserFailure', line: 1, token: '<EOF>' })
    expect(await place('resources | evaluate f()')).toEqual({
      code: 'InvalidQueryLanguage',
      message: 'InvalidQueryLanguage',
      line: -1,
      characterPositionInLine: -1,
      token: 'evaluate',
    })
  })

  it('says in the outer message when, and the reason in the details alone', async () => {
    const { error } = jsonOf(await ask('resources | join kind=leftsemi (resources) on id'))
    expect(isObject(error) ? error.message : '').toMatch(
      /^Please provide below info when asking for support: timestamp = 2026-11-24T12:00:00\.1250000Z, correlationId = [0-9a-f-]{36}\.$/,
    )
    expect(isObject(error) ? error.details : []).toMatchObject([
      { code: 'InvalidQuery', message: expect.stringMatching(/^Query is invalid\. /) },
      { message: 'The join kind "LeftSemi" is not supported or not allowed.' },
    ])
  })

  it.each([
    ['resources | extend x = cout(1)', 1, "Unknown function: 'cout'."],
    ['resurces', 0, 'Logical table resurces is invalid, unsupported or disallowed.'],
    ['resources | where x', 0, "'where' operator: Failed to resolve column or scalar expression named 'x'"],
    ['resources | where name', 0, 'Filter expression should be Boolean'],
  ])('has the text that was seen: %s', async (query, index, message) => {
    expect(refusalOf(await ask(query)).details[index]).toMatchObject({ message })
  })
})

describe('what a request is refused for (table 6.1)', () => {
  const query = 'resources | project id'
  const ids = (count: number) =>
    Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`)
  const options = (given: Record<string, unknown>) => ({ body: { options: given } })

  it.each([
    [35, options({ $top: 0 }), '$top outside of 1 to 1000'],
    [35, options({ $top: -1 }), '$top outside of 1 to 1000'],
    [35, options({ $top: 1001 }), '$top outside of 1 to 1000'],
    [35, options({ $top: 1.5 }), '$top outside of 1 to 1000'],
    [35, options({ $top: '5' }), '$top outside of 1 to 1000'],
    [36, options({ $skip: -1 }), 'a negative $skip'],
    [37, options({ resultFormat: 'csv' }), 'a resultFormat of another name'],
    [
      40,
      { body: { subscriptions: ids(1), managementGroups: ['root'] } },
      'subscriptions together with managementGroups',
    ],
    [41, { body: { subscriptions: ids(1001) } }, 'more than 1,000 subscriptions'],
    [41, options({ $skipToken: 'made-up' }), 'a token that cannot be read'],
  ])('row %d: %j', async (_row, given, reason) => {
    const found = refusalOf(await ask(query, given))
    expect([found.status, found.code, found.reason]).toEqual([400, 'BadRequest', reason])
    expect(found.details).toMatchObject([{ code: 'InvalidQuery' }])
  })

  it.each([[['no-guid']], [[ids(2).join(',')]]])('row 38: %j is no GUID (microsoft/ARI 76)', async (subscriptions) => {
    const found = refusalOf(await ask(query, { body: { subscriptions } }))
    expect([found.status, found.details]).toEqual([
      400,
      [
        {
          code: 'SubscriptionsContainInvalidGuids',
          message: `Subscription ids have to be valid GUIDs. Given: '${subscriptions.join(', ')}'.`,
        },
      ],
    ])
  })

  it('row 39: no readable subscription is 400, in another world 403 (aztfexport 491, azure-sdk-for-java 29924)', async () => {
    const [id = ''] = ids(1)
    expect(refusalOf(await ask(query, { body: { subscriptions: [id] } }))).toMatchObject({
      status: 400,
      code: 'BadRequest',
      details: [
        {
          code: 'NoValidSubscriptionsInQueryRequest',
          message: `There must be at least one subscription that is eligible to contain resources. Given: '${id}'.`,
        },
      ],
    })
    expect((await ask(query, { as: 'Dmitri Volkov' })).status).toBe(400)
    const other = worldWith({ denied: 'access-denied' })
    const found = refusalOf(await ask(query, { in: other, as: 'Dmitri Volkov' }))
    expect(found).toMatchObject({ status: 403, code: 'AccessDenied', details: [{ code: 'AccessDenied' }] })
    expect(found.details[0]?.message).toMatch(/ permission\.$/)
  })

  it('row 42: an answer above 16 MiB (microsoft/ARI 199)', async () => {
    const long = `strcat_array(array_concat(${Array(20)
      .fill(`dynamic(['${'x'.repeat(10_000)}'])`)
      .join(',')}), '')`
    const found = refusalOf(await ask(`resources | project id, long = ${long}`))
    expect([found.status, found.details[0]?.code]).toEqual([400, 'ResponsePayloadTooLarge'])
    expect(found.details[0]?.message).toMatch(
      /^Response payload size is \d+, and has exceeded the limit of 16777216\. /,
    )
  })

  it('row 43: another content type (troubleshoot/general)', async () => {
    expect((await ask(query, { contentType: 'text/plain' })).status).toBe(500)
    expect((await ask(query, { contentType: '' })).status).toBe(500)
    expect((await ask(query, { contentType: 'application/json; charset=utf-8' })).status).toBe(200)
  })

  it('row 48: what cannot be computed is no refusal of Azure', async () => {
    const bodies = [{}, { facets: [{ expression: 'location' }] }, { managementGroups: ['root'] }]
    for (const [index, body] of bodies.entries()) {
      const response = await ask(index === 0 ? '{{shared}}' : query, { body })
      expect([response.status, jsonOf(response)]).toMatchObject([501, { error: { code: 'SimulatorCannotCompute' } }])
    }
    expect((await ask('securityresources | project id')).status).toBe(501)
  })

  it('a body without a query', async () => {
    expect((await callRoute(world, 'resource-graph', { body: { subscriptions: [] } })).status).toBe(400)
    expect((await callRoute(world, 'resource-graph', {})).status).toBe(400)
  })
})
