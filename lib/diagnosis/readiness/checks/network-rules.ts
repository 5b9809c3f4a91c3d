import { sameText } from '@/lib/shared/text'
import type { NetworkFacts, SecurityRuleFacts } from '@/lib/facts/related-resources/types'

/** Whether a rule's ports, such as `443`, `400-500` or `*`, contain the port. */
function holdsPort(ports: readonly string[], port: number): boolean {
  return ports.some((text) => {
    if (text === '*') return true
    const [from, to = from] = text.split('-').map(Number)
    return from !== undefined && to !== undefined && from <= port && port <= to
  })
}

const everything = ['*', 'Internet', '0.0.0.0/0', 'Any']

/** Whether a destination is a whole service: its tag, the tag in one region, or everything. */
function holdsService(destinations: readonly string[], tag: string): boolean {
  return destinations.some(
    (destination) =>
      everything.some((each) => sameText(each, destination)) ||
      sameText(destination, tag) ||
      destination.toLowerCase().startsWith(`${tag.toLowerCase()}.`),
  )
}

function firstFor(rules: readonly SecurityRuleFacts[], tag: string): SecurityRuleFacts | null {
  const outbound = rules
    .filter(({ direction, protocol }) => direction === 'Outbound' && (protocol === '*' || sameText(protocol, 'Tcp')))
    .sort((left, right) => left.priority - right.priority)
  return outbound.find(({ destinations, ports }) => holdsService(destinations, tag) && holdsPort(ports, 443)) ?? null
}

/**
 * The rule that denies https to a service tag, or null. A packet passes both the interface's and the subnet's group; in
 * each the rule with the lowest number decides, and without a rule Azure allows it. Rules that name single addresses
 * decide nothing here: the addresses of a service are unknown. Source:
 * https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
 */
export function denialOf(network: NetworkFacts, tag: string): SecurityRuleFacts | null {
  const blocking = [firstFor(network.interfaceRules, tag), firstFor(network.subnetRules, tag)]
  return blocking.find((rule) => rule?.access === 'Deny') ?? null
}

/**
 * The rule that names a platform tag and denies it; without such a rule the platform's addresses are always reachable.
 */
export function platformDenialOf({ interfaceRules, subnetRules }: NetworkFacts): SecurityRuleFacts | null {
  const tags = ['AzurePlatformIMDS', 'AzurePlatformDNS']
  const names = ({ destinations }: SecurityRuleFacts): boolean =>
    destinations.some((destination) => tags.some((tag) => sameText(tag, destination)))
  return (
    [...interfaceRules, ...subnetRules].find(
      (rule) => rule.direction === 'Outbound' && rule.access === 'Deny' && names(rule),
    ) ?? null
  )
}
