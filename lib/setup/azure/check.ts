import { armCallOf, azureCalls, type AzureCall } from './calls'
import { compareArm, compareGraph, versionsShown, type CallResult, type Difference, type NewWordsOf } from './compare'
import { effectsOfVersions, leadsTo } from './effects'
import type { Exchange } from './exchange'
import type { GraphQueryName } from './graph-columns'

/** Api-versions that the product can send, by provider or `Provider/type`, the first choice first. */
export type WantedVersions = Readonly<Record<string, readonly string[]>>

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isGraph = ({ url }: Exchange): boolean => /\/providers\/microsoft\.resourcegraph\/resources(?:\?|$)/i.test(url)

/** The api-versions that a cloud offers, by type in lower case: `microsoft.compute/disks`. */
function offeredVersions(body: unknown): ReadonlyMap<string, readonly string[]> {
  const offered = new Map<string, readonly string[]>()
  const providers: readonly unknown[] = isObject(body) && Array.isArray(body['value']) ? body['value'] : []
  for (const provider of providers) {
    if (!isObject(provider) || typeof provider['namespace'] !== 'string' || !Array.isArray(provider['resourceTypes']))
      continue
    const types: readonly unknown[] = provider['resourceTypes']
    for (const type of types) {
      if (!isObject(type) || typeof type['resourceType'] !== 'string' || !Array.isArray(type['apiVersions'])) continue
      const versions: readonly unknown[] = type['apiVersions']
      const name = `${provider['namespace']}/${type['resourceType']}`.toLowerCase()
      offered.set(
        name,
        versions.filter((version) => typeof version === 'string'),
      )
    }
  }
  return offered
}

/** The type whose versions represent a row of the product's table. */
const standsFor: Readonly<Record<string, string>> = {
  'Microsoft.Compute': 'Microsoft.Compute/virtualMachines',
  'Microsoft.Network': 'Microsoft.Network/networkInterfaces',
  'Microsoft.KeyVault': 'Microsoft.KeyVault/vaults',
  'Microsoft.Authorization/policies': 'Microsoft.Authorization/policyAssignments',
  'Microsoft.Features': 'Microsoft.Features/features',
  'Microsoft.ResourceGraph': 'Microsoft.ResourceGraph/resources',
  'Microsoft.Resources': 'Microsoft.Resources/subscriptions',
}

function versionDifferences(exchange: Exchange, wanted: WantedVersions): readonly Difference[] {
  const offered = offeredVersions(exchange.body)
  return Object.entries(wanted).flatMap(([row, versions]): Difference[] => {
    const found = offered.get((standsFor[row] ?? row).toLowerCase())
    const [first = ''] = versions
    if (found === undefined || found.includes(first)) return []
    const other = versions.find((version) => found.includes(version))
    const effect = other === undefined ? (effectsOfVersions[row] ?? 'part-unread') : 'other-version'
    return [{ code: 'version-unknown', effect, field: row, expected: first, found: versionsShown(found) }]
  })
}

/** Azure was temporarily busy or unreachable: the call is repeated. */
const isPassing = (result: CallResult): boolean =>
  result.outcome === 'different' &&
  result.differences.every(
    ({ code, found }) => code === 'no-answer' || (code === 'refused' && /^(?:429|5)/.test(found)),
  )

/**
 * Of several exchanges of one call the worse counts; each difference is listed once. A version that was refused before
 * another one succeeded changes nothing.
 */
function merged(call: AzureCall, all: readonly CallResult[]): CallResult {
  const answered = all.some(({ outcome }) => outcome !== 'different')
  const results = answered ? all.filter((result) => !isPassing(result)) : all
  const differences = new Map<string, Difference>()
  for (const result of results)
    if (result.outcome === 'different')
      for (const each of result.differences) {
        const wasReplaced = each.code === 'version-refused' && answered
        const reported: Difference = wasReplaced ? { ...each, effect: 'other-version' } : each
        differences.set(`${each.code} ${each.field} ${each.found}`, reported)
      }
  if (differences.size > 0) return { call, outcome: 'different', differences: [...differences.values()] }
  const same = results.find(({ outcome }) => outcome === 'same') ?? results.find(({ outcome }) => outcome === 'no-rows')
  return same ?? results[0] ?? { call, outcome: 'not-made' }
}

/**
 * Compares Azure's answers with what the product expects, call by call.
 * @param graphNameOf the product's query with this text; null for any other text
 * @param newWordsOf finds words of Azure that the product does not know
 * @returns one result for each call of the product, in their order
 */
export function checkExchanges(
  exchanges: readonly Exchange[],
  wanted: WantedVersions,
  graphNameOf: (text: string) => GraphQueryName | null,
  newWordsOf: NewWordsOf,
): readonly CallResult[] {
  const results = new Map<AzureCall, CallResult[]>()
  const add = (result: CallResult): void => void results.set(result.call, [...(results.get(result.call) ?? []), result])
  for (const exchange of exchanges) {
    if (isGraph(exchange)) {
      const text = isObject(exchange.requestBody) ? exchange.requestBody['query'] : undefined
      const name = typeof text === 'string' ? graphNameOf(text) : null
      if (name !== null) add(compareGraph(name, exchange))
      continue
    }
    const call = armCallOf(exchange)
    if (call === null) continue
    const result = compareArm(call, exchange, newWordsOf)
    const differences = call === 'providers' && result.outcome === 'same' ? versionDifferences(exchange, wanted) : []
    add(differences.length > 0 ? { call, outcome: 'different', differences } : result)
  }
  const merge = (call: AzureCall): CallResult => merged(call, results.get(call) ?? [])
  return azureCalls.map((call) => withReason(merge(call), merge))
}

/** Whether a call has no answer that could lead to another call. */
const ledNowhere = (result: CallResult): boolean =>
  result.outcome === 'denied' ||
  (result.outcome === 'different' &&
    result.differences.some(({ field, code }) => ['', 'data', 'value'].includes(field) || code === 'version-refused'))

/** A call that was not made, with the first unanswered call among those that lead to it. */
function withReason(result: CallResult, resultOf: (call: AzureCall) => CallResult): CallResult {
  if (result.outcome !== 'not-made') return result
  for (let before = leadsTo[result.call]; before !== null; before = leadsTo[before]) {
    const found = resultOf(before)
    if (ledNowhere(found)) return { call: result.call, outcome: 'not-asked', because: before }
    if (found.outcome !== 'not-made') return result
  }
  return result
}

/** Whether the inventory answered, so that the other calls were possible. */
export const hasAsked = (results: readonly CallResult[]): boolean =>
  results.some(
    ({ call, outcome }) =>
      call === 'graph:vms' && outcome !== 'denied' && outcome !== 'not-made' && outcome !== 'not-asked',
  )

/** Whether any difference would change what a user reads. */
export const changesVerdicts = (results: readonly CallResult[]): boolean =>
  results.some(
    (result) =>
      result.outcome === 'different' &&
      result.differences.some(({ effect }) => effect !== 'read-alike' && effect !== 'other-version'),
  )
