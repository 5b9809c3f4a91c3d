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
 * Handles that were open before the product's code ran. Node.js lists them only through an old, undocumented function;
 * where it is missing, the list is empty.
 */
function openHandles(): readonly unknown[] {
  const list: unknown = Reflect.get(process, '_getActiveHandles')
  const handles: unknown = typeof list === 'function' ? Reflect.apply(list, process, []) : []
  return Array.isArray(handles) ? handles : []
}

/**
 * Calls back with every listening server of this process, and with the server of each new connection, before anything
 * is read from it, even if no request ever arrives; and with the server of each request, in case it was not seen
 * before.
 * Source: https://nodejs.org/api/diagnostics_channel.html#built-in-channels
 */
export function onServer(notify: (server: Server) => void): void {
  const answered = (server: unknown): void => {
    if (isServer(server)) notify(server)
  }
  openHandles().forEach(answered)
  subscribe('net.server.socket', (message) => answered(part(part(message, 'socket'), 'server')))
  subscribe('http.server.request.start', (message) => answered(part(message, 'server')))
}

/** How long a connection that is older than the product's code may stay silent. */
const silentMilliseconds = 60_000

/**
 * Closes connections that were accepted before the product's code ran, where no request has arrived on them since: the
 * framework may keep some of them open for ever without a response. A client that keeps such a connection for later
 * requests opens another.
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
