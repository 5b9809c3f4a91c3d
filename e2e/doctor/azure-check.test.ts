import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { apiVersions } from '@/lib/azure/api-versions'
import { azureJson, azureText } from '@/lib/cli/doctor/print-azure'
import { runDoctor } from '@/lib/cli/doctor/program'
import { languages } from '@/lib/i18n/languages'
import { armCallOf } from '@/lib/setup/azure/calls'
import { checkExchanges } from '@/lib/setup/azure/check'
import type { CallResult } from '@/lib/setup/azure/compare'
import type { Exchange } from '@/lib/setup/azure/exchange'
import { graphColumns, graphQueryNames } from '@/lib/setup/azure/graph-columns'
import { exerciseAzure } from '@/lib/usecases/azure-check/exercise'
import { fixedQueries, graphNameOf } from '@/lib/usecases/azure-check/graph-name'
import { newWordsOf } from '@/lib/usecases/azure-check/new-words'
import { topLevelParts } from './query-text'
import { startAzureStage, type AzureStage } from './azure-stage'
import { fields, lastRow, refusal, row, without, type Fields } from './planted-answers'

let stage: AzureStage
beforeAll(async () => {
  stage = await startAzureStage({ runDoctor, exerciseAzure })
})
afterAll(() => stage.stop())

const check = (exchanges: readonly Exchange[]): readonly CallResult[] =>
  checkExchanges(exchanges, apiVersions, graphNameOf, newWordsOf)

/** Every difference as `call code field effect`. */
const reported = (results: readonly CallResult[]): readonly string[] =>
  results.flatMap((result) =>
    result.outcome === 'different'
      ? result.differences.map(({ code, field, effect }) => [result.call, code, field, effect].join(' '))
      : [],
  )

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
      expect(columns, name).toEqual(Object.keys(graphColumns[name]))
    }
  })
})

/** A VM's body with a power state, a provisioning state and a code of key settings that are not known. */
function reworded(body: Fields): Fields {
  const properties = fields.parse(body['properties'])
  const view = fields.parse(properties['instanceView'])
  const statuses = [{ code: 'PowerState/dreaming', level: 'Info', displayStatus: 'VM dreaming' }]
  const disks = [{ name: 'd', statuses: [{ code: 'EncryptionState/enchanted', level: 'Info', displayStatus: 'x' }] }]
  return {
    ...body,
    properties: { ...properties, provisioningState: 'Splendid', instanceView: { ...view, statuses, disks } },
  }
}

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
      'a missing column of a resource, behind the rows that count VMs',
      () => planted('graph:stamped-disks', lastRow(without('managedBy'))),
      ['graph:stamped-disks column-missing managedBy untraced-unknown'],
    ],
    [
      'a page without a token although rows remain',
      () => planted('graph:vms', without('$skipToken')),
      ['graph:vms field-missing $skipToken no-fleet'],
    ],
    [
      'a page that says it was cut',
      () => planted('graph:vms', (body) => ({ ...body, resultTruncated: 'true' })),
      ['graph:vms field-word resultTruncated no-fleet'],
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
      ['vm version-refused vm vms-unknown'],
    ],
    [
      'words that Sealwatch does not know',
      () => planted('vm', reworded),
      [
        'vm word-new properties.instanceView.disks[].statuses[].code word-not-counted',
        'vm word-new properties.instanceView.statuses[].code word-not-counted',
        'vm word-new provisioningState word-not-counted',
      ],
    ],
    [
      'a provider without any version of ours',
      () =>
        planted('providers', (body) => ({
          ...body,
          value: [
            {
              namespace: 'Microsoft.Compute',
              resourceTypes: [
                { resourceType: 'virtualMachines', apiVersions: ['2019-07-01', '2020-06-01'] },
                { resourceType: 'disks', apiVersions: ['2019-07-01'] },
              ],
            },
          ],
        })),
      [
        'providers version-unknown Microsoft.Compute vms-unknown',
        'providers version-unknown Microsoft.Compute/disks part-unread',
      ],
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

it('puts no code into the report that could be a name', () => {
  const details = [{ code: 'canarySecretAbcDef0123456789' }, { code: 'UnsupportedJoinFlavor' }]
  const body = { error: { code: 'canaryvm01.contoso.local', details } }
  for (const status of [400, 403]) {
    const report = azureJson({ cloud: null, version: '0' }, check(planted('vm', () => ({ status, body }), true)))
    expect(report).not.toMatch(/canary|contoso/)
    expect(report).toContain(`${status} ? ? UnsupportedJoinFlavor`)
  }
})

it('names the versions that a cloud offers, and each word that is not known', () => {
  const message = "The supported api-versions are '2019-07-01, 2020-06-01, 2018-06-01, 2017-03-30'."
  const body = { error: { code: 'NoRegisteredProviderFound', message } }
  const old = check(planted('vm', () => ({ status: 400, body }), true))
  const words = check(planted('vm', reworded))
  for (const language of languages) {
    const text = azureText({ cloud: null, version: '0' }, old, language)
    expect(text).toMatch(/2024-11-01[^\n]*2020-06-01, 2019-07-01, 2018-06-01, …/)
    expect(text).not.toMatch(/\{\w+\}|undefined|null|200 /)
    for (const word of ['dreaming', 'Splendid', 'EncryptionState/enchanted'])
      expect(azureText({ cloud: null, version: '0' }, words, language)).toContain(word)
  }
  expect(azureText({ cloud: null, version: '0' }, old, 'en')).toContain(
    'VMs that must be read one by one are shown as unknown',
  )
})

it('says of what was not asked which call had no answer, and never that nothing was found', () => {
  const around = ['disk', 'vault', 'key', 'key-version', 'network-interface', 'virtual-network', 'locks', 'metrics']
  const body = { error: { code: 'NoRegisteredProviderFound' } }
  const exchanges = stage.faithful
    .filter((exchange) => !around.includes(armCallOf(exchange) ?? ''))
    .map((exchange) => (armCallOf(exchange) === 'vm' ? { ...exchange, status: 400, body } : exchange))
  const only = check(exchanges)
  const results = new Map(only.map((result) => [result.call, result]))
  for (const call of ['disk', 'key-version', 'virtual-network', 'locks'] as const)
    expect(results.get(call)).toEqual({ call, outcome: 'not-asked', because: 'vm' })
  expect(azureText({ cloud: null, version: '0' }, only, 'en')).toContain(
    'locks, metrics: not requested, because this returned no result: one VM with its instance view (vm)',
  )
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
