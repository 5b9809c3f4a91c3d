import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/fleet/route'
import type { ErrorCode } from '@/lib/contract/errors'
import type { TenantClient } from '../simulator/control/client'
import type { FaultInput, TenantInput } from '../simulator/control/shapes'
import { ask, readFleet, startStack, type Loaded, type Stack } from './support'
import { VirtualTime } from './testing/virtual-time'

const time = new VirtualTime()
const admin = 'Aiko Tanaka'
let stack: Stack
beforeAll(async () => {
  stack = await startStack(time.hold)
})
afterAll(async () => {
  await stack.stop()
  time.end()
})

const fleet: TenantInput = { scenario: 'fleet', vms: 16, subscriptions: 2, ade: 0.5, seed: 11, still: true }

/**
 * Where in a load the fault occurs: the route, how many of its requests succeed before, and a tenant whose load gets
 * there.
 */
const stages = {
  'the list of subscriptions': { routes: ['subscriptions-list'], skip: 0, world: fleet },
  'the inventory': { routes: ['resource-graph'], skip: 0, world: fleet },
  'the middle of the inventory': { routes: ['resource-graph'], skip: 3, world: fleet },
  'a reading': { routes: ['vm-get'], skip: 2, world: fleet },
  'a subscription without any VM': { routes: ['vm-list-all'], skip: 0, world: { scenario: 'empty', seed: 1 } },
  'the list of a scale set': { routes: ['scale-set-vms-list'], skip: 1, world: { scenario: 'scale-sets', seed: 1 } },
} as const satisfies Record<string, { routes: readonly string[]; skip: number; world: TenantInput }>
type Stage = keyof typeof stages

const httpDate = () => new Date(time.clock.now() + 2000).toUTCString()
const throttle = (retryAfter?: string): FaultInput => ({
  kind: 'throttle',
  ...(retryAfter !== undefined && { retryAfter }),
})

/** Lasting faults, and the causes that may be named for them. */
const faults: readonly (readonly [string, () => FaultInput, readonly ErrorCode[]])[] = [
  ['429 with seconds', () => throttle('2'), ['arm-throttled']],
  ['429 with a date', () => throttle(httpDate()), ['arm-throttled']],
  ['429 without Retry-After', () => throttle(), ['arm-throttled']],
  ['429 with 0', () => throttle('0'), ['arm-throttled']],
  ['429 with a negative Retry-After', () => throttle('-7'), ['arm-throttled']],
  ['429 for a year', () => throttle('31536000'), ['arm-throttled']],
  ...[500, 502, 503, 504].map(
    (status) =>
      [`${status}`, (): FaultInput => ({ kind: 'server-error', status }), ['arm-down'] as ErrorCode[]] as const,
  ),
  ['401', () => ({ kind: 'expired-token' }), ['token-expired']],
  ['403', () => ({ kind: 'deny' }), ['arm-denied']],
  ['404', () => ({ kind: 'vanish' }), ['arm-not-found']],
  ['409', () => ({ kind: 'server-error', status: 409 }), ['arm-unreadable']],
  ['a claims challenge', () => ({ kind: 'claims-challenge' }), ['claims-challenge']],
  ['slow headers', () => ({ kind: 'delay', milliseconds: 60_000 }), ['arm-timed-out', 'arm-down']],
  ['a stalled body', () => ({ kind: 'stall' }), ['arm-timed-out', 'arm-down']],
  ['resets', () => ({ kind: 'drop' }), ['arm-down']],
  ['truncated JSON', () => ({ kind: 'truncate' }), ['arm-unreadable', 'arm-down']],
  ['garbled JSON', () => ({ kind: 'garble' }), ['arm-unreadable']],
  ['HTML with 200', () => ({ kind: 'html' }), ['arm-unreadable']],
  ['an oversized body', () => ({ kind: 'oversize' }), ['arm-unreadable', 'arm-timed-out']],
  ['null in place of a list', () => ({ kind: 'null-page' }), ['arm-unreadable']],
]

/**
 * Combinations without trouble: a VM's own body is not a list, and when Resource Graph refuses everything, each
 * subscription is read on its own.
 */
const harmless: ReadonlySet<string> = new Set(['a reading: null in place of a list', 'the inventory: 403'])

const cells = Object.keys(stages).flatMap((stage) =>
  faults
    .filter(([name]) => !harmless.has(`${stage}: ${name}`))
    .map(([name, fault, codes]) => ({ stage: stage as Stage, name, fault, codes })),
)

/** Every cause in an answer: of its rows, its gaps, its end, or the answer itself. */
interface Outcome {
  readonly causes: ReadonlySet<string>
  readonly loaded: Loaded | null
}

async function load(tenant: TenantClient): Promise<Outcome> {
  const response = await ask(GET, tenant, admin)
  if (response.status !== 200) {
    return { causes: new Set([((await response.json()) as { code: string }).code]), loaded: null }
  }
  const loaded = await readFleet(response)
  const { rows, gaps, last } = loaded
  const ofRows = [...rows.values()].flatMap(({ readError }) => (readError === null ? [] : [readError]))
  const ofEnd = last?.type === 'failure' ? [last.error.code] : []
  return { causes: new Set([...ofRows, ...gaps.map(({ code }) => code), ...ofEnd]), loaded }
}

const statesOf = (loaded: Loaded | null) => [...(loaded?.rows ?? [])].map(([key, row]) => [key, row.state]).sort()

describe('lasting trouble at every stage', () => {
  it.each(cells)('$stage: $name', async ({ stage, fault, codes }) => {
    const { world, routes, skip } = stages[stage]
    const tenant = await stack.tenant({ ...world, bucketScale: 1000 })
    await tenant.clock({ freeze: true })
    const person = (await tenant.summary()).people.find(({ displayName }) => displayName === admin)
    globalThis.sealwatchSchedulers ??= new Map()
    globalThis.sealwatchSchedulers.set(`public|${tenant.tenantId}|${person?.objectId ?? ''}`, time.scheduler())
    const truth = await load(tenant)
    expect(truth.loaded?.last).toMatchObject({ type: 'end', complete: true })

    await tenant.addFault({ ...fault(), routes: [...routes], skip })
    const since = time.clock.now()
    const { causes, loaded } = await load(tenant)
    // A load ends after ten minutes at the latest.
    expect(time.clock.now() - since).toBeLessThan(600_000)
    expect(
      codes.some((code) => causes.has(code)),
      [...causes].join(),
    ).toBe(true)
    expect(loaded?.last?.type === 'end' && loaded.last.complete).toBe(false)
    for (const [key, row] of loaded?.rows ?? []) {
      if (row.state !== 'unknown')
        expect({ key, state: row.state }).toEqual({ key, state: truth.loaded?.rows.get(key)?.state })
    }
    expect((await tenant.traffic({ limit: 0 })).foreignHostRequests).toBe(0)

    // Nothing is created again: the same process, the same user, a while later.
    await tenant.removeFaults()
    time.pass(11 * 60_000)
    const after = await load(tenant)
    expect(after.loaded?.last).toMatchObject({ type: 'end', complete: true })
    expect(statesOf(after.loaded)).toEqual(statesOf(truth.loaded))
    await tenant.remove()
  })
})
