import { once } from 'node:events'
import { Agent, createServer, request, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { endSilentConnections, onServer } from './servers'

/** A server that never answers a request for another protocol, with one such connection. */
async function heldOpen() {
  const server = createServer()
  server.on('upgrade', () => undefined)
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, 'localhost')
  const upgraded = once(server, 'upgrade')
  socket.write('GET //x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  await upgraded
  return { server, socket }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Lets pending events of the sockets arrive. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

it('closes connections that were accepted before the guard started, and leaves later ones open', async () => {
  const earlier = await heldOpen()
  endSilentConnections(50)
  const later = await heldOpen()
  vi.advanceTimersByTime(50)
  await once(earlier.socket, 'close')
  vi.advanceTimersByTime(1000)
  await settle()
  expect(later.socket.closed).toBe(false)
  later.socket.destroy()
  for (const { server } of [earlier, later]) server.close()
})

it('leaves a connection with requests open, however old it is', async () => {
  const server = createServer((_request, response) => response.end('answer'))
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ports = new Set<number | undefined>()
  const ask = async (): Promise<void> => {
    const sent = request({ port: (server.address() as AddressInfo).port, host: 'localhost', agent }).end()
    const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream]
    ports.add(sent.socket?.localPort)
    response.resume()
    await once(response, 'end')
  }
  await ask()
  endSilentConnections(50)
  await ask()
  vi.advanceTimersByTime(1000)
  await settle()
  await ask()
  expect(ports.size).toBe(1)
  agent.destroy()
  server.close()
})

it('reports a server that listens already, before any connection', async () => {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const answered = new Set<Server>()
  onServer((one) => answered.add(one))
  expect(answered.has(server)).toBe(true)
  server.close()
})
