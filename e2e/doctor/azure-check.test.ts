import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { apiVersions } from '@/lib/azure/api-versions'
import { azureText } from '@/lib/cli/doctor/print-azure'
import { runDoctor } from '@/lib/cli/doctor/program'
import { languages } from '@/lib/i18n/languages'
import { checkExchanges } from '@/lib/setup/azure/check'
import type { CallResult } from '@/lib/setup/azure/compare'
import type { Exchange } from '@/lib/setup/azure/exchange'
import { graphColumns, graphQueryNames } from '@/lib/setup/azure/graph-columns'
import { exerciseAzure } from '@/lib/usecases/azure-check/exercise'
import { fixedQueries, graphNameOf } from '@/lib/usecases/azure-check/graph-name'
import { startAzureStage, type AzureStage } from './azure-stage'

let stage: AzureStage
beforeAll(async () => {
  stage = await startAzureStage({ runDoctor, exerciseAzure })
})
afterAll(() => stage.stop())

const check = (exchanges: readonly Exchange[]): readonly CallResult[] =>
  checkExchanges(exchanges, apiVersions, graphNameOf)

/** Every difference as `call code field effect`. */
const reported = (results: readonly CallResult[]): readonly string[] =>
  results.flatMap((result) =>
    result.outcome === 'different'
      ? result.differences.map(({ code, field, effect }) => [result.call, code, field, effect].join(' '))
      : [],
  )

type Fields = Record<string, unknown>
const fields = z.record(z.string(), z.unknown())

/** The exchanges, with changed answers to one call. */
function planted(
  call: string,
  change: (body: Fields) => Partial<Exchange> | Fields,
  whole = false,
): readonly Exchange[] {
  let changed = 0
  const exchanges = stage.faithful.map((exchange) => {
    const [result] = check([exchange]).filter(({ outcome }) => outcome !== 'not-made')
    if (result?.call !== call || exchange.status !== 200) return exchange
    changed += 1
    const answer = change(structuredClone(fields.parse(exchange.body)))
    return whole ? { ...exchange, ...answer } : { ...exchange, body: answer }
  })
  expect(changed).toBeGreaterThan(0)
  return exchanges
}

/** Changes the first row of a page. */
const row =
  (change: (first: Fields) => Fields) =>
  (body: Fields): Fields => {
    const data = z.array(fields).parse(body['data'])
    return { ...body, data: data.map((each) => change(each)) }
  }
const without = (name: string) => (body: Fields) =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== name))
const refusal = (status: number, code: string, detail: string) => () => ({
  status,
  body: { error: { code, message: 'x', details: [{ code: detail, message: 'y' }] } },
})

/** The parts between commas outside parentheses. */
function topLevelParts(text: string): readonly string[] {
  let depth = 0
  const parts = ['']
  for (const letter of text) {
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    if (letter === ',' && depth === 0) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${letter}`)
  }
  return parts
}

describe('a tenant with the expected answers', () => {
  it('shows no difference, and every call with a subject is compared', () => {
    const results = check(stage.faithful)
    expect(reported(results)).toEqual([])
    const open = results.filter(({ outcome }) => outcome !== 'same').map(({ call }) => call)
    expect(results.length - open.length, open.join(' ')).toBeGreaterThanOrEqual(30)
  })

  it('shows no difference when it was throttled for a moment', () => {
    const busy = stage.faithful.flatMap((exchange): readonly Exchange[] => [
      { ...exchange, status: 429, body: { error: { code: 'RateLimiting' } } },
      { ...exchange, status: null, body: null },
      exchange,
    ])
    expect(reported(check(busy))).toEqual([])
    expect(reported(check(busy.filter(({ status }) => status !== 200))).length).toBeGreaterThan(20)
  })

  it('gets only GET requests and the two POST requests that only read', () => {
    const posts = stage.faithful.filter(({ method }) => method !== 'GET').map(({ url }) => new URL(url).pathname)
    expect(posts.filter((path) => !/ResourceGraph\/resources$|retrieveBootDiagnosticsData$/.test(path))).toEqual([])
  })

  it('gets a separate text for each query, with the expected columns', () => {
    const texts = new Map<string, string>(Object.entries(fixedQueries))
    for (const { requestBody } of stage.faithful) {
      const query = z.object({ query: z.string() }).safeParse(requestBody)
      const name = query.success ? graphNameOf(query.data.query) : null
      if (query.success && name !== null) texts.set(name, query.data.query)
    }
    expect([...texts.keys()].sort()).toEqual([...graphQueryNames].sort())
    for (const name of graphQueryNames) {
      const projected =
        (texts.get(name) ?? '')
          .split(/\| project /)
          .at(-1)
          ?.split('\n|')[0] ?? ''
      const columns = topLevelParts(projected).map((part) => part.trim().split(/[=\s]/)[0])
      if (name !== 'vm-count') expect(columns, name).toEqual(Object.keys(graphColumns[name]))
    }
  })
})

describe('each planted difference is reported with its effect, and nothing else', () => {
  it.each<[string, () => readonly Exchange[], readonly string[]]>([
    [
      'a flag as a number',
      () =>
        planted(
          'graph:vms',
          row((first) => ({ ...first, eah: 1 })),
        ),
      ['graph:vms column-as-flag eah read-alike'],
    ],
    [
      'a null flag',
      () =>
        planted(
          'graph:vms',
          row((first) => ({ ...first, dualPass: null })),
        ),
      ['graph:vms column-type dualPass untraced-unknown'],
    ],
    [
      'a missing column',
      () => planted('graph:stamped-disks', row(without('managedBy'))),
      ['graph:stamped-disks column-missing managedBy untraced-unknown'],
    ],
    [
      'a column of another type',
      () =>
        planted(
          'graph:extensions',
          row((first) => ({ ...first, extType: ['x'] })),
        ),
      ['graph:extensions column-type extType untraced-unknown'],
    ],
    [
      'a refused join',
      () => planted('graph:hidden-disks', refusal(400, 'BadRequest', 'UnsupportedJoinFlavor'), true),
      ['graph:hidden-disks refused  untraced-unknown'],
    ],
    [
      'a table that is missing in the cloud',
      () => planted('graph:attestations', refusal(400, 'BadRequest', 'DisallowedLogicalTableName'), true),
      ['graph:attestations refused  audit-unread'],
    ],
    [
      'an api-version that is missing in the cloud',
      () => planted('vm', refusal(400, 'NoRegisteredProviderFound', 'x'), true),
      ['vm version-unknown  vm-unknown'],
    ],
    [
      'a missing total',
      () => planted('graph:vms', without('totalRecords')),
      ['graph:vms total-missing totalRecords no-fleet'],
    ],
    [
      'a field of another type',
      () =>
        planted('disk', (body) => ({ ...body, properties: { ...fields.parse(body['properties']), diskSizeGB: '30' } })),
      ['disk field-type properties.diskSizeGB part-unread'],
    ],
    [
      'a field in another spelling',
      () => planted('vm', (body) => ({ ...without('location')(body), Location: 'westeurope' })),
      ['vm field-missing location vm-unknown', 'vm field-spelling Location vm-unknown'],
    ],
    [
      'a page from a proxy',
      () => planted('locks', () => ({ body: '<!doctype html>' }), true),
      ['locks unreadable  part-unread'],
    ],
    [
      'older versions of a provider',
      () =>
        planted('providers', (body) => ({
          ...body,
          value: [
            { namespace: 'Microsoft.Compute', resourceTypes: [{ resourceType: 'disks', apiVersions: ['2023-04-02'] }] },
          ],
        })),
      ['providers version-unknown Microsoft.Compute/disks other-version'],
    ],
  ])('%s', (_name, exchanges, expected) => {
    const results = check(exchanges())
    expect([...reported(results)].sort()).toEqual([...expected].sort())
    for (const language of languages) {
      const text = azureText({ cloud: 'public', version: '0' }, results, language)
      expect(text).not.toMatch(/\{\w+\}|undefined/)
    }
  })
})

it('shows the status and the codes of a denied call, in the result and in both languages', () => {
  const answer = { error: { code: 'AuthorizationFailed', message: 'Contoso', details: [{ code: 'Deny.Policy' }] } }
  const results = check(planted('vault', () => ({ status: 403, body: answer }), true))
  const line = results.find(({ call }) => call === 'vault')
  expect(line).toEqual({ call: 'vault', outcome: 'denied', found: '403 AuthorizationFailed Deny.Policy' })
  for (const language of languages)
    expect(azureText({ cloud: 'public', version: '1' }, results, language)).toContain(
      '(403 AuthorizationFailed Deny.Policy)',
    )
})
