import 'server-only'
import { randomUUID } from 'node:crypto'

declare global {
  // Next.js bundles each route separately; they all belong to one server.
  var sealwatchPeerHeader: string | undefined
}

/**
 * The header in which this process notes the address of a request's connection. The framework shows handlers no
 * connection, and sets `X-Forwarded-For` to its address only where the caller sent no such header. The name is random
 * at every start, so that no caller can send it.
 */
export function peerHeader(): string {
  return (globalThis.sealwatchPeerHeader ??= `x-peer-${randomUUID()}`)
}

/** The address at the other end of a request's connection; empty where none was noted. */
export function peerOf(headers: Headers): string {
  const name = globalThis.sealwatchPeerHeader
  return name === undefined ? '' : (headers.get(name) ?? '')
}
