import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { listenProblem } from './listen-check'

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

async function listening(host: string): Promise<Server> {
  const server = createServer()
  servers.push(server)
  server.listen(0, host)
  await once(server, 'listening')
  return server
}

describe('a server without TLS', () => {
  it('may listen on loopback', async () => {
    expect(listenProblem(await listening('127.0.0.1'), false)).toBeNull()
    expect(listenProblem(createServer(), false)).toBeNull()
  })

  it('may not listen elsewhere unless a proxy is declared', async () => {
    const server = await listening('0.0.0.0')
    expect(listenProblem(server, false)?.message).toMatch(/SEALWATCH_PROXIES: is required.*0\.0\.0\.0/)
    expect(listenProblem(server, true)).toBeNull()
  })
})
