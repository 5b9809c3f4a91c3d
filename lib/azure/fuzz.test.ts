import { afterAll, beforeAll, expect, it } from 'vitest'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { judge } from '@/lib/encryption/judge'
import { vmStates } from '@/lib/encryption/types'
import { queryResourceGraph } from './calls/resource-graph'
import { listSubscriptions } from './calls/subscriptions'
import { getVirtualMachine } from './calls/virtual-machine'
import { fakeSession, type FakeAnswer } from './testing/fake-session'

const answers = 10_000
const seed = Number(process.env['SEALWATCH_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** Source: https://en.wikipedia.org/wiki/Xorshift */
function randomFrom(start: number): () => number {
  let state = start | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

const random = randomFrom(seed)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!

const words = ['value', 'data', 'id', 'properties', 'instanceView', 'disks', 'statuses', 'extensions', 'substatuses']
const more = [
  'code',
  'message',
  'type',
  'name',
  'totalRecords',
  '$skipToken',
  'nextLink',
  'subscriptionId',
  'resources',
]
const texts = [
  '',
  'EncryptionState/encrypted',
  '{"os":"Encrypted"}',
  'https://arm.test/x',
  'https://evil.test/x',
  '\u0000',
]

function value(depth: number): unknown {
  const kind = Math.floor(random() * (depth > 5 ? 5 : 8))
  if (kind === 0) return null
  if (kind === 1) return pick([0, -1, 1e308, 7, Number.MAX_SAFE_INTEGER])
  if (kind === 2) return random() < 0.5
  if (kind <= 4) return pick(texts)
  if (kind === 5) return Array.from({ length: Math.floor(random() * 4) }, () => value(depth + 1))
  return Object.fromEntries(
    Array.from({ length: Math.floor(random() * 6) }, () => [pick([...words, ...more, '__proto__']), value(depth + 1)]),
  )
}

const headerNames = ['retry-after', 'x-ms-user-quota-remaining', 'x-ms-user-quota-resets-after', 'www-authenticate']
const headerTexts = [
  '0',
  '-1',
  '1e9',
  '99999999999',
  '00:00:05',
  '99:99:99',
  'soon',
  'Bearer error="insufficient_claims"',
]

/** @param id of the requested VM; a response without it is refused before anything else is read */
function answer(id: string): FakeAnswer {
  const made = value(0)
  const isBag = typeof made === 'object' && made !== null && !Array.isArray(made)
  const json = isBag && random() < 0.8 ? { ...made, id } : made
  const whole = JSON.stringify(json)
  const text = random() < 0.2 ? whole.slice(0, Math.floor(random() * whole.length)) : whole
  const headers = random() < 0.4 ? { [pick(headerNames)]: pick(headerTexts) } : {}
  return { status: pick([200, 200, 200, 200, 204, 302, 400, 401, 403, 404, 409, 429, 500, 503, 599]), text, headers }
}

const unhandled: unknown[] = []
const note = (error: unknown): void => void unhandled.push(error)
beforeAll(() => void process.on('unhandledRejection', note))
afterAll(() => void process.off('unhandledRejection', note))

it(`survives ${answers} random responses of ARM (seed ${seed})`, async () => {
  let given = 0
  const vm = { subscriptionId: '11111111-1111-4111-8111-111111111111', resourceGroup: 'rg', name: 'vm' }
  while (given < answers) {
    const made = fakeSession((request) => {
      given += 1
      if (random() < 0.03) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
      return answer(new URL(request.url).pathname)
    })
    const query = { text: 'q', subscriptions: [], read: (row: unknown) => row ?? undefined, onRows: () => undefined }
    const results = await made.settle(
      Promise.all([
        listSubscriptions(made.session),
        queryResourceGraph(made.session, query),
        ...Array.from({ length: 20 }, (_, index) =>
          getVirtualMachine(made.session, { ...vm, name: `vm-${index}` }, 'rest'),
        ),
      ]),
    )
    for (const result of results.slice(2)) {
      if (!result.ok || result.value === null || !('json' in result.value)) continue
      const { state } = judge(readVmFacts(result.value.json))
      expect(vmStates).toContain(state)
      expect(state).not.toBe('encrypted')
    }
    expect(made.sent.every(({ url }) => new URL(url).origin === 'https://arm.test')).toBe(true)
    made.session.close()
  }
  await new Promise((resolve) => setImmediate(resolve))
  expect(unhandled).toEqual([])
})
