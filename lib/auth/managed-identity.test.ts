import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { clientProof } from './client-credential'

interface Asked {
  readonly query: Record<string, string>
  readonly header: string | string[] | undefined
}
const asked: Asked[] = []
let answer: { status: number; body: unknown } = { status: 200, body: {} }
let server: Server

/**
 * The endpoint that Container Apps and App Service give a program with a managed identity; MSAL reads its address once.
 */
beforeAll(async () => {
  server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
    asked.push({ query: Object.fromEntries(searchParams), header: request.headers['x-identity-header'] })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${port}/msi/token`)
  vi.stubEnv('IDENTITY_HEADER', 'of-this-machine')
})
beforeEach(() => {
  asked.length = 0
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
})

const audience = 'api://AzureADTokenExchange'
const token = (text: string) => ({
  status: 200,
  body: { access_token: text, expires_on: String(Math.floor(Date.now() / 1000) + 86_400), token_type: 'Bearer' },
})

it('replaces the API’s secret; the endpoint is asked once while its token is valid', async () => {
  answer = token('an.identity.token')
  const credential = { kind: 'managed-identity', clientId: '55555555-5555-4555-8555-555555555555', audience } as const
  const proofs = [await clientProof(credential), await clientProof(credential)]
  expect(proofs).toEqual(Array(2).fill({ ok: true, value: { clientAssertion: 'an.identity.token' } }))
  expect(asked).toEqual([
    {
      query: { 'api-version': '2019-08-01', resource: audience, client_id: credential.clientId },
      header: 'of-this-machine',
    },
  ])
})

it('keeps the tokens of two identities and two audiences apart', async () => {
  const one = { kind: 'managed-identity', clientId: '66666666-6666-4666-8666-666666666666', audience } as const
  for (const [credential, text] of [
    [one, 'first'],
    [{ ...one, audience: 'https://ossrdbms-aad.database.windows.net' }, 'second'],
    [{ ...one, clientId: '77777777-7777-4777-8777-777777777777' }, 'third'],
  ] as const) {
    answer = token(text)
    expect(await clientProof(credential)).toEqual({ ok: true, value: { clientAssertion: text } })
  }
  expect(await clientProof(one)).toEqual({ ok: true, value: { clientAssertion: 'first' } })
})

it('fails where the machine has no such identity, and quotes nothing of the answer', async () => {
  answer = { status: 400, body: { error: 'invalid_request', error_description: 'Identity not found: hush' } }
  const credential = { kind: 'managed-identity', clientId: '88888888-8888-4888-8888-888888888888', audience } as const
  expect(await clientProof(credential)).toEqual({ ok: false, failure: 'unusable-credential' })
  expect(asked).not.toEqual([])
})
