import 'server-only'
import { isIP } from 'node:net'
import { proxyConfig } from '@/lib/config/proxy-config'
import { peerOf } from './peer'

/** Longest text of an address: IPv6 with an IPv4 tail and a zone. */
const mostCharacters = 64

/** An address in one spelling. Some proxies add the port: `203.0.113.7:4711`, `[2001:db8::1]:4711`. An IPv4 address may be written as IPv6. */
export function withoutPort(entry: string): string {
  const text = entry.trim().toLowerCase()
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([^:]+):\d+$/.exec(text)?.[1] ?? text
  return (/^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1] ?? bare).slice(0, mostCharacters)
}

/** The first half of an IPv6 address is the network of one customer; the customer can use every address in it. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [before = '', after] = address.split('%', 1)[0]?.split('::') ?? []
  const parts = (text: string): string[] => text.split(':').filter((part) => part !== '')
  const [head, tail] = [parts(before), parts(after ?? '')]
  // An IPv4 tail replaces two parts; it is never within the first four.
  const missing = Math.max(0, 8 - head.length - tail.length - (address.includes('.') ? 1 : 0))
  const all = [...head, ...(after === undefined ? [] : Array<string>(missing).fill('0')), ...tail]
  return all
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')
}

export interface AddressSources {
  /** The header `X-Forwarded-For`. */
  readonly forwardedFor: string | null
  /** The address of the connection's other end; empty where it is unknown. */
  readonly peer: string
}

/** Where a request came from. */
export interface Origin {
  /** The client address; empty where it is unknown. */
  readonly address: string
  /** How many entries of `X-Forwarded-For` the operator's proxies wrote. */
  readonly proxies: number
}

/**
 * The client address of a request, as the operator's own proxies declare it: each appends the address that it saw. From
 * the last entry on, an entry counts as long as a declared proxy wrote it; the caller may have invented those before.
 * From any other connection the header is ignored.
 * @param isProxy whether an address is that of a declared proxy
 */
export function originBehind({ forwardedFor, peer }: AddressSources, isProxy: (address: string) => boolean): Origin {
  const entries = (forwardedFor ?? '').split(',').map(withoutPort)
  let [address, proxies] = [withoutPort(peer), 0]
  while (isProxy(address)) {
    const entry = entries.pop() ?? ''
    // A proxy that does not know the address, or hides it, writes a word: then its own address counts.
    if (isIP(entry) === 0) break
    ;[address, proxies] = [entry, proxies + 1]
  }
  return { address, proxies }
}

const came = ({ headers }: Request): AddressSources => ({
  forwardedFor: headers.get('x-forwarded-for'),
  peer: peerOf(headers),
})

/** Where a request came from, by its connection and the declared proxies. */
export function originOf(request: Request): Origin {
  return originBehind(came(request), proxyConfig().includes)
}

/** The full client address: for the log and the audit log. */
export function clientAddress(request: Request): string {
  return originOf(request).address
}

/** The client address reduced to one customer's network: for rate limits. */
export function networkKeyOf(address: string): string {
  return networkOf(address)
}
