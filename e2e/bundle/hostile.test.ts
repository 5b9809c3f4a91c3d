import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vmStates } from '@/lib/contract/codes'
import { fleetIn } from '@/lib/local/bundle/compare'
import type { Bundle } from '@/lib/setup/bundle/read'
import { forgetLimits, startStack, type Stack } from '../faults/support'
import { people } from '../fixtures/people'
import { ofTier } from '../fixtures/tier'
import { callerOf, takeInto } from './testing/take'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-hostile-'))
const runs = { numRuns: ofTier({ part: 100, whole: 10_000 }) }
let stack: Stack
let bundle: Bundle
let states: ReadonlyMap<string, string>
beforeAll(async () => {
  stack = await startStack()
  const tenant = await stack.tenant({ scenario: 'fleet', vms: 12, subscriptions: 2, ade: 0.6, bucketScale: 1000 })
  const caller = await callerOf(tenant, people.aiko)
  bundle = await takeInto(join(folder, 'whole.gz'), { caller, armEndpoint: stack.server })
  states = await statesOf(bundle)
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function statesOf(file: Bundle): Promise<ReadonlyMap<string, string>> {
  forgetLimits()
  const { rows } = await fleetIn(file)
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

  it('and that lacks answers never claims more than the whole one', async () => {
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

  it('and that was forged never stops the reader', async () => {
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
