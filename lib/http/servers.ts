import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { Server } from 'node:http'

function part(message: unknown, name: string): unknown {
  return typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined
}

/**
 * Calls back with the server of each new connection, before anything is read from it: also where nothing that arrives is
 * ever a request. And with that of each request: a connection may be older than this process's first words.
 * Source: https://nodejs.org/api/diagnostics_channel.html#built-in-channels
 */
export function onServer(tell: (server: Server) => void): void {
  const isServer = (value: unknown): value is Server => value instanceof Server
  const told = (server: unknown): void => {
    if (isServer(server)) tell(server)
  }
  subscribe('net.server.socket', (message) => told(part(part(message, 'socket'), 'server')))
  subscribe('http.server.request.start', (message) => told(part(message, 'server')))
}
