import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { vmStates } from '@/lib/contract/codes'
import { fleetIn } from '@/lib/local/bundle/compare'
import type { Bundle } from '@/lib/setup/bundle/read'
import { forgetLimits, startStack } from '../faults/support'
import { people } from '../fixtures/people'
import { ofTier } from '../fixtures/tier'
import { callerOf, takeInto } from './testing/take'

const realImmediate = globalThis.setImmediate
const realTurn = (): Promise<void> => new Promise((resolve) => realImmediate(resolve))
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-hostile-'))
/** 10,000 at night, as ten tests: one alone could take longer than a test may on a busy machine. */
const shares = ofTier({ part: ['100'], whole: Array.from({ length: 10 }, (_, index) => `${index + 1} of 10`) })
const runs = { numRuns: ofTier({ part: 100, whole: 1000 }) }
let bundle: Bundle
let states: ReadonlyMap<string, string>
beforeAll(async () => {
  const stack = await startStack()
  const tenant = await stack.tenant({ scenario: 'fleet', vms: 12, subscriptions: 2, ade: 0.6, bucketScale: 1000 })
  const caller = await callerOf(tenant, people.aiko)
  bundle = await takeInto(join(folder, 'whole.gz'), { caller, armEndpoint: stack.server })
  await stack.stop()
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] })
  states = await statesOf(bundle)
})
afterAll(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

/**
 * Waits for work on the fake clock, which jumps to the next timer once nothing else runs: a refused answer is asked for
 * again after up to a second, twenty thousand times over. Replayed answers come by `setImmediate`, which is due before
 * every timer, so that none of them times out.
 */
async function onFakeClock<T>(work: Promise<T>): Promise<T> {
  const run = { isOver: false }
  const end = (): void => {
    run.isOver = true
  }
  work.then(end, end)
  while (!run.isOver) {
    await realTurn()
    vi.advanceTimersToNextTimer()
  }
  return work
}

async function statesOf(file: Bundle): Promise<ReadonlyMap<string, string>> {
  forgetLimits()
  // Each file has a person of its own, whose readings a server would keep.
  globalThis.sealwatchReadings = undefined
  const { rows } = await onFakeClock(fleetIn(file))
  return new Map([...rows].map(([key, { state }]) => [key, state]))
}

const numbers = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 6 })

/** A value of JSON that no answer of Azure has at its place. */
const strange: readonly unknown[] = [
  ...[null, true, -1, 9e15, '', 'x'.repeat(5000), '\u0000', [], {}, [[]], [null], { value: null }],
  ...['__proto__', 'EncryptionState/encrypted', '../../etc/passwd', 'javascript:alert(1)'],
  JSON.parse('{"__proto__":{"state":"encrypted"},"constructor":{"prototype":{}}}'),
]

/** The value with another one at the place that a number chooses. */
function changed(value: unknown, at: number, put: unknown): unknown {
  if (typeof value !== 'object' || value === null || at % 11 === 0) return put
  const rest = Math.floor(at / 11)
  if (Array.isArray(value)) {
    if (value.length === 0) return put
    return value.map((each: unknown, index) => (index === at % value.length ? changed(each, rest, put) : each))
  }
  const names = Object.keys(value)
  const name = names[at % Math.max(1, names.length)]
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [
      key,
      key === name ? changed(each, rest, put) : each,
    ]),
  )
}

describe('a file whose checksums are right', () => {
  it('shows the states of its VMs', () => {
    expect(states.size).toBe(12)
    expect(new Set(states.values()).size).toBeGreaterThan(1)
  })

  it.each(shares)('and that lacks answers never claims more than the whole one (%s)', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, async (chosen) => {
        const missing = new Set(chosen.map((each) => each % bundle.exchanges.length))
        const exchanges = bundle.exchanges.filter((_, index) => !missing.has(index))
        for (const [key, state] of await statesOf({ ...bundle, exchanges })) {
          // Without the report from inside the VM the keys alone are left.
          const isWeaker = state === 'unknown' || (state === 'encrypted-unverified' && states.get(key) === 'encrypted')
          if (!isWeaker) expect([key, state]).toEqual([key, states.get(key)])
        }
      }),
      runs,
    )
  })

  it.each(shares)('and that was forged never stops the reader (%s)', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, fc.nat(), fc.constantFrom(...strange), async (chosen, place, put) => {
        const forged = new Set(chosen.map((each) => each % bundle.exchanges.length))
        const exchanges = bundle.exchanges.map((exchange, index) =>
          forged.has(index) ? { ...exchange, body: changed(exchange.body, place, put) } : exchange,
        )
        const known: readonly string[] = vmStates
        for (const state of (await statesOf({ ...bundle, exchanges })).values()) expect(known).toContain(state)
      }),
      runs,
    )
  })
})
