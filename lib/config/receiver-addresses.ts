import 'server-only'
import { BlockList, isIP } from 'node:net'
import { addressesIn, type Network } from './networks'

/**
 * IPv4 networks outside the public internet.
 * Source: https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml; the last one is
 * Azure's own: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
 */
const closedIpv4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['168.63.129.16', 32],
]

/**
 * Parts of the global unicast space (2000::/3) that are not the public internet: protocol assignments with Teredo,
 * documentation, 6to4. Everything outside that space is refused, and so are IPv4 addresses written as IPv6.
 * Source: https://www.iana.org/assignments/iana-ipv6-special-registry/iana-ipv6-special-registry.xhtml
 */
const closedIpv6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

function listOf(type: 'ipv4' | 'ipv6', networks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, type)
  return list
}

const ipv4 = listOf('ipv4', closedIpv4)
const ipv6 = listOf('ipv6', closedIpv6)
const global = listOf('ipv6', [['2000::', 3]])
const loopback4 = listOf('ipv4', [['127.0.0.0', 8]])

/** Whether a text is an IP address, as the system writes it, of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !ipv4.check(address, 'ipv4')
  return family === 6 && global.check(address, 'ipv6') && !ipv6.check(address, 'ipv6')
}

/** Whether an IP address is a loopback address of this machine. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && loopback4.check(address, 'ipv4'))
}

/** What may receive posts besides the public internet. */
export interface Receivers {
  /** `host:port` on this machine that may receive posts; null for no local receiver. */
  readonly localReceiver: string | null
  /** Private networks of the operator; none by default. */
  readonly networks?: readonly Network[]
}

/**
 * The addresses that a receiver may have: of the public internet and of the operator's networks, or of this machine for the
 * local receiver. An IPv4 address written as IPv6 is in none of them.
 */
export function openAddresses(
  { host }: URL,
  { localReceiver, networks = [] }: Receivers,
): (address: string) => boolean {
  if (host === localReceiver) return isLoopbackAddress
  const isOfOperator = addressesIn(networks)
  return (address) => isPublicAddress(address) || (isOfOperator(address) && !/^::ffff:/i.test(address))
}

/**
 * Whether the host of a receiver is itself an address that may receive no post. `URL` has normalised every spelling of an
 * address, also a number.
 */
export function isClosedHost(url: URL, receivers: Receivers): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) !== 0 && !openAddresses(url, receivers)(host)
}
