import { describe, expect, it } from 'vitest'
import { getJson } from './calls/get-json'
import { queryResourceGraph } from './calls/resource-graph'
import { listSubscriptions } from './calls/subscriptions'
import { getVirtualMachine } from './calls/virtual-machine'
import { perform } from './perform'
import { fakeSession, type FakeAnswer, type Responder } from './testing/fake-session'

const vmId =
  '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm'
const vm = { subscriptionId: '11111111-1111-4111-8111-111111111111', resourceGroup: 'rg', name: 'vm' }

async function read(respond: Responder) {
  const made = fakeSession(respond)
  const result = await made.settle(getVirtualMachine(made.session, vm, 'rest'))
  return { ...made, result }
}

/** The same answer each time. */
const always =
  (answer: FakeAnswer): Responder =>
  () =>
    answer

describe('perform', () => {
  it('reads a VM by the SDK and keeps what the SDK drops', async () => {
    const { result, sent } = await read(
      always({ json: { id: vmId.toUpperCase(), name: 'vm', properties: { instanceView: { internalData: 1 } } } }),
    )
    expect(result).toMatchObject({ ok: true, value: { json: { properties: { instanceView: { internalData: 1 } } } } })
    expect(sent[0]?.url).toMatch(
      /^https:\/\/arm\.test\/subscriptions\/11111111-.*\/virtualMachines\/vm\?.*expand=instanceView/,
    )
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer token-0')
  })

  it.each<[string, FakeAnswer, object, number]>([
    ['403', { status: 403 }, { kind: 'denied' }, 1],
    ['404', { status: 404 }, { kind: 'not-found' }, 1],
    ['400', { status: 400 }, { kind: 'unreadable' }, 2],
    ['a redirect', { status: 302, headers: { location: 'https://evil.test' } }, { kind: 'unreadable' }, 2],
    ['500', { status: 500 }, { kind: 'down' }, 3],
    ['503 for an hour', { status: 503, headers: { 'retry-after': '3600' } }, { kind: 'down' }, 1],
    ['408', { status: 408 }, { kind: 'timed-out' }, 2],
    ['half a body', { text: '{"value":[' }, { kind: 'unreadable' }, 2],
    ['a page of HTML', { text: '<html>', headers: { 'content-type': 'text/html' } }, { kind: 'unreadable' }, 2],
    ['a bare number', { text: '7' }, { kind: 'unreadable' }, 2],
    ['the body of another VM', { json: { id: `${vmId}-2`, name: 'vm-2' } }, { kind: 'unreadable' }, 1],
    ['a body that names no VM', { json: {} }, { kind: 'unreadable' }, 1],
    ['429 for an hour', { status: 429, headers: { 'retry-after': '3600' } }, { kind: 'throttled' }, 1],
    ['429 for ever', { status: 429, headers: { 'retry-after': '1' } }, { kind: 'throttled' }, 5],
    [
      'another tenant',
      { status: 401, json: { error: { code: 'InvalidAuthenticationTokenTenant' } } },
      { kind: 'denied' },
      1,
    ],
    ['a token too old', { status: 401 }, { kind: 'no-token', cause: { code: 'token-expired' } }, 2],
  ])('gives up on %s after the tries that make sense', async (_name, answer, failure, tries) => {
    const { result, sent, session } = await read(always(answer))
    expect(result).toMatchObject({ ok: false, failure })
    expect(sent).toHaveLength(tries)
    expect(session.usage.requests).toBe(tries)
    expect(session.scheduler.isIdle).toBe(true)
  })

  it('lets a page that somebody waits for go before a fleet', async () => {
    const made = fakeSession(always({ json: {} }))
    const fleet = Array.from({ length: 400 }, (_, index) =>
      getVirtualMachine(made.session, { ...vm, name: `vm-${index}` }, 'rest'),
    )
    const started = made.clock.now()
    await made.settle(getVirtualMachine(made.session, { ...vm, name: 'page' }, 'screen'))
    expect(made.clock.now() - started).toBeLessThan(1000)
    await made.settle(Promise.all(fleet))
  })

  it('asks with a new token after the first was refused', async () => {
    const { result, sent } = await read((_request, count) => (count === 1 ? { status: 401 } : { json: { id: vmId } }))
    expect(result.ok).toBe(true)
    expect(sent.map((request) => request.headers.get('authorization'))).toEqual(['Bearer token-0', 'Bearer token-1'])
  })

  it('hands a claims challenge back at once', async () => {
    const header = 'Bearer authorization_uri="https://x", error="insufficient_claims", claims="eyJhIjoxfQ=="'
    const { result, sent, tokens } = await read(always({ status: 401, headers: { 'www-authenticate': header } }))
    expect(result).toMatchObject({
      failure: { kind: 'no-token', cause: { code: 'claims-challenge', claims: 'eyJhIjoxfQ==' } },
    })
    expect([sent.length, tokens.dropped]).toEqual([1, 1])
  })

  it('tries again after resets and says that it waits', async () => {
    const made = fakeSession((_request, count) => {
      if (count < 3) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
      return { json: { id: vmId, name: 'vm' } }
    })
    const running = getVirtualMachine(made.session, vm, 'rest')
    await made.clock.advance(10)
    expect(made.session.waits()).toEqual([
      { scope: vm.subscriptionId, reason: 'server-error', until: expect.any(Number) },
    ])
    expect((await made.settle(running)).ok).toBe(true)
    expect(made.session.waits()).toEqual([])
  })

  it('stops where the session ends, also in the middle of a wait', async () => {
    const made = fakeSession(always({ status: 429, headers: { 'retry-after': '30' } }))
    const running = getVirtualMachine(made.session, vm, 'rest')
    await made.clock.advance(1000)
    made.session.close()
    expect(await running).toEqual({
      ok: false,
      failure: { kind: 'cancelled', scope: expect.stringContaining('/virtualMachines/vm') },
    })
  })

  it('ends a request that never answers at its time limit', async () => {
    const made = fakeSession((request) => {
      return new Promise((_resolve, reject) => {
        request.abortSignal?.addEventListener('abort', () => reject(new Error('aborted')))
      })
    })
    const lane = { kind: 'arm-reads', scope: 's' } as const
    const send = getJson(made.session, 'https://arm.test/x')
    const running = perform(made.session, {
      lane,
      provider: 'Microsoft.Compute',
      scope: 's',
      timeoutMilliseconds: 20,
      vmId: null,
      priority: 'rest',
      send,
    })
    expect(await made.settle(running)).toEqual({ ok: false, failure: { kind: 'timed-out', scope: 's' } })
    expect(made.sent).toHaveLength(2)
  })

  it('sends a token to no other host, whatever the address', async () => {
    const made = fakeSession(always({ json: {} }))
    for (const url of [
      'https://arm.test.evil.test/',
      'https://evil.test/?https://arm.test',
      'http://arm.test/',
      'https://arm.test:444/',
    ]) {
      const lane = { kind: 'arm-reads', scope: 's' } as const
      const call = {
        lane,
        provider: 'Microsoft.Compute',
        scope: 's',
        timeoutMilliseconds: 1000,
        vmId: null,
        priority: 'rest',
        send: getJson(made.session, url),
      } as const
      expect(await made.settle(perform(made.session, call))).toMatchObject({ failure: { kind: 'unreadable' } })
    }
    expect(made.sent).toEqual([])
  })
})

describe('listSubscriptions', () => {
  const page = (id: string, nextLink?: string): FakeAnswer => ({ json: { value: [{ subscriptionId: id }], nextLink } })

  it('follows its pages to the end', async () => {
    const made = fakeSession((_request, count) =>
      page(`s${count}`, count < 3 ? `https://arm.test/subscriptions?p=${count}` : undefined),
    )
    const result = await made.settle(listSubscriptions(made.session))
    expect(result).toMatchObject({
      value: [{ subscriptionId: 's1' }, { subscriptionId: 's2' }, { subscriptionId: 's3' }],
    })
  })

  it.each([
    'https://evil.test/subscriptions?p=2',
    'https://arm.test@evil.test/',
    'https://user:secret@arm.test/',
    '//evil.test/x',
    'file:///etc/passwd',
    'https://arm.test/subscriptions?api-version=2022-12-01',
  ])('is a failure, not a shorter list, where the next page is %s', async (nextLink) => {
    const made = fakeSession(always(page('s1', nextLink)))
    expect(await made.settle(listSubscriptions(made.session))).toMatchObject({ failure: { kind: 'unreadable' } })
    expect(made.sent).toHaveLength(1)
  })

  it.each<[string, FakeAnswer]>([
    ['no list', { json: {} }],
    ['null', { json: { value: null } }],
  ])('does not take %s for an empty list', async (_name, answer) => {
    const made = fakeSession(always(answer))
    expect(await made.settle(listSubscriptions(made.session))).toMatchObject({ failure: { kind: 'unreadable' } })
  })
})

describe('queryResourceGraph', () => {
  async function query(respond: Responder) {
    const made = fakeSession(respond)
    const rows: string[] = []
    const result = await made.settle(
      queryResourceGraph(made.session, {
        text: 'resources | project id | order by id asc',
        subscriptions: ['s1'],
        read: (row) => (typeof row === 'string' ? row : undefined),
        onRows: (page) => rows.push(...page),
      }),
    )
    return { ...made, rows, result }
  }

  /** A service that holds these rows when the n-th request comes, and answers as Resource Graph does. */
  const holding =
    (rowsAt: (request: number) => readonly string[]): Responder =>
    (request, count) => {
      const { options } = JSON.parse(request.body as string) as { options: { $top: number; $skip?: number } }
      const { $top, $skip = 0 } = options
      const all = rowsAt(count)
      const data = all.slice($skip, $skip + $top)
      const more = $skip + data.length < all.length
      return {
        json: { data, totalRecords: all.length, resultTruncated: 'false', ...(more && { $skipToken: 'an offset' }) },
      }
    }
  const numbered = (from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, index) => `row-${String(from + index).padStart(5, '0')}`)
  const optionsOf = (sent: readonly { readonly body?: unknown }[]): unknown[] =>
    sent.map(({ body }) => (JSON.parse(body as string) as { options: unknown }).options)

  it('pages by offset, a thousand rows at a time, each page beginning with rows of the one before', async () => {
    const { rows, result, sent } = await query(holding(() => numbered(0, 2500)))
    expect({ rows, ok: result.ok }).toEqual({ rows: numbered(0, 2500), ok: true })
    const format = { resultFormat: 'objectArray' }
    expect(optionsOf(sent)).toEqual([
      { ...format, $top: 1000 },
      { ...format, $top: 1000, $skip: 990 },
      { ...format, $top: 1000, $skip: 1980 },
    ])
  })

  it.each<[string, (request: number) => readonly string[], number]>([
    ['a row is made before them', (request) => (request === 1 ? numbered(10, 2500) : numbered(9, 2500)), 3],
    ['a row goes before them', (request) => (request === 1 ? numbered(0, 2500) : numbered(1, 2500)), 3],
    ['fifty rows go before them', (request) => (request === 1 ? numbered(0, 2500) : numbered(50, 2500)), 4],
    ['five hundred go before them', (request) => (request === 1 ? numbered(0, 2500) : numbered(500, 2500)), 6],
    ['as many go as come', (request) => (request === 1 ? numbered(0, 2500) : numbered(50, 2550)), 4],
    ['all that is left moves into pages before', (request) => numbered(request === 1 ? 0 : 900, 1300), 4],
  ])('misses no row that was there all the time where %s between two pages', async (_name, rowsAt, requests) => {
    const { rows, result, sent } = await query(holding(rowsAt))
    const lasting = rowsAt(1).filter((row) => rowsAt(9).includes(row))
    expect(lasting.filter((row) => !rows.includes(row))).toEqual([])
    expect({ ok: result.ok, once: new Set(rows).size === rows.length }).toEqual({ ok: true, once: true })
    expect(sent).toHaveLength(requests)
  })

  it('begins anew where its pages do not meet, a few times only, and is never complete then', async () => {
    const strange = (request: number) => numbered(request * 5000, request * 5000 + 2000)
    const { result, sent } = await query(holding(strange))
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unreadable' } })
    expect(sent.length).toBeLessThan(100)
    const settled = await query(holding((request) => (request < 9 ? strange(request) : numbered(0, 1500))))
    expect(settled.result.ok).toBe(true)
    expect(settled.rows).toEqual(expect.arrayContaining(numbered(0, 1500)))
  })

  it('takes an id with other capitals for the same row', async () => {
    const page = (ids: readonly string[], more: object) => ({
      json: { data: ids.map((id) => ({ id })), totalRecords: 3, ...more },
    })
    const made = fakeSession((_request, count) =>
      count === 1 ? page(['/A/x', '/a/Y'], { $skipToken: 't' }) : page(['/a/y', '/a/z'], {}),
    )
    const ids: unknown[] = []
    const result = await made.settle(
      queryResourceGraph(made.session, {
        text: 'q',
        subscriptions: [],
        read: (row) => row,
        onRows: (page) => ids.push(...page),
      }),
    )
    expect({ ids, ok: result.ok }).toEqual({ ids: [{ id: '/A/x' }, { id: '/a/Y' }, { id: '/a/z' }], ok: true })
  })

  const tooLarge = { code: 'BadRequest', details: [{ code: 'ResponsePayloadTooLarge' }] }

  it('asks for smaller pages where answers are too large, down to a least one', async () => {
    const all = holding(() => numbered(0, 600))
    const { rows, result } = await query((request, count) => {
      const { options } = JSON.parse(request.body as string) as { options: { $top: number } }
      return options.$top > 200 ? { status: 400, json: { error: tooLarge } } : all(request, count)
    })
    expect({ rows, ok: result.ok }).toEqual({ rows: numbered(0, 600), ok: true })
    const { result: never, sent } = await query(always({ status: 400, json: { error: tooLarge } }))
    expect(never).toMatchObject({ ok: false, failure: { kind: 'unreadable' } })
    expect(optionsOf(sent).map((options) => (options as { $top: number }).$top)).toEqual([
      1000, 500, 250, 125, 62, 31, 15,
    ])
  })

  it.each([
    [500, { code: 'InternalServerError', details: [{ code: 'UnexpectedQueryExecutionError' }] }],
    [504, { code: 'GatewayTimeout' }],
  ])('asks for a smaller page once where the service fails with %i', async (status, error) => {
    const { rows, result, sent } = await query((request, count) => {
      const { options } = JSON.parse(request.body as string) as { options: { $top: number } }
      return options.$top > 250 ? { status, json: { error } } : holding(() => numbered(0, 300))(request, count)
    })
    expect({ rows, ok: result.ok, sent: sent.length }).toEqual({ rows: numbered(0, 300), ok: true, sent: 5 })
  })

  it.each<[string, number, object, object]>([
    [
      'denied',
      400,
      { code: 'BadRequest', details: [{ code: 'NoValidSubscriptionsInQueryRequest' }] },
      { kind: 'denied' },
    ],
    ['denied', 403, { code: 'AccessDenied', details: [{ code: 'AccessDenied' }] }, { kind: 'denied' }],
    [
      'refused with its codes, and only its codes',
      400,
      { code: 'BadRequest', details: [{ code: 'InvalidQuery' }, { code: 'a b' }, { code: 'UnsupportedJoinFlavor' }] },
      {
        kind: 'unreadable',
        codes: ['BadRequest', 'InvalidQuery', 'UnsupportedJoinFlavor'],
      },
    ],
  ])('is %s, and not asked again', async (_name, status, error, failure) => {
    const { result, sent } = await query(always({ status, json: { error } }))
    expect(result).toMatchObject({ ok: false, failure })
    expect(sent).toHaveLength(1)
  })

  it.each([
    [400, { code: 'BadRequest', details: [{ code: 'RateLimiting' }] }],
    [429, { code: 'RateLimiting' }],
  ])('waits where it is throttled with status %i', async (status, error) => {
    const { result, sent } = await query((_request, count) =>
      count === 1
        ? { status, json: { error }, headers: { 'x-ms-user-quota-resets-after': '00:00:02' } }
        : { json: { data: ['a'], totalRecords: 1 } },
    )
    expect({ ok: result.ok, sent: sent.length }).toEqual({ ok: true, sent: 2 })
  })

  it.each<[string, (count: number) => object]>([
    ['fewer rows than counted', () => ({ data: ['a'], totalRecords: 2 })],
    ['no rows and no count of them', () => ({ data: [] })],
    ['rows and no count of them', () => ({ data: ['a'] })],
    ['a row that cannot be read', () => ({ data: ['a', 7], totalRecords: 2 })],
    ['a cut-off answer', () => ({ data: ['a'], totalRecords: 1, resultTruncated: 'true' })],
    ['the same row twice', (count) => ({ data: ['a'], totalRecords: 2, ...(count === 1 && { $skipToken: 't' }) })],
    ['no page at all', () => ({ rows: [] })],
    ['the same page again', () => ({ data: ['a'], $skipToken: 't' })],
    [
      'a word that is not known for being cut off',
      () => ({ data: ['a'], totalRecords: 1, resultTruncated: 'perhaps' }),
    ],
    ['an answer cut off with 1', () => ({ data: ['a'], totalRecords: 1, resultTruncated: 1 })],
    ['empty pages without end', (count) => ({ data: [], $skipToken: `t${count}` })],
  ])('is not complete with %s', async (_name, body) => {
    const { result } = await query((_request, count) => ({ json: body(count) }))
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unreadable' } })
  })

  it('rests where its quota is used up', async () => {
    const headers = { 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:04' }
    const made = fakeSession(always({ json: { data: [], totalRecords: 0 }, headers }))
    const ask = () =>
      queryResourceGraph(made.session, { text: 'q', subscriptions: [], read: () => undefined, onRows: () => undefined })
    await made.settle(ask())
    const started = made.clock.now()
    await made.settle(ask())
    expect(made.clock.now() - started).toBeGreaterThanOrEqual(3500)
  })
})
