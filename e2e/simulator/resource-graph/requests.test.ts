import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TenantClient } from '../control/client'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'
import type { Answer } from '../server/testing/send'

let simulator: TestSimulator
let tenant: TenantClient
let token: string
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'mixed' })
  token = await tenant.token({ person: 'Chiara Rossi', audience: 'arm' })
})
afterAll(() => simulator.stop())

const versions = [
  ...['2018-09-01-preview', '2019-04-01', '2020-04-01-preview', '2021-03-01', '2021-06-01-preview'],
  ...['2022-10-01', '2024-04-01'],
]

interface Request {
  readonly query?: string
  readonly version?: string | null
  readonly method?: string
  readonly contentType?: string
}

function ask({ query = 'resources | project id', version = '2022-10-01', method = 'POST', contentType }: Request = {}) {
  simulator.pass(1000)
  const path = '/providers/Microsoft.ResourceGraph/resources'
  return simulator.arm(version === null ? path : `${path}?api-version=${version}`, token, {
    method,
    ...(method === 'GET' ? {} : { body: JSON.stringify({ query }) }),
    headers: { 'content-type': contentType ?? 'application/json' },
  })
}

/** An error with its details, as far as this file reads them. */
interface Refusal {
  readonly error: { readonly code: string; readonly details?: readonly { readonly code: string }[] }
}

function outerAndDetails({ status, text }: Answer): unknown {
  const { error } = JSON.parse(text) as Refusal
  return [status, error.code, (error.details ?? []).map(({ code }) => code)]
}

describe('what a request is refused for (table 6.1)', () => {
  it('row 43: a content type other than JSON (troubleshoot/general)', async () => {
    expect((await ask({ contentType: 'text/plain' })).status).toBe(500)
  })

  it('row 44: the sixteenth query in five seconds (azure-cli-extensions 3325, guidance-for-throttled-requests)', async () => {
    simulator.pass(10_000)
    const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01'
    const body = JSON.stringify({ query: 'resources | take 1' })
    const order = { method: 'POST', body, headers: { 'content-type': 'application/json' } }
    const answers: Answer[] = []
    for (let count = 0; count < 16; count += 1) answers.push(await simulator.arm(path, token, order))
    const last = answers.at(-1)
    expect(answers.slice(0, 15).map(({ status }) => status)).toEqual(Array(15).fill(200))
    expect(last?.json.error).toMatchObject({ code: 'RateLimiting', details: [{ code: 'RateLimiting' }] })
    expect([last?.status, last?.headers['retry-after']]).toEqual([429, undefined])
    expect(last?.headers['x-ms-user-quota-remaining']).toBe('0')
    expect(last?.headers['x-ms-user-quota-resets-after']).toMatch(/^00:00:0[1-5]$/)
    simulator.pass(10_000)
  })

  it('row 45: an api-version that the cloud does not know, and none (azure-as-it-is.md 4)', async () => {
    for (const version of versions) expect((await ask({ version })).status).toBe(200)
    const wrong = await ask({ version: '2025-01-01' })
    expect([wrong.status, wrong.json.error.code]).toEqual([400, 'NoRegisteredProviderFound'])
    expect(wrong.json.error.message).toContain("The supported api-versions are '2018-09-01-preview, 2019-04-01")
    expect((await ask({ version: null })).json.error.code).toBe('MissingApiVersionParameter')
  })

  it('row 46: GET instead of POST (inferred)', async () => {
    expect((await ask({ method: 'GET' })).status).toBe(405)
  })

  it('row 47: the engine fails, or the gateway waits too long (azqr 712)', async () => {
    await tenant.addFault({ kind: 'server-error', status: 500, routes: ['resource-graph'], times: 1 })
    expect(outerAndDetails(await ask())).toEqual([500, 'InternalServerError', ['UnexpectedQueryExecutionError']])
    await tenant.addFault({ kind: 'server-error', status: 504, routes: ['resource-graph'], times: 1 })
    expect(outerAndDetails(await ask())).toEqual([504, 'GatewayTimeout', []])
    await tenant.removeFaults()
  })

  it('row 48: what cannot be computed is counted with the routes that are missing', async () => {
    expect((await ask({ query: 'resources | where {{shared}}' })).status).toBe(501)
    const { unknownRoutes } = await tenant.traffic()
    expect(JSON.stringify(unknownRoutes)).toContain('Microsoft.ResourceGraph')
  })
})

describe('headers', () => {
  it('of the quota are in every answer, refusals included', async () => {
    for (const query of ['resources | take 1', 'resources | skip 1', 'resources | parse name with x']) {
      const { headers } = await ask({ query })
      expect(headers).toMatchObject({
        'x-ms-user-quota-remaining': expect.stringMatching(/^\d+$/),
        'x-ms-user-quota-resets-after': expect.stringMatching(/^00:00:0\d$/),
        'x-ms-ratelimit-remaining-tenant-resource-requests': expect.stringMatching(/^\d+$/),
        'x-ms-throttling-version': 'v2',
      })
    }
  })

  it('format of the first versions is a table', async () => {
    const query = 'resources | summarize n = count() by type | order by type asc'
    expect(JSON.parse((await ask({ query, version: '2019-04-01' })).text)).toHaveProperty('data.columns', [
      { name: 'type', type: 'string' },
      { name: 'n', type: 'integer' },
    ])
    expect(Array.isArray((await ask({ query })).json.data)).toBe(true)
  })
})
