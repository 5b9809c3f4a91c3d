import 'server-only'
import { randomUUID } from 'node:crypto'

declare global {
  // Next bundles each route by itself; the server they all answer for is one.
  var sealwatchPeerHeader: string | undefined
}

/**
 * The header in which this process notes the address of a request's connection. The framework shows handlers no
 * connection, and fills `X-Forwarded-For` with its address only where the caller sent none. The name is drawn at every
 * start, so that no caller can send one.
 */
export function peerHeader(): string {
  return (globalThis.sealwatchPeerHeader ??= `x-peer-${randomUUID()}`)
}

/** The address at the other end of a request's connection; empty where nobody noted it. */
export function peerOf(headers: Headers): string {
  const name = globalThis.sealwatchPeerHeader
  return name === undefined ? '' : (headers.get(name) ?? '')
}
