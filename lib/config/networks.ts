import 'server-only'
import { BlockList, isIP } from 'node:net'

/** A network of addresses. An address alone is a network of one. */
export interface Network {
  readonly address: string
  readonly family: 'ipv4' | 'ipv6'
  readonly prefix: number
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

/** `10.0.0.4`, `10.0.0.0/24`, `2001:db8::/64`; null for any other text, and for a prefix of 0, which excludes no address. */
export function networkOf(text: string): Network | null {
  const [, address = '', written] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? []
  if (isIP(address) === 0) return null
  const family = familyOf(address)
  const longest = family === 'ipv4' ? 32 : 128
  const prefix = written === undefined ? longest : Number(written)
  return prefix >= 1 && prefix <= longest ? { address, family, prefix } : null
}

/** Whether an IP address is in one of the networks; false for any other text. */
export function addressesIn(networks: readonly Network[]): (address: string) => boolean {
  const list = new BlockList()
  for (const { address, prefix, family } of networks) list.addSubnet(address, prefix, family)
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address))
}

/**
 * The private networks of an organisation. Loopback, link-local addresses with the metadata of the platform, and shared or
 * reserved ranges are in none of them.
 * Source: https://www.rfc-editor.org/rfc/rfc1918#section-3 and https://www.rfc-editor.org/rfc/rfc4193#section-3.1
 */
const privateNetworks: readonly Network[] = [
  { address: '10.0.0.0', prefix: 8, family: 'ipv4' },
  { address: '172.16.0.0', prefix: 12, family: 'ipv4' },
  { address: '192.168.0.0', prefix: 16, family: 'ipv4' },
  { address: 'fc00::', prefix: 7, family: 'ipv6' },
]

/** A network that is a part of one private network; null for any other text. */
export function privateNetworkOf(text: string): Network | null {
  const network = networkOf(text)
  if (network === null) return null
  const isPart = privateNetworks.some(
    (each) => network.family === each.family && network.prefix >= each.prefix && addressesIn([each])(network.address),
  )
  return isPart ? network : null
}
