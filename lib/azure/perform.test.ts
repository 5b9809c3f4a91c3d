import { describe, expect, it } from 'vitest'
import { getJson } from './calls/get-json'
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

/** The same response each time. */
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
    ['a body without a VM id', { json: {} }, { kind: 'unreadable' }, 1],
    ['429 for an hour', { status: 429, headers: { 'retry-after': '3600' } }, { kind: 'throttled' }, 1],
    ['429 for ever', { status: 429, headers: { 'retry-after': '1' } }, { kind: 'throttled' }, 5],
    [
      'another tenant',
      { status: 401, json: { error: { code: 'InvalidAuthenticationTokenTenant' } } },
      { kind: 'denied' },
      1,
    ],
    ['an expired token', { status: 401 }, { kind: 'no-token', cause: { code: 'token-expired' } }, 2],
  ])('gives up on %s after a bounded number of tries', async (_name, answer, failure, tries) => {
    const { result, sent, session } = await read(always(answer))
    expect(result).toMatchObject({ ok: false, failure })
    expect(sent).toHaveLength(tries)
    expect(session.usage.requests).toBe(tries)
    expect(session.scheduler.isIdle).toBe(true)
  })

  it('sends a reading for an open page before those of a fleet', async () => {
    const made = fakeSession(always({ json: {} }))
    const fleet = Array.from({ length: 400 }, (_, index) =>
      getVirtualMachine(made.session, { ...vm, name: `vm-${index}` }, 'rest'),
    )
    const started = made.clock.now()
    await made.settle(getVirtualMachine(made.session, { ...vm, name: 'page' }, 'screen'))
    expect(made.clock.now() - started).toBeLessThan(1000)
    await made.settle(Promise.all(fleet))
  })

  it('retries with a new token after the first was refused', async () => {
    const { result, sent } = await read((_request, count) => (count === 1 ? { status: 401 } : { json: { id: vmId } }))
    expect(result.ok).toBe(true)
    expect(sent.map((request) => request.headers.get('authorization'))).toEqual(['Bearer token-0', 'Bearer token-1'])
  })

  it('returns a claims challenge at once', async () => {
    const header = 'Bearer authorization_uri="https://x", error="insufficient_claims", claims="eyJhIjoxfQ=="'
    const { result, sent, tokens } = await read(always({ status: 401, headers: { 'www-authenticate': header } }))
    expect(result).toMatchObject({
      failure: { kind: 'no-token', cause: { code: 'claims-challenge', claims: 'eyJhIjoxfQ==' } },
    })
    expect([sent.length, tokens.dropped]).toEqual([1, 1])
  })

  it('retries after connection resets and reports that it waits', async () => {
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

  it('stops where the session ends, also during a wait', async () => {
    const made = fakeSession(always({ status: 429, headers: { 'retry-after': '30' } }))
    const running = getVirtualMachine(made.session, vm, 'rest')
    await made.clock.advance(1000)
    made.session.close()
    expect(await running).toEqual({
      ok: false,
      failure: { kind: 'cancelled', scope: expect.stringContaining('/virtualMachines/vm') },
    })
  })

  it('ends a request without a response at its time limit', async () => {
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

  it('sends a token to no other host, for any address', async () => {
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
    ['a value that is not a list', { json: {} }],
    ['null', { json: { value: null } }],
  ])('does not treat %s as an empty list', async (_name, answer) => {
    const made = fakeSession(always(answer))
    expect(await made.settle(listSubscriptions(made.session))).toMatchObject({ failure: { kind: 'unreadable' } })
  })
})
