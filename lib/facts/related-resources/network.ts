import { sameText } from '@/lib/shared/text'
import type { Route, SecurityGroup, SecurityRule } from '@/lib/wire/network'
import type { SecurityRuleFacts } from './types'

const oneOf = <T extends string>(words: readonly T[], text: string | undefined): T | null =>
  words.find((word) => sameText(text, word)) ?? null

/** A rule that lacks a deciding field is unusable, and then the whole group decides nothing. */
function ruleFactsOf(rule: SecurityRule, group: string): SecurityRuleFacts | null {
  const direction = oneOf(['Inbound', 'Outbound'] as const, rule.direction)
  const access = oneOf(['Allow', 'Deny'] as const, rule.access)
  if (direction === null || access === null || rule.priority === undefined || rule.protocol === undefined) return null
  const { name = '', priority, protocol, destinations, ports } = rule
  return { name, group, priority, direction, access, protocol, destinations, ports }
}

/** The rules of a group; null where one of them cannot be read, since it could be the deciding one. */
export function securityRulesOf(group: SecurityGroup): readonly SecurityRuleFacts[] | null {
  const rules = group.rules.map((rule) => ruleFactsOf(rule, group.name ?? ''))
  const readable = rules.filter((rule) => rule !== null)
  return readable.length === rules.length ? readable : null
}

/** Whether a route table sends all traffic to an appliance or a gateway. */
export function isForcedTunnel(routes: readonly Route[]): boolean {
  return routes.some(
    ({ addressPrefix, nextHopType }) =>
      addressPrefix === '0.0.0.0/0' && oneOf(['VirtualAppliance', 'VirtualNetworkGateway'], nextHopType) !== null,
  )
}
