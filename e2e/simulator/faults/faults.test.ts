import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TenantClient } from '../control/client'
import type { FaultInput } from '../control/shapes'
import { faultKinds, type FaultKind } from '../model/faults'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'
import type { Answer } from '../server/testing/send'
import { exchange } from '../server/testing/visitor'

let simulator: TestSimulator
let tenant: TenantClient
let list: string
let token: string
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'mixed' })
  list = `/subscriptions/${(await tenant.summary()).subscriptions[0]!.id}/providers/Microsoft.Compute/virtualMachines?api-version=2024-07-01`
  token = await tenant.token({ person: 'Chiara Rossi', audience: 'arm' })
})
afterAll(() => simulator.stop())

/** The list of VMs under one fault, which applies once; a later request succeeds. */
async function under(fault: FaultInput, order: { signal?: AbortSignal; path?: string } = {}): Promise<Answer> {
  await tenant.removeFaults()
  await tenant.addFault({ times: 1, ...fault })
  const answer = await simulator.arm(
    order.path ?? list,
    token,
    order.signal === undefined ? {} : { signal: order.signal },
  )
  expect((await simulator.arm(list, token)).json.value.length).toBeGreaterThan(0)
  return answer
}

/** The second page begins this many VMs later than the first ended. */
async function shifted(kind: FaultKind, by: number): Promise<void> {
  const fleet = await simulator.control.createTenant({ scenario: 'fleet', vms: 120, subscriptions: 1 })
  const reader = await fleet.token({ person: 'Chiara Rossi', audience: 'arm' })
  const first = `/subscriptions/${fleet.created.subscriptions[0]!.id}/providers/Microsoft.Compute/virtualMachines?api-version=2024-07-01`
  const read = async (path: string) => {
    const { json } = await simulator.arm(path, reader)
    const next = new URL(json.nextLink!)
    return { ids: json.value.map((vm) => String(Reflect.get(vm, 'id'))), next: `${next.pathname}${next.search}` }
  }
  const usual = await read(first)
  const wanted = [...usual.ids.slice(-1), ...(await read(usual.next)).ids]
  await fleet.addFault({ kind, times: 1 })
  const found = (await read((await read(first)).next)).ids
  expect(found.slice(0, 10)).toEqual(wanted.slice(by + 1, by + 11))
}

const proofs: Readonly<Record<FaultKind, () => Promise<void>>> = {
  'null-page': async () => expect((await under({ kind: 'null-page' })).json.value).toBeNull(),
  'wrong-type': async () => {
    const answer = await under({ kind: 'wrong-type' })
    expect([answer.headers['content-type'], answer.json.value.length > 0]).toEqual(['text/plain', true])
  },
  oversize: async () => expect((await under({ kind: 'oversize' })).text.length).toBeGreaterThan(32 * 1024 * 1024),
  'unknown-words': async () => expect((await under({ kind: 'unknown-words' })).text).toContain('Splendid'),
  duplicate: async () => {
    const { value } = (await under({ kind: 'duplicate' })).json
    expect(value.slice(value.length / 2)).toEqual(value.slice(0, value.length / 2))
  },
  throttle: async () => {
    const answer = await under({ kind: 'throttle', retryAfter: '7' })
    expect(answer).toMatchObject({ status: 429, json: { error: { code: 'TooManyRequests' } } })
    expect(answer.headers['retry-after']).toBe('7')
    expect((await under({ kind: 'throttle' })).headers['retry-after']).toBeUndefined()
  },
  deny: async () =>
    expect(await under({ kind: 'deny' })).toMatchObject({
      status: 403,
      json: { error: { code: 'AuthorizationFailed' } },
    }),
  vanish: async () =>
    expect(await under({ kind: 'vanish' })).toMatchObject({
      status: 404,
      json: { error: { code: 'ResourceNotFound' } },
    }),
  drop: async () => {
    await expect(under({ kind: 'drop' })).rejects.toMatchObject({ code: 'ECONNRESET' })
  },
  delay: async () => {
    const started = performance.now()
    expect((await under({ kind: 'delay', milliseconds: 150 })).status).toBe(200)
    expect(performance.now() - started).toBeGreaterThanOrEqual(148)
  },
  stall: async () => {
    await expect(under({ kind: 'stall' }, { signal: AbortSignal.timeout(250) })).rejects.toMatchObject({
      name: 'AbortError',
    })
    const late = await under({ kind: 'stall', milliseconds: 120 })
    expect(late.json.value.length).toBeGreaterThan(0)
  },
  truncate: async () => {
    const answer = await under({ kind: 'truncate' })
    expect(answer.status).toBe(200)
    expect(answer.text).toMatch(/^\{"value":\[/)
    expect(() => answer.json).toThrow(SyntaxError)
  },
  garble: async () => {
    const answer = await under({ kind: 'garble' })
    expect(answer.headers['content-type']).toContain('application/json')
    expect(() => answer.json).toThrow(SyntaxError)
  },
  html: async () => {
    const answer = await under({ kind: 'html' })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html')
    expect(answer.text).toMatch(/^<!doctype html>/)
  },
  'repeat-next-link': async () => {
    const answer = await under({ kind: 'repeat-next-link' })
    expect(answer.json.nextLink).toBe(`${simulator.origins.server}${list}`)
  },
  'repeat-between-pages': () => shifted('repeat-between-pages', -1),
  'miss-between-pages': () => shifted('miss-between-pages', 1),
  'foreign-next-link': async () => {
    const before = (await tenant.traffic()).foreignHostRequests
    const answer = await under({ kind: 'foreign-next-link' })
    const link = new URL(answer.json.nextLink!)
    expect(link.hostname).toBe('127.0.0.1')
    await simulator.arm(`${link.pathname}${link.search}`, token, { headers: { host: link.host } })
    expect((await tenant.traffic()).foreignHostRequests).toBe(before + 1)
  },
  'expired-token': async () =>
    expect(await under({ kind: 'expired-token' })).toMatchObject({
      status: 401,
      json: { error: { code: 'ExpiredAuthenticationToken' } },
    }),
  'server-error': async () => {
    expect((await under({ kind: 'server-error' })).status).toBe(503)
    const answer = await under({ kind: 'server-error', status: 500, retryAfter: '3' })
    expect(answer.status).toBe(500)
    expect(answer.headers['retry-after']).toBe('3')
  },
  'empty-page': async () => expect((await under({ kind: 'empty-page' })).json.value).toEqual([]),
  'claims-challenge': async () => {
    const answer = await under({ kind: 'claims-challenge' })
    expect(answer.status).toBe(401)
    expect(answer.headers['www-authenticate']).toContain('error="insufficient_claims"')
    await tenant.addFault({ kind: 'claims-challenge' })
    const strong = await tenant.token({ person: 'Chiara Rossi', audience: 'arm', acrs: ['c1'] })
    expect((await simulator.arm(list, strong)).status).toBe(200)
  },
}

describe('each kind of fault', () => {
  it.each(faultKinds)('%s', (kind) => proofs[kind]())
})

describe('where and when a fault applies', () => {
  beforeAll(() => tenant.removeFaults())

  it('depends on routes, path, skip and times', async () => {
    await tenant.removeFaults()
    const subscriptions = '/subscriptions?api-version=2022-12-01'
    const status = async (path: string): Promise<number> => (await simulator.arm(path, token)).status
    await tenant.addFault({ kind: 'server-error', routes: ['vm-list-all'], skip: 1, times: 2 })
    expect(await status(subscriptions)).toBe(200)
    expect([await status(list), await status(list), await status(list), await status(list)]).toEqual([
      200, 503, 503, 200,
    ])
    await tenant.removeFaults()
    await tenant.addFault({ kind: 'deny', path: '/PROVIDERS/microsoft.compute/' })
    expect([await status(list), await status(subscriptions)]).toEqual([403, 200])
    expect((await tenant.traffic({ route: 'vm-list-all' })).entries.at(-1)).toMatchObject({
      status: 403,
      fault: 'deny',
    })
  })

  it('does not affect fake Entra unless it names an endpoint', async () => {
    await tenant.removeFaults()
    const assertion = await tenant.token({ person: 'Chiara Rossi' })
    await tenant.addFault({ kind: 'server-error' })
    expect((await exchange(simulator, tenant.tenantId, assertion)).status).toBe(200)
    await tenant.addFault({ kind: 'server-error', routes: ['entra-token'], times: 1 })
    const failed = await exchange(simulator, tenant.tenantId, assertion)
    expect(failed).toMatchObject({ status: 503, json: { error: 'temporarily_unavailable', error_codes: [90033] } })
    expect((await exchange(simulator, tenant.tenantId, assertion)).status).toBe(200)
  })

  it('can be a delay and an answer at once', async () => {
    await tenant.removeFaults()
    await tenant.addFault({ kind: 'delay', milliseconds: 100 })
    await tenant.addFault({ kind: 'throttle', retryAfter: '1' })
    const started = performance.now()
    expect((await simulator.arm(list, token)).status).toBe(429)
    expect(performance.now() - started).toBeGreaterThanOrEqual(98)
  })

  it('does not affect other tenants', async () => {
    const other = await simulator.control.createTenant({ scenario: 'empty' })
    const answer = await simulator.arm(
      '/subscriptions?api-version=2022-12-01',
      await other.token({ person: 'Chiara Rossi', audience: 'arm' }),
    )
    expect(answer.status).toBe(200)
  })
})

describe('faults of Resource Graph pages', () => {
  const query = (options: object): string =>
    JSON.stringify({
      query: "resources | where type =~ 'microsoft.compute/virtualmachines' | project id | order by id asc",
      options,
    })
  const ask = (body: string): Promise<Answer> =>
    simulator.arm('/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01', token, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })

  it('empty a page and repeat a skip token', async () => {
    await tenant.removeFaults()
    const first = await ask(query({ $top: 5, resultFormat: 'objectArray' }))
    expect(first.json.data).toHaveLength(5)
    await tenant.addFault({ kind: 'empty-page', times: 1 })
    expect((await ask(query({ $top: 5, resultFormat: 'objectArray' }))).json).toMatchObject({
      data: [],
      count: 0,
      $skipToken: first.json.$skipToken,
    })
    await tenant.addFault({ kind: 'repeat-next-link', times: 1 })
    const second = await ask(query({ $top: 5, $skipToken: first.json.$skipToken, resultFormat: 'objectArray' }))
    expect(second.json.$skipToken).toBe(first.json.$skipToken)
  })
})
