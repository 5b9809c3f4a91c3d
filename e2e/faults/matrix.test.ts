import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/fleet/route'
import type { ErrorCode } from '@/lib/contract/errors'
import type { TenantClient } from '../simulator/control/client'
import type { FaultInput } from '../simulator/control/shapes'
import { ask, readFleet, startStack, type Loaded, type Stack } from './support'
import { VirtualTime } from './testing/virtual-time'

const time = new VirtualTime()
let stack: Stack
let tenant: TenantClient
let truth: Loaded
let someVm = ''
let someSubscription = ''

const admin = 'Aiko Tanaka'

/** A new scheduler for each case, so that a scope closed in one case is open in the next. */
async function freshScheduler(): Promise<void> {
  const { people } = await tenant.summary()
  const objectId = people.find(({ displayName }) => displayName === admin)?.objectId ?? ''
  globalThis.sealwatchSchedulers ??= new Map()
  globalThis.sealwatchSchedulers.set(`public|${tenant.tenantId}|${objectId}`, time.scheduler())
}

async function load(): Promise<Loaded | { readonly status: number; readonly code: ErrorCode }> {
  const response = await ask(GET, tenant, admin)
  if (response.status === 200) return readFleet(response)
  return { status: response.status, code: ((await response.json()) as { code: ErrorCode }).code }
}

async function loadWhole(): Promise<Loaded> {
  const loaded = await load()
  if ('status' in loaded) throw new Error(`${loaded.status} ${loaded.code}`)
  return loaded
}

const statesOf = ({ rows }: Loaded) => [...rows].map(([key, row]) => [key, row.state, row.reading]).sort()

/** No load may show a better state than the undisturbed one. */
function expectNoFalseComfort(loaded: Loaded): void {
  for (const [key, row] of loaded.rows) {
    if (row.state === 'unknown') continue
    expect({ key, state: row.state }).toEqual({ key, state: truth.rows.get(key)?.state })
  }
}

/** Every cause of a load: of its rows, its gaps and its end. */
function causesOf({ rows, gaps, last }: Loaded): Set<string> {
  const ofRows = [...rows.values()].flatMap(({ readError }) => (readError === null ? [] : [readError]))
  return new Set([...ofRows, ...gaps.map(({ code }) => code), ...(last?.type === 'failure' ? [last.error.code] : [])])
}

beforeAll(async () => {
  stack = await startStack(time.hold)
  const world = { scenario: 'fleet', vms: 40, subscriptions: 2, ade: 0.5, seed: 11, still: true } as const
  tenant = await stack.tenant({ ...world, bucketScale: 1000 })
  await tenant.clock({ freeze: true })
  await freshScheduler()
  truth = await loadWhole()
  const read = [...truth.rows.values()].filter(({ reading }) => reading === 'read')
  someVm = read[0]?.key ?? ''
  someSubscription = read[0]?.subscriptionId ?? ''
})
beforeEach(async () => {
  await tenant.removeFaults()
  await tenant.clearTraffic()
  await freshScheduler()
})
afterAll(async () => {
  await stack.stop()
  time.end()
})

const httpDate = (seconds: number) => new Date(time.clock.now() + seconds * 1000).toUTCString()

type Fault = FaultInput | (() => FaultInput)
type Cell = readonly [string, Fault]
const made = (fault: Fault): FaultInput => (typeof fault === 'function' ? fault() : fault)

/** Temporary faults: the load recovers and gives the same result as an undisturbed one. */
const passing: readonly Cell[] = [
  ['429 with seconds', { kind: 'throttle', routes: ['vm-get'], times: 3, retryAfter: '2' }],
  ['429 with a date', () => ({ kind: 'throttle', routes: ['vm-get'], times: 3, retryAfter: httpDate(1) })],
  ['429 without Retry-After', { kind: 'throttle', routes: ['vm-get'], times: 3 }],
  ['429 with 0', { kind: 'throttle', routes: ['vm-get'], times: 3, retryAfter: '0' }],
  ['429 with a negative Retry-After', { kind: 'throttle', routes: ['vm-get'], times: 3, retryAfter: '-7' }],
  ['429 of Resource Graph', { kind: 'throttle', routes: ['resource-graph'], times: 2, retryAfter: '1' }],
  ...[500, 502, 503, 504].flatMap((status) =>
    ['subscriptions-list', 'resource-graph', 'vm-get'].map((route): Cell => [
      `${status} of ${route}`,
      { kind: 'server-error', status, routes: [route], times: 2 },
    ]),
  ),
  ['401 in the middle of a list', { kind: 'expired-token', routes: ['resource-graph'], skip: 1, times: 1 }],
  ['a token that expires mid-load', { kind: 'expired-token', routes: ['vm-get'], skip: 5, times: 1 }],
  ...['subscriptions-list', 'resource-graph', 'vm-get'].flatMap((route): Cell[] => [
    [`a reset of ${route}`, { kind: 'drop', routes: [route], times: 2 }],
    [`slow headers of ${route}`, { kind: 'delay', milliseconds: 3000, routes: [route], times: 1 }],
    [`a stalled body of ${route}`, { kind: 'stall', routes: [route], times: 1 }],
    [`truncated JSON of ${route}`, { kind: 'truncate', routes: [route], times: 1 }],
    [`HTML with 200 of ${route}`, { kind: 'html', routes: [route], times: 1 }],
    [`a wrong content type of ${route}`, { kind: 'wrong-type', routes: [route] }],
  ]),
  ['duplicate VMs', { kind: 'duplicate', routes: ['resource-graph'] }],
]

/** Lasting faults: what they hide is unknown, with its cause; the rest is right. */
const lasting: readonly (readonly [string, Fault, ErrorCode])[] = [
  ['429 for a year', { kind: 'throttle', routes: ['vm-get'], retryAfter: '31536000' }, 'arm-throttled'],
  ['403 on one subscription', () => ({ kind: 'deny', routes: ['vm-get'], path: someSubscription }), 'arm-denied'],
  ['404 between list and read', () => ({ kind: 'vanish', routes: ['vm-get'], path: someVm }), 'arm-not-found'],
  ['409', () => ({ kind: 'server-error', status: 409, routes: ['vm-get'], path: someVm }), 'arm-unreadable'],
  ['500 of a whole subscription', () => ({ kind: 'server-error', status: 500, path: someSubscription }), 'arm-down'],
  ['endlessly slow headers', () => ({ kind: 'delay', milliseconds: 50_000, path: someVm }), 'arm-timed-out'],
  ['an endlessly stalled body', () => ({ kind: 'stall', path: someVm }), 'arm-timed-out'],
  ['endless connection resets', () => ({ kind: 'drop', path: someVm }), 'arm-down'],
  ['an oversized body', () => ({ kind: 'oversize', path: someVm }), 'arm-unreadable'],
  ['an empty page', { kind: 'empty-page', routes: ['resource-graph'], body: 'AzureDiskEncryption' }, 'arm-unreadable'],
  ['a null page', { kind: 'null-page', routes: ['resource-graph'], body: 'leftouter' }, 'arm-unreadable'],
  ['a claims challenge mid-stream', { kind: 'claims-challenge', routes: ['vm-get'], skip: 5 }, 'claims-challenge'],
  ['rights revoked mid-load', { kind: 'deny', routes: ['vm-get'], skip: 5 }, 'arm-denied'],
]

/** Faults before anything is known: an ordinary error. */
const atOnce: readonly (readonly [string, FaultInput, number, ErrorCode])[] = [
  ['429', { kind: 'throttle', retryAfter: '3600' }, 429, 'arm-throttled'],
  ['a foreign nextLink', { kind: 'foreign-next-link' }, 502, 'arm-unreadable'],
  ['a repeated nextLink', { kind: 'repeat-next-link' }, 502, 'arm-unreadable'],
  ['a null page', { kind: 'null-page' }, 502, 'arm-unreadable'],
  ['an oversized body', { kind: 'oversize' }, 502, 'arm-unreadable'],
  ['a stalled body', { kind: 'stall' }, 504, 'arm-timed-out'],
]

async function expectRecovery(): Promise<void> {
  await tenant.removeFaults()
  await freshScheduler()
  const after = await loadWhole()
  expect(statesOf(after)).toEqual(statesOf(truth))
  expect(after.last).toMatchObject({ type: 'end', complete: true })
}

describe('temporary trouble', () => {
  it.each(passing)('changes nothing: %s', async (_name, fault) => {
    await tenant.addFault(made(fault))
    const loaded = await loadWhole()
    expect(statesOf(loaded)).toEqual(statesOf(truth))
    expect(loaded.last).toMatchObject({ type: 'end', complete: true })
  })
})

describe('lasting trouble', () => {
  it.each(lasting)('is shown with its cause, and ends with the fault: %s', async (_name, fault, code) => {
    await tenant.addFault(made(fault))
    const loaded = await loadWhole()
    expectNoFalseComfort(loaded)
    expect(causesOf(loaded)).toContain(code)
    expect(loaded.last?.type === 'end' && loaded.last.complete).toBe(false)
    expect((await tenant.traffic({ limit: 0 })).foreignHostRequests).toBe(0)
    await expectRecovery()
  })

  it('never claims "encrypted" from an unknown message', async () => {
    await tenant.addFault({ kind: 'unknown-words', routes: ['vm-get'] })
    const loaded = await loadWhole()
    const read = [...loaded.rows.values()].filter(({ reading }) => reading === 'read')
    for (const { key, state, operation, problem } of read) {
      expect({ key, operation }).toEqual({ key, operation: 'not-known' })
      expect({ key, problem: problem?.kind }).not.toMatchObject({ problem: 'vm-not-running' })
      expect(state).not.toBe('encrypted')
      if (truth.rows.get(key)?.state === 'encrypted')
        expect({ key, state }).not.toMatchObject({ state: 'not-encrypted' })
    }
    await expectRecovery()
  })

  it('does not depend on a clock that is ten minutes off', async () => {
    for (const step of [600_000, -1_200_000]) {
      await tenant.clock({ step })
      const loaded = await loadWhole()
      expect(loaded.rows.size).toBe(truth.rows.size)
      expectNoFalseComfort(loaded)
    }
    await tenant.clock({ step: 600_000 })
  })
})

describe('trouble at the very start', () => {
  it.each(atOnce)('is an error with its cause, and ends with the fault: %s', async (_name, fault, status, code) => {
    await tenant.addFault({ ...fault, routes: ['subscriptions-list'] })
    expect(await load()).toEqual({ status, code })
    expect((await tenant.traffic({ limit: 0 })).foreignHostRequests).toBe(0)
    await expectRecovery()
  })
})
