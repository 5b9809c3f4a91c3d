import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { parseHistoryConfig, type HistoryConfig } from '@/lib/config/history-config'
import { postgresQueue } from '@/lib/store/postgres-queue'
import { openStore } from '@/lib/store/store'
import { startPostgres, type TestPostgres } from '@/lib/store/testing/postgres'
import { passwordOf } from './password'

let postgres: TestPostgres
let endpoint: Server

/** An identity endpoint whose tokens are the database's passwords, for one identity alone. */
beforeAll(async () => {
  postgres = await startPostgres()
  endpoint = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const right = searchParams.get('client_id') === '55555555-5555-4555-8555-555555555555'
    const expires_on = String(Math.floor(Date.now() / 1000) + 86_400)
    const body = { access_token: right ? 'password' : 'of-another-issuer', expires_on, token_type: 'Bearer' }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve))
  const { port } = endpoint.address() as AddressInfo
  vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${port}/msi/token`)
  vi.stubEnv('IDENTITY_HEADER', 'of-this-machine')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  endpoint.closeAllConnections()
  endpoint.close()
  await postgres.stop()
})

async function configFor(identity: string): Promise<HistoryConfig> {
  const url = (await postgres.database()).replace(':password@', '@')
  const parsed = parseHistoryConfig({
    DATABASE_URL: `${url}?sslmode=disable`,
    SEALWATCH_DATABASE_IDENTITY: identity,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure))
  return parsed.value
}

it('logs in to PostgreSQL with a token, for the history and for the collectors’ queue', async () => {
  const config = await configFor('55555555-5555-4555-8555-555555555555')
  const password = passwordOf(config)
  const opened = await openStore(config, password)
  expect(opened.ok).toBe(true)
  const url = config.database?.kind === 'postgres' ? config.database.url : ''
  const worked: string[] = []
  const worker = (key: string): Promise<void> => {
    worked.push(key)
    return Promise.resolve()
  }
  const queue = await postgresQueue({ url, password }, worker, { concurrency: 1, onError: () => undefined })
  await queue.push(['one'])
  await expect.poll(() => worked).toEqual(['one'])
  await queue.stop()
  if (opened.ok) await opened.value.close()
})

it('fails as "refused" for another identity’s token, and where there is no token', async () => {
  const config = await configFor('99999999-9999-4999-8999-999999999999')
  const unauthenticated = await openStore(config, passwordOf(config))
  expect(unauthenticated).toEqual({ ok: false, failure: { kind: 'refused', code: '28P01' } })
  endpoint.closeAllConnections()
  await new Promise((resolve) => endpoint.close(resolve))
  const lost = await configFor('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa')
  const none = await openStore(lost, passwordOf(lost))
  expect(none).toEqual({ ok: false, failure: { kind: 'refused', code: '28000' } })
})
