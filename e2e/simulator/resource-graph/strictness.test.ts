import { describe, expect, it } from 'vitest'
import { isObject } from '../arm/json'
import { callRoute, jsonOf } from '../arm/test-context'
import type { SimResponse } from '../model/http'
import { createWorld } from '../worlds/create'

const now = Date.parse('2026-11-24T12:00:00.125Z')
const world = createWorld({ tenantId: 'e1', scenario: 'mixed', seed: 1 }, () => now)
const ask = (query: string, body: Record<string, unknown> = {}): Promise<SimResponse> =>
  callRoute(world, 'resource-graph', { body: { query, ...body } })

function codesOf(response: SimResponse): readonly unknown[] {
  const { error } = jsonOf(response)
  const details = isObject(error) && Array.isArray(error.details) ? error.details.filter(isObject) : []
  return details.map(({ code }) => code)
}

const kusto = 'https://learn.microsoft.com/kusto/query'
const re2 = 'https://github.com/google/re2/wiki/Syntax'
const request = 'https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources'

describe('a query that Azure refuses is refused', () => {
  it.each<[query: string, source: string, reason: string]>([
    ["where name matches regex '(?=x)'", re2, 'a regular expression with lookaround'],
    ["where name matches regex '(?!x)'", re2, 'a regular expression with lookaround'],
    ["where name matches regex '(?<=a)b'", re2, 'a regular expression with lookaround'],
    ["where name matches regex '(?<!a)b'", re2, 'a regular expression with lookaround'],
    ["where name matches regex @'(a)\\1'", re2, 'a regular expression with a backreference'],
    ["where name matches regex '('", re2, 'a regular expression that is not RE2'],
    ["where name matches regex 'a{2000}'", re2, 'a regular expression with more than 1,000 repeats'],
    ["where name matches regex @'\\y'", re2, 'a regular expression that is not RE2'],
    ["where name matches regex '[]'", re2, 'a regular expression that is not RE2'],
    ["project a = replace('(', name, 'x')", re2, 'a regular expression that is not RE2'],
    ["project a = extract('(?=x)', 0, name)", re2, 'a regular expression with lookaround'],
    ['summarize arg_max(name)', `${kusto}/arg-max-aggregation-function`, 'arg_max() with a wrong number of arguments'],
  ])('%s (%s)', async (query, _source, reason) => {
    const response = await ask(`resources | ${query}`)
    expect([response.status, codesOf(response), response.headers?.['x-simulator-refusal']]).toEqual([
      400,
      ['InvalidQuery'],
      reason,
    ])
  })

  it(`an escape that does not exist (${kusto}/scalar-data-types/string)`, async () => {
    for (const text of [String.raw`'x\q'`, String.raw`"x\d"`]) {
      const response = await ask(`resources | project a = ${text}`)
      expect([response.status, codesOf(response)]).toEqual([400, ['InvalidQuery', 'ParserFailure']])
    }
    for (const text of [String.raw`'x\\q'`, String.raw`@'x\q'`, String.raw`'it\'s'`])
      expect((await ask(`resources | project a = ${text} | take 1`)).status).toBe(200)
  })

  it.each(['subscriptions', 'managementGroups', 'facets', 'options'])(
    `a request whose %s are a text (${request})`,
    async (name) => {
      const response = await ask('resources | project id', { [name]: 'all' })
      expect([response.status, codesOf(response)]).toEqual([400, ['InvalidQuery']])
    },
  )
})

describe('a query that the simulator cannot compute is no answer', () => {
  it.each<[query: string]>([
    ["where name matches regex @'\\pL'"],
    ["where name matches regex '(?P<n>x)'"],
    ["where name matches regex '(?s).'"],
    ["where name matches regex '[[:alpha:]]'"],
    [String.raw`project a = 'x\u0041'`],
    ['project a = 9223372036854775807 + 1'],
    ['project a = 9007199254740991 + 1 | take 1'],
    ['where name in () | project id'],
    ['top 0 by name'],
    ['order by 1'],
    ['project-away *'],
  ])('%s', async (query) => {
    const response = await ask(`resources | ${query}`)
    expect([response.status, jsonOf(response)]).toMatchObject([501, { error: { code: 'SimulatorCannotCompute' } }])
  })
})

it(`an int has 32 bits, and is null beyond them (${kusto}/toint-function)`, async () => {
  const columns = "a = toint('99999999999'), b = toint('2147483647'), c = toint(-2147483649), d = toint('-2147483648')"
  const { data } = jsonOf(await ask(`resources | project ${columns} | take 1`))
  expect(data).toEqual([{ a: null, b: 2_147_483_647, c: null, d: -2_147_483_648 }])
})

it.each([
  ["name matches regex '^vm-'"],
  ["name matches regex @'\\d+'"],
  ["name matches regex '(?:a|b)[^]x]*'"],
  ["name matches regex '(?i)VM'"],
  ["name matches regex @'\\.x\\-y[a-z\\]]{1,3}'"],
])('takes what RE2 takes: %s', async (condition) => {
  expect((await ask(`resources | where ${condition} | count`)).status).toBe(200)
})
