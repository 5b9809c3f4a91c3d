import { slowSocket, type SlowSocket } from '../fixtures/slow-sockets'
import { expect, people, test } from '../fixtures/test'

test.use({ world: { scenario: 'fleet', vms: 6, subscriptions: 1 } })

const bodyOf = (length: number): string => `content-type: application/json\r\ncontent-length: ${length}\r\n\r\n`

/**
 * Sends an endless body, or one that stalls after `stallAt` bytes; returns the bytes sent, or null when the server
 * refused.
 */
async function sentBeforeEnd(
  origin: string,
  headers: Readonly<Record<string, string>>,
  stallAt = Number.POSITIVE_INFINITY,
): Promise<number | null> {
  const piece = new TextEncoder().encode(' '.repeat(65_536))
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      // Held open so that all requests are in flight at once; the duration does not matter.
      // oxlint-disable-next-line house/no-test-time
      if (sent >= stallAt) await new Promise((resolve) => setTimeout(resolve, 3_000))
      sent += piece.length
      if (sent > 200_000_000 || sent > stallAt + piece.length) controller.close()
      else controller.enqueue(piece)
    },
  })
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json', ...headers } }
  const reached = await fetch(`${origin}/api/v1/retirement`, init as RequestInit).then(
    (response) => response.status < 500,
    () => false,
  )
  return reached || stallAt === Number.POSITIVE_INFINITY ? sent : null
}

test('requests without a valid token are limited per client address, and delay no signed-in user', async ({
  tenant,
  secondOrigin,
}) => {
  const address = `${secondOrigin}/api/v1/watches`
  const tampered = `Bearer ${await tenant.token({ person: people.aiko, flaw: 'tampered' })}`
  const unauthenticated: readonly Record<string, string>[] = [
    {},
    { authorization: tampered },
    { authorization: 'Bearer a.b.c' },
  ]
  const answers: { status: number; wait: number; names: string[] }[] = []
  for (let request = 0; request < 500; request += 1) {
    const place = `203.0.113.${request % 250}, 198.51.100.${request % 250}`
    const response = await fetch(address, { headers: { 'x-forwarded-for': place, ...unauthenticated[request % 3] } })
    const names = [...response.headers.keys()].filter((name) => name.startsWith('x-peer'))
    answers.push({ status: response.status, wait: Number(response.headers.get('retry-after') ?? 0), names })
    await response.arrayBuffer()
  }
  const [refused, slowed] = [401, 429].map((code) => answers.filter(({ status }) => status === code))
  expect((refused?.length ?? 0) + (slowed?.length ?? 0)).toBe(500)
  expect(refused?.length).toBeGreaterThanOrEqual(300)
  expect(slowed?.length).toBeGreaterThan(20)
  expect(slowed?.filter(({ wait }) => wait < 1)).toEqual([])
  expect(answers.flatMap(({ names }) => names)).toEqual([])
  const authorization = `Bearer ${await tenant.token({ person: people.aiko })}`
  for (let request = 0; request < 30; request += 1)
    expect((await fetch(address, { headers: { authorization } })).status).toBe(200)
})

test(
  'endless requests are cut off, and endless bodies are not read',
  { tag: '@nightly' },
  async ({ tenant, baseURL }) => {
    const origin = baseURL ?? ''
    const authorization = `authorization: Bearer ${await tenant.token({ person: people.aiko })}\r\n`
    const post = `POST /api/v1/retirement HTTP/1.1\r\nhost: localhost\r\n`
    const slow: Readonly<Record<string, SlowSocket[]>> = {
      headers: Array.from({ length: 50 }, () =>
        slowSocket(origin, 'GET / HTTP/1.1\r\nhost: localhost\r\n', 'x-a: b\r\n'),
      ),
      'bodies with a token': Array.from({ length: 50 }, () =>
        slowSocket(origin, post + authorization + bodyOf(900_000), ' '),
      ),
      'bodies without a token': Array.from({ length: 50 }, () => slowSocket(origin, post + bodyOf(900_000), ' ')),
    }
    expect((await fetch(`${origin}/healthz`)).status).toBe(200)
    const closed = Object.values(slow).flatMap((sockets) => sockets.filter(({ isClosed }) => isClosed))
    expect(closed, 'other requests are answered meanwhile').toEqual([])

    const token = authorization.slice('authorization: '.length, -2)
    expect(await sentBeforeEnd(origin, {}), 'bytes without a token').toBeLessThan(8_000_000)
    expect(await sentBeforeEnd(origin, { authorization: token }), 'bytes with a token').toBeLessThan(20_000_000)
    // Many connections from one client address share its limit, and small bodies still pass.
    const many = await Promise.all(
      Array.from({ length: 20 }, () => sentBeforeEnd(origin, { authorization: token }, 5_000_000)),
    )
    expect(many.filter((sent) => sent === null).length).toBeGreaterThan(0)
    expect(await sentBeforeEnd(origin, { authorization: 'Bearer a.b.c' }, 1_000_000), 'an invalid token').toBeNull()
    const small = await fetch(`${origin}/api/v1/retirement`, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: '{"places":[]}',
    })
    expect([200, 400]).toContain(small.status)

    for (const [name, sockets] of Object.entries(slow)) {
      for (const socket of sockets) await expect.poll(() => socket.isClosed, { message: name }).toBe(true)
    }
    for (const { answer } of slow['bodies without a token'] ?? []) expect(answer).toMatch(/^HTTP\/1\.1 (401|408|429) /)
  },
)
