import 'server-only'
import { isLoopback } from './fields'

/** What is wrong with the TLS settings of a database address; null for a safe address. */
export type AddressProblem = 'takes-any-certificate' | 'without-tls'

/** Modes in which the driver checks certificates, unless libpq compatibility is requested. */
const checked: ReadonlySet<string> = new Set(['prefer', 'require', 'verify-ca', 'verify-full'])

/** Where a parameter appears twice, the driver takes the last. */
function last({ searchParams }: URL, name: string): string {
  return searchParams.getAll(name).at(-1) ?? ''
}

/** Whether the database is on this machine: a loopback address or a socket in the file system. */
function isHere(url: URL): boolean {
  const host = last(url, 'host') || decodeURIComponent(url.hostname)
  return host === '' || host.startsWith('/') || isLoopback(host) || host === '::1'
}

type Way = 'checked' | 'unchecked' | 'plain'

function ofMode(mode: string): Way {
  if (mode === 'no-verify') return 'unchecked'
  return checked.has(mode) ? 'checked' : 'plain'
}

/**
 * The driver's TLS mode: from the address, otherwise from `PGSSLMODE`.
 * Source: https://github.com/brianc/node-postgres/tree/master/packages/pg-connection-string#tcp-connections
 */
function wayOf(url: URL, environmentMode: string): Way {
  const [mode, ssl] = [last(url, 'sslmode'), last(url, 'ssl')]
  const own = ['sslcert', 'sslkey', 'sslrootcert'].some((name) => last(url, name) !== '')
  if (mode !== '') {
    const asLibpq = last(url, 'uselibpqcompat') === 'true' && ['prefer', 'require'].includes(mode)
    return asLibpq && last(url, 'sslrootcert') === '' ? 'unchecked' : ofMode(mode)
  }
  if (own || ssl === 'true' || ssl === '1' || last(url, 'sslnegotiation') === 'direct') return 'checked'
  if (ssl !== '') return ssl === 'no-verify' ? 'unchecked' : 'plain'
  return ofMode(environmentMode)
}

/**
 * Whether the history and the password would be sent to another machine without TLS, or without checking its
 * certificate.
 */
export function problemOfAddress(url: URL, environmentMode = ''): AddressProblem | null {
  if (isHere(url)) return null
  const way = wayOf(url, environmentMode)
  if (way === 'checked') return null
  return way === 'plain' ? 'without-tls' : 'takes-any-certificate'
}
