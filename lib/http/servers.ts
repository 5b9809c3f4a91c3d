import 'server-only'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Server } from 'node:http'
import { Socket } from 'node:net'

function part(message: unknown, name: string): unknown {
  return typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined
}

const isServer = (value: unknown): value is Server => value instanceof Server
const isAccepted = (value: unknown): value is Socket => value instanceof Socket && isServer(part(value, 'server'))

/**
 * What was open before this process's first words. Node tells of that only by a list that is old and not documented;
 * where it is gone, the list is empty.
 */
function openHandles(): readonly unknown[] {
  const list: unknown = Reflect.get(process, '_getActiveHandles')
  const handles: unknown = typeof list === 'function' ? Reflect.apply(list, process, []) : []
  return Array.isArray(handles) ? handles : []
}

/**
 * Calls back with every server of this process that listens, and with the server of each new connection, before anything
 * is read from it: also where nothing that arrives is ever a request. And with that of each request, should a server not
 * have been seen before.
 * Source: https://nodejs.org/api/diagnostics_channel.html#built-in-channels
 */
export function onServer(tell: (server: Server) => void): void {
  const told = (server: unknown): void => {
    if (isServer(server)) tell(server)
  }
  openHandles().forEach(told)
  subscribe('net.server.socket', (message) => told(part(part(message, 'socket'), 'server')))
  subscribe('http.server.request.start', (message) => told(part(message, 'server')))
}

/** How long a connection may say nothing that is older than this process's first words. */
const silentMilliseconds = 60_000

/**
 * Closes connections that were accepted before anything of the product ran, where no request came on them since: the
 * framework may hold some of them for ever without an answer. Whoever keeps one for requests to come asks by another.
 */
export function endSilentConnections(milliseconds = silentMilliseconds): void {
  const silent = new Set(openHandles().filter(isAccepted))
  if (silent.size === 0) return
  const spoke = (message: unknown): void => {
    const socket = part(message, 'socket')
    if (isAccepted(socket)) silent.delete(socket)
  }
  subscribe('http.server.request.start', spoke)
  setTimeout(() => {
    unsubscribe('http.server.request.start', spoke)
    for (const socket of silent) socket.destroy()
  }, milliseconds).unref()
}
