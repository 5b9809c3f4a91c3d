import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/fleet/route'
import { maxConcurrent } from '@/lib/azure/schedule/scheduler'
import type { TenantClient } from '../simulator/control/client'
import { ask, forgetLimits, readFleet, startStack, type Loaded, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
let undisturbed: Loaded

const admin = 'Aiko Tanaka'
const load = (person = admin): Promise<Loaded> => ask(GET, tenant, person).then(readFleet)

/** A disturbed load must never show a better state than the undisturbed one, or "no ADE" without evidence. */
function expectNoFalseComfort(loaded: Loaded): void {
  for (const [key, row] of loaded.rows) {
    const truth = undisturbed.rows.get(key)
    if (row.state === 'unknown') continue
    expect({ key, state: row.state, reading: row.reading }).toEqual({
      key,
      state: truth?.state,
      reading: truth?.reading,
    })
  }
}

beforeAll(async () => {
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 7, bucketScale: 1000 })
  await tenant.clock({ freeze: true })
  await tenant.removeFaults()
  undisturbed = await load()
})
beforeEach(async () => {
  await tenant.removeFaults()
  await tenant.clearTraffic()
  forgetLimits()
})
afterAll(() => stack.stop())

describe('an undisturbed fleet', () => {
  it('has a verdict for every readable VM, and a gap for the rest', () => {
    const states = [...undisturbed.rows.values()].map((row) => row.reading)
    expect(undisturbed.rows.size).toBeGreaterThan(100)
    expect(new Set(states)).toEqual(new Set(['read', 'inventory']))
    expect(undisturbed.gaps).toEqual([expect.objectContaining({ kind: 'subscription', code: 'arm-denied' })])
    expect(undisturbed.last).toMatchObject({ type: 'end', complete: false })
  })

  it('reads only candidates one by one, changes nothing, and counts its requests', async () => {
    const loaded = await load()
    const { counts, refusedChanges, foreignHostRequests } = await tenant.traffic()
    const reads = counts['vm-get']?.['200'] ?? 0
    expect(reads).toBe([...loaded.rows.values()].filter((row) => row.reading === 'read').length)
    expect(reads).toBeLessThan(loaded.rows.size)
    expect({ refusedChanges, foreignHostRequests }).toEqual({ refusedChanges: 0, foreignHostRequests: 0 })
    const sent = ['subscriptions-list', 'resource-graph', 'vm-get', 'vm-list-all']
      .flatMap((route) => Object.values(counts[route] ?? {}))
      .reduce((sum, count) => sum + count, 0)
    expect(loaded.last).toMatchObject({ progress: { armRequests: sent, throttled: 0 } })
  })

  it('reads every VM for a user who may see neither disks nor extensions', async () => {
    const loaded = await load('Ivan Petrov')
    expect(loaded.rows.size).toBeGreaterThanOrEqual(undisturbed.rows.size)
    for (const [key, row] of loaded.rows) {
      expect(row.reading).toBe('read')
      const truth = undisturbed.rows.get(key)
      if (truth === undefined) continue
      // This user may not see audits from inside the VM; without one the stamp alone proves nothing.
      const audited = truth.state === 'encrypted' && row.state === 'encrypted-unverified'
      if (!audited) expect({ key, state: row.state }).toEqual({ key, state: truth.state })
    }
  })

  it('sends no token and no version of a secret', () => {
    expect(undisturbed.text).toMatch(/\/secrets\/[^/"]+\/…/)
    expect(undisturbed.text).not.toMatch(/\/secrets\/[^/"\\]+\/[^…]/i)
    expect(undisturbed.text).not.toMatch(/eyJ[A-Za-z0-9_-]{20,}\./)
  })

  it('ends without rows for a user without permissions', async () => {
    const loaded = await load('Dmitri Volkov')
    expect(loaded.rows.size).toBe(0)
    expect(loaded.last).toMatchObject({ type: 'end' })
  })
})

describe('trouble with single VMs', () => {
  it('waits as long as Azure requires, loses no VM and reports the wait', async () => {
    await tenant.addFault({ kind: 'throttle', routes: ['vm-get'], skip: 5, times: 10, retryAfter: '1' })
    const loaded = await load()
    expect([...loaded.rows.values()].filter((row) => row.reading === 'failed')).toEqual([])
    expect(loaded.rows).toEqual(
      new Map(
        [...undisturbed.rows].map(([key, row]) => [key, { ...row, evidenceAt: loaded.rows.get(key)?.evidenceAt }]),
      ),
    )
    const waits = loaded.events.flatMap((event) => (event.type === 'progress' ? event.progress.waits : []))
    expect(waits.length).toBeGreaterThan(0)
    expect(loaded.last).toMatchObject({ progress: { throttled: 10 } })
  })

  it('reports a very long wait instead of waiting', async () => {
    await tenant.addFault({ kind: 'throttle', routes: ['vm-get'], retryAfter: '3600' })
    // Another user, because the first user's closed scope stays closed.
    const loaded = await load('Chiara Rossi')
    const failed = [...loaded.rows.values()].filter((row) => row.reading === 'failed')
    expect(failed.length).toBeGreaterThan(50)
    for (const row of failed) expect(row).toMatchObject({ state: 'unknown', readError: 'arm-throttled' })
    expect(loaded.last).toMatchObject({ type: 'end', complete: false })
    expectNoFalseComfort({ ...loaded, rows: new Map([...loaded.rows].filter(([key]) => undisturbed.rows.has(key))) })
  })

  it.each([
    ['server-error', { status: 500 }],
    ['drop', {}],
    ['truncate', {}],
    ['html', {}],
    ['garble', {}],
  ] as const)('retries after %s', async (kind, more) => {
    await tenant.addFault({ kind, routes: ['vm-get'], skip: 3, times: 2, ...more })
    const loaded = await load()
    expect([...loaded.rows.values()].filter((row) => row.reading === 'failed')).toEqual([])
    expectNoFalseComfort(loaded)
    expect(loaded.rows.size).toBe(undisturbed.rows.size)
  })

  it.each([
    ['server-error', 'arm-down'],
    ['deny', 'arm-denied'],
    ['vanish', 'arm-not-found'],
    ['html', 'arm-unreadable'],
  ] as const)('reports %s when it lasts, for that VM only', async (kind, readError) => {
    const victim = [...undisturbed.rows.values()].find((row) => row.state === 'encrypted')
    await tenant.addFault({ kind, routes: ['vm-get'], path: victim?.key ?? '' })
    const loaded = await load()
    const failed = [...loaded.rows.values()].filter((row) => row.reading === 'failed')
    expect(failed.map((row) => row.key)).toEqual([victim?.key])
    expect(failed[0]).toMatchObject({
      state: 'unknown',
      os: 'unknown',
      readError,
      evidenceAt: null,
      osType: victim?.osType,
    })
    expect(loaded.gaps).toContainEqual(expect.objectContaining({ kind: 'vm', scope: victim?.key, code: readError }))
    expectNoFalseComfort(loaded)
  })
})

describe('trouble with the inventory', () => {
  it.each([
    ['server-error', 'arm-down'],
    ['truncate', null],
    ['garble', 'arm-unreadable'],
    ['empty-page', 'arm-unreadable'],
    ['deny', 'arm-denied'],
    ['throttle', 'arm-throttled'],
  ] as const)('never calls a VM unencrypted after an incomplete inventory: %s', async (kind, code) => {
    // The list of VMs arrives; the answers that would complete it do not.
    const retryAfter = kind === 'throttle' ? '120' : null
    await tenant.addFault({ kind, routes: ['resource-graph'], body: 'AzureDiskEncryption', retryAfter })
    const loaded = await load(kind === 'throttle' ? 'Chiara Rossi' : admin)
    const inventory = [...loaded.rows.values()].filter((row) => row.reading === 'inventory')
    expect(inventory).toEqual([])
    for (const row of loaded.rows.values()) {
      if (row.reading !== 'read') expect(row.state).toBe('unknown')
    }
    expect(loaded.gaps.some((gap) => gap.kind === 'inventory' && (code === null || gap.code === code))).toBe(true)
    expect(loaded.last).toMatchObject({ type: 'end', complete: false, progress: { inventoryComplete: false } })
  })
})

describe('trouble with everything', () => {
  it('begins with what it waits for where Azure asks for a long pause before the first list', async () => {
    await tenant.addFault({
      kind: 'server-error',
      status: 503,
      routes: ['subscriptions-list'],
      times: 1,
      retryAfter: '6',
    })
    const { events, last } = await load()
    expect(events.slice(0, 2)).toMatchObject([
      { type: 'start' },
      { type: 'progress', progress: { inventoryComplete: false, waits: [{ reason: 'server-error' }] } },
    ])
    expect(events.filter(({ type }) => type === 'start')).toHaveLength(1)
    expect(last).toMatchObject({ type: 'end', progress: { inventoryComplete: true } })
  })

  it.each([
    ['server-error', 502, 'arm-down'],
    ['deny', 403, 'arm-denied'],
    ['html', 502, 'arm-unreadable'],
    ['claims-challenge', 401, 'claims-challenge'],
    ['expired-token', 401, 'token-expired'],
    ['foreign-next-link', 502, 'arm-unreadable'],
    ['repeat-next-link', 502, 'arm-unreadable'],
  ] as const)('is an ordinary error when nothing could be read: %s', async (kind, status, code) => {
    await tenant.addFault({ kind, routes: ['subscriptions-list'] })
    const response = await ask(GET, tenant, admin)
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toMatchObject({ code, requestId: response.headers.get('x-request-id') })
    if (kind === 'claims-challenge')
      expect(response.headers.get('www-authenticate')).toMatch(/insufficient_claims.*claims="/)
    expect((await tenant.traffic()).foreignHostRequests).toBe(0)
  })

  it('exchanges the token again after one refusal', async () => {
    await tenant.addFault({ kind: 'expired-token', routes: ['subscriptions-list'], times: 1 })
    expect((await load()).last).toMatchObject({ type: 'end' })
    expect((await tenant.traffic()).counts['entra-token']).toBeDefined()
  })

  it('requests more of the user in the middle of a load, once, and stops', async () => {
    await tenant.addFault({ kind: 'claims-challenge', routes: ['vm-get'], skip: 10 })
    const loaded = await load()
    expect(loaded.last).toMatchObject({
      type: 'failure',
      error: { code: 'claims-challenge', claims: expect.any(String) },
    })
    expect(loaded.events.filter((event) => event.type === 'failure' || event.type === 'end')).toHaveLength(1)
  })

  it('sends no more requests to Azure after the browser has disconnected', async () => {
    await tenant.addFault({ kind: 'stall', routes: ['vm-get'] })
    const leaving = new AbortController()
    const response = await ask(GET, tenant, admin, { signal: leaving.signal })
    const reader = response.body?.getReader()
    await reader?.read()
    leaving.abort()
    await reader?.cancel()
    // No request is running or queued any more, so none can follow.
    const schedulers = [...(globalThis.sealwatchSchedulers?.values() ?? [])]
    await expect.poll(() => schedulers.every(({ isIdle }) => isIdle)).toBe(true)
    const asked = Object.values((await tenant.traffic()).counts['vm-get'] ?? {}).reduce((sum, count) => sum + count, 0)
    expect(asked).toBeLessThanOrEqual(maxConcurrent)
    expect([...undisturbed.rows.values()].filter(({ reading }) => reading === 'read').length).toBeGreaterThan(asked)
  })
})
