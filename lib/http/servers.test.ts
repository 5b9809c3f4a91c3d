import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { endEarlierConnections, onServer } from './servers'

/** A server that answers nobody who asks for another protocol, with one such connection. */
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

it('closes what was accepted before anybody listened, and leaves what came later', async () => {
  const earlier = await heldOpen()
  endEarlierConnections(50)
  const later = await heldOpen()
  await once(earlier.socket, 'close')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(later.socket.closed).toBe(false)
  later.socket.destroy()
  for (const { server } of [earlier, later]) server.close()
})

it('tells of a server that listens already, before anybody connects', async () => {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const told = new Set<Server>()
  onServer((one) => told.add(one))
  expect(told.has(server)).toBe(true)
  server.close()
})
