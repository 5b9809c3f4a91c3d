import 'server-only'
import type { Server } from 'node:http'
import { isLoopback } from '@/lib/config/fields'
import { ConfigurationError } from '@/lib/config/problems'
import { proxyConfig } from '@/lib/config/proxy-config'
import { onServer } from './servers'

/**
 * The address beyond this machine on which a server listens; null for a loopback address, a socket file, and a server
 * that does not listen.
 */
function addressBeyond(server: Server): string | null {
  const listening = server.address()
  if (listening === null || typeof listening === 'string') return null
  const { address, family } = listening
  return isLoopback(family === 'IPv6' ? `[${address}]` : address) ? null : address
}

/**
 * Why a server must not answer: it has no TLS, so on an address beyond this machine tokens would cross the network in
 * plain text, unless a proxy in front of it ends TLS. Null for every other server.
 */
export function listenProblem(server: Server, isProxyDeclared: boolean): ConfigurationError | null {
  const address = addressBeyond(server)
  if (address === null || isProxyDeclared) return null
  const message = `is required, because the server listens on ${address} without TLS: name the proxies that end TLS in front of it, or listen on 127.0.0.1 (--hostname, or HOSTNAME in the image)`
  return new ConfigurationError([{ variable: 'SEALWATCH_PROXIES', message }])
}

/** Ends the process where one of its servers must not answer, before anything is read from a connection. */
export function installListenCheck(): void {
  onServer((server) => {
    const problem = listenProblem(server, proxyConfig().declared)
    if (problem === null) return
    process.stderr.write(`${problem.message}\n`)
    process.exit(2)
  })
}
