import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { freePort } from '@/lib/shared/testing/free-port'
import { prometheusEndpoint, type PrometheusEndpoint } from './prometheus'

/** In place of ten seconds. */
const patience = 500
const nothing = {
  collect: () => Promise.resolve({ resourceMetrics: { resource: null, scopeMetrics: [] }, errors: [] }),
}

let endpoint: PrometheusEndpoint
let port = 0
const sockets: Socket[] = []
beforeEach(async () => {
  port = await freePort()
  endpoint = prometheusEndpoint({ host: '127.0.0.1', port, token: null }, nothing as never, patience)
  await endpoint.listen()
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await endpoint.close()
})

/** A connection, with what it got until it was closed; the time limit of the test ends one that stays open. */
async function open() {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  sockets.push(socket)
  await once(socket, 'connect')
  let got = ''
  socket.on('data', (part) => (got += String(part)))
  return { socket, closed: new Promise<string>((resolve) => socket.on('close', () => resolve(got))) }
}

/** Sends a little again and again, so that the connection is never silent, until it is closed. */
function drip(socket: Socket, part: string): void {
  const timer = setInterval(() => socket.write(part), patience / 10)
  socket.on('close', () => clearInterval(timer))
}

it('a connection that says nothing is closed', async () => {
  const { closed } = await open()
  expect(await closed).not.toContain('200')
})

it('a request whose head never ends is closed, though a part of it arrives again and again', async () => {
  const { socket, closed } = await open()
  socket.write('GET /metrics HTTP/1.1\r\nHost: localhost\r\nX: ')
  drip(socket, 'x')
  expect(await closed).toContain('408')
})

it('a request whose body never ends is closed, though a part of it arrives again and again', async () => {
  const { socket, closed } = await open()
  socket.write('GET /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n')
  drip(socket, 'x')
  await closed
})
