import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext, TLSSocket, type SecureContextOptions } from 'node:tls'
import { sql } from 'kysely'
import { generate } from 'selfsigned'
import { afterAll, afterEach, expect, it } from 'vitest'
import { storeReasonOf } from '@/lib/shared/store-reasons'
import { storeFailureOf } from './failure'
import { openPostgres } from './postgres'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A PostgreSQL up to its TLS: it answers the request for TLS, and nothing after it. Null: it has none. */
async function serve(tls: SecureContextOptions | null): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      socket.write(tls === null ? 'N' : 'S')
      if (tls === null) return
      const secured = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(tls) })
      secured.on('error', () => socket.destroy())
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return `postgres://someone:hush@localhost:${port}/history?sslmode=verify-full`
}

const day = 86_400_000
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-postgres-tls-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A certificate that is valid between two days from now, and the file in which it is its own authority. */
async function certificate(from: number, to: number, name = 'localhost') {
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    notBeforeDate: new Date(Date.now() + from * day),
    notAfterDate: new Date(Date.now() + to * day),
    keyType: 'ec',
  })
  const authority = join(folder, `${randomUUID()}.pem`)
  writeFileSync(authority, cert)
  return { key, cert, authority }
}

async function failureAt(url: string) {
  const opened = await openPostgres({ url, password: null })
  try {
    await sql`select 1`.execute(opened.db)
    return null
  } catch (error) {
    return storeFailureOf(error)
  } finally {
    await opened.db.destroy()
  }
}

it('a server without TLS has a code, and words for it', async () => {
  expect(await failureAt(await serve(null))).toEqual({ kind: 'refused', code: 'no-tls' })
  expect(storeReasonOf('no-tls')).toBe('no-tls')
})

it('a server with old TLS alone has the code of OpenSSL, and the same words', async () => {
  const { key, cert } = await certificate(-1, 1)
  const old = { key, cert, maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const
  const failure = await failureAt(await serve(old))
  expect(failure?.kind).toBe('refused')
  expect(failure?.code).toMatch(/^(?:ERR_SSL_[A-Z0-9_]+|EPROTO)$/)
  expect(storeReasonOf(failure?.code ?? null)).toBe('no-tls')
})

it.each([
  ['is expired', [-20, -10], true, 'localhost', 'CERT_HAS_EXPIRED'],
  ['is not yet valid', [10, 20], true, 'localhost', 'CERT_NOT_YET_VALID'],
  ['is of no known authority', [-1, 1], false, 'localhost', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['is for another name', [-1, 1], true, 'db.example', 'ERR_TLS_CERT_ALTNAME_INVALID'],
] as const)(
  'a certificate that %s has the code of Node.js, and words for it',
  async (_, [from, to], known, name, code) => {
    const { key, cert, authority } = await certificate(from, to, name)
    const url = await serve({ key, cert })
    expect(await failureAt(known ? `${url}&sslrootcert=${authority}` : url)).toEqual({ kind: 'refused', code })
    expect(storeReasonOf(code)).toBe('not-trusted')
  },
)
