import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { apiVersions } from './api-versions'
import { getResource } from './calls/resource'
import { listSubscriptions } from './calls/subscriptions'
import { getVirtualMachine } from './calls/virtual-machine'
import { firstVirtualMachines } from './calls/vm-list'
import { fakeSession, type FakeAnswer, type Responder } from './testing/fake-session'

const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
beforeEach(() => void written.mockClear())
afterAll(() => written.mockRestore())

/** The lines that the log received about refusals. */
const logged = (): unknown[] =>
  written.mock.calls
    .map(([text]): unknown => JSON.parse(String(text)))
    .filter((line) => Reflect.get(Object(line), 'event') === 'azure-refusal')

const subscriptionId = '11111111-1111-4111-8111-111111111111'
const vm = { subscriptionId, resourceGroup: 'rg', name: 'vm' }
const id = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`
const versionOf = ({ url }: { readonly url: string }): string | null => new URL(url).searchParams.get('api-version')

/** The refusal of a cloud that offers only these versions. */
const noProvider = (versions: readonly string[]): FakeAnswer => ({
  status: 400,
  json: {
    error: {
      code: 'NoRegisteredProviderFound',
      message: `No registered resource provider found for location 'chinanorth3' and API version 'x' for type 'virtualMachines'. The supported api-versions are '${versions.join(', ')}'. The supported locations are 'chinanorth3'.`,
    },
  },
})
const noType = (versions: readonly string[]): FakeAnswer => ({
  status: 404,
  json: {
    error: {
      code: 'InvalidResourceType',
      message: `The resource type 'virtualMachines' could not be found in the namespace 'Microsoft.Compute' for api version 'x'. The supported api-versions are '${versions.join(',')}'.`,
    },
  },
})
const cloudWith =
  (versions: readonly string[], refusal = noProvider): Responder =>
  (request) =>
    versions.includes(versionOf(request) ?? '') ? { json: { id, name: 'vm', value: [] } } : refusal(versions)

describe('the api-version of a call', () => {
  it('is the first of the table, also where the SDK has hard-coded another', async () => {
    const made = fakeSession(() => ({ json: { id, value: [] } }))
    await made.settle(getVirtualMachine(made.session, vm, 'rest'))
    await made.settle(getVirtualMachine(made.session, { ...vm, name: '3', scaleSet: 'set' }, 'rest'))
    await made.settle(firstVirtualMachines(made.session, subscriptionId))
    expect(made.sent.map(versionOf)).toEqual(['2024-11-01', '2024-11-01', '2024-11-01'])
    expect(made.sent[0]?.url).toContain('expand=instanceView')
  })

  it('does not replace the version of a next page', async () => {
    const nextLink = `https://arm.test/next?api-version=2020-01-01&$skiptoken=a%2Bb`
    const made = fakeSession((_request, count) => ({ json: { value: [], ...(count === 1 && { nextLink }) } }))
    expect(await made.settle(listSubscriptions(made.session))).toMatchObject({ ok: true })
    expect(made.sent[1]?.url).toBe(nextLink)
  })

  it.each([
    ['a resource', noProvider],
    ['a list', noType],
  ])('is replaced once by the newest of the table that the cloud offers, for %s', async (_name, refusal) => {
    const made = fakeSession(cloudWith(['2017-03-30', '2023-09-01', '2024-03-01', '2024-04-01'], refusal))
    expect(await made.settle(firstVirtualMachines(made.session, subscriptionId))).toMatchObject({ ok: true })
    expect(made.sent.map(versionOf)).toEqual(['2024-11-01', '2024-03-01'])
    // Later calls use that version too, also those through the SDK.
    expect(await made.settle(getVirtualMachine(made.session, vm, 'rest'))).toMatchObject({ ok: true })
    expect(made.sent.map(versionOf)).toEqual(['2024-11-01', '2024-03-01', '2024-03-01'])
  })

  it('is tried a second time and not a third', async () => {
    const made = fakeSession(() => noProvider(['2024-11-01', '2023-09-01', '2024-03-01']))
    const result = await made.settle(getVirtualMachine(made.session, vm, 'rest'))
    expect(result).toMatchObject({ ok: false, failure: { kind: 'api-version' } })
    expect(made.sent.map(versionOf)).toEqual(['2024-11-01', '2024-03-01'])
  })

  it('ends in a separate kind of failure that lists what the cloud offers', async () => {
    const made = fakeSession(cloudWith(['2016-03-30', '2015-06-15', '2017-12-01-preview']))
    expect(await made.settle(getVirtualMachine(made.session, vm, 'rest'))).toEqual({
      ok: false,
      failure: {
        kind: 'api-version',
        scope: id,
        codes: ['NoRegisteredProviderFound'],
        offered: ['2017-12-01-preview', '2016-03-30', '2015-06-15'],
      },
    })
    expect(made.sent).toHaveLength(1)
    expect(logged()).toEqual([
      expect.objectContaining({
        level: 'warn',
        provider: 'Microsoft.Compute',
        status: 400,
        codes: 'NoRegisteredProviderFound',
        versions: '2017-12-01-preview 2016-03-30 2015-06-15',
      }),
    ])
  })

  it('lists at most twenty versions', async () => {
    const many = Array.from({ length: 90 }, (_, year) => `20${String(year + 10)}-01-01`)
    const made = fakeSession(cloudWith(many))
    const result = await made.settle(getVirtualMachine(made.session, vm, 'rest'))
    expect(result).toMatchObject({ failure: { kind: 'api-version', offered: expect.objectContaining({ length: 20 }) } })
  })

  it.each<[string, FakeAnswer, object]>([
    ['lists no versions', noProvider([]), { kind: 'unreadable' }],
    ['lists values that are not versions', noProvider(['<script>', '2024-03-01 or so']), { kind: 'unreadable' }],
    ['is a 404 of a VM', { status: 404, json: { error: { code: 'ResourceNotFound' } } }, { kind: 'not-found' }],
    [
      'has another code',
      {
        ...noProvider(['2024-03-01']),
        json: { error: { code: 'BadRequest', message: "supported api-versions are '2024-03-01'" } },
      },
      { kind: 'unreadable' },
    ],
  ])('is kept where a refusal %s', async (_name, answer, failure) => {
    const made = fakeSession(() => answer)
    expect(await made.settle(getVirtualMachine(made.session, vm, 'rest'))).toMatchObject({ ok: false, failure })
    expect(new Set(made.sent.map(versionOf))).toEqual(new Set(['2024-11-01']))
  })
})

describe('the table of api-versions', () => {
  it.each(Object.entries(apiVersions))(
    '%s: versions are release dates, each once',
    (_provider, versions: readonly string[]) => {
      for (const version of versions) expect(version).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(new Set(versions).size).toBe(versions.length)
    },
  )
})

describe('the codes of a refusal', () => {
  const refused = async (answer: FakeAnswer) => {
    const made = fakeSession(() => answer)
    const request = { path: '/subscriptions/x/y', subscriptionId, provider: 'Microsoft.Network' } as const
    const result = await made.settle(getResource(made.session, request))
    return result.ok ? null : result.failure
  }
  const json = {
    error: {
      code: 'BadRequest',
      message: 'secret words',
      details: [{ code: 'InvalidQuery' }, { code: 'ParserFailure.1' }],
    },
  }

  it.each([
    [400, 'unreadable'],
    [401, 'no-token'],
    [403, 'denied'],
    [404, 'not-found'],
    [408, 'timed-out'],
    [409, 'unreadable'],
    [412, 'unreadable'],
    [429, 'throttled'],
    [500, 'down'],
    [503, 'down'],
  ])('are kept with status %i, and its message is not', async (status, kind) => {
    const failure = await refused({ status, json, headers: { 'retry-after': '3600' } })
    expect(failure).toMatchObject({ kind, codes: ['BadRequest', 'InvalidQuery', 'ParserFailure.1'] })
    expect(JSON.stringify(failure)).not.toContain('secret')
    expect(logged()[0]).toMatchObject({
      provider: 'Microsoft.Network',
      status,
      codes: 'BadRequest InvalidQuery ParserFailure.1',
    })
  })

  it('are logged once per session, for any number of refusals', async () => {
    const made = fakeSession(() => ({ status: 403, json }))
    for (const name of ['a', 'b', 'c']) await made.settle(getVirtualMachine(made.session, { ...vm, name }, 'rest'))
    expect(logged()).toHaveLength(1)
  })

  it.each<[string, unknown]>([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a line break', 'Bad\nRequest'],
    ['a control sequence', 'Bad\u001b[31mRequest'],
    ['more than 64 characters', 'x'.repeat(65)],
    ['an address', 'https://evil.example/'],
    ['a path', '/subscriptions/1'],
    ['an e-mail address', 'aiko@contoso.example'],
    ['a guid', '11111111-1111-4111-8111-111111111111'],
    ['a token', 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0.c2ln'],
    ['a key', 'a8F2k9Qz71LmX04bTr6Yw3Pq5Vn'],
    ['nothing', ''],
    ['a number', 400],
    ['an object', { code: 'BadRequest' }],
    ['null', null],
  ])('are dropped where they contain %s', async (_name, code) => {
    const failure = await refused({ status: 403, json: { error: { code, details: [{ code }, null] } } })
    expect(failure).toEqual({ kind: 'denied', scope: subscriptionId })
  })

  it('are limited in number, and empty for a body that is not an ARM error', async () => {
    const details = Array.from({ length: 1000 }, (_, index) => ({ code: `Code${index}` }))
    const failure = await refused({ status: 403, json: { error: { code: 'First', details } } })
    expect(failure?.codes).toEqual(['First', 'Code0', 'Code1', 'Code2', 'Code3'])
    for (const text of ['', '<html>', '[1]', 'null', '{"error":', `{"error":{"code":"${'x'.repeat(70_000)}"}}`])
      expect(await refused({ status: 403, text })).toEqual({ kind: 'denied', scope: subscriptionId })
    expect(await refused({ status: 403, json: { code: 'Forbidden' } })).toMatchObject({ codes: ['Forbidden'] })
  })
})
