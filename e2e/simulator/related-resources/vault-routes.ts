import { authorizationFailed, badRequest } from '../arm/errors'
import { param, subscriptionOf } from '../arm/guard'
import { canWithin } from '../arm/rights'
import type { ArmContext, SimResponse } from '../model/http'
import type { SimKey, SimVault } from '../model/related-resources'
import { answerOf, listOf, resourceOf, type Place, type Segments } from './at'
import { renderKey, renderVault } from './render-vault'
import { relatedResourceActions } from './rights'
import { vaultName, vaultsOf } from './vaults'

const namespace = 'Microsoft.KeyVault'
const vaultSegments: Segments = [['vaults', 'vault']]
const keySegments: Segments = [...vaultSegments, ['keys', 'key']]
const versionSegments: Segments = [...keySegments, ['versions', 'version']]

const alike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

function findVault(context: ArmContext, { subscriptionId, id }: Place): SimVault | undefined {
  const lower = `${id.toLowerCase()}/`
  return vaultsOf(context.world, subscriptionId).find((vault) => lower.startsWith(`${vault.id.toLowerCase()}/`))
}

/** `GET` of one vault. */
export function getVault(context: ArmContext): SimResponse {
  const place = resourceOf(context, relatedResourceActions.vault, namespace, vaultSegments)
  if (!place.ok) return place.refusal
  const vault = findVault(context, place.value)
  return answerOf(context, place.value, vault === undefined ? undefined : renderVault(vault, context.world.tenantId))
}

/** The vaults of a subscription that the caller may read. */
export function listVaults(context: ArmContext): SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const { id } = subscription.value
  const group = context.params.group
  const scope = group === undefined ? `/subscriptions/${id}` : `/subscriptions/${id}/resourceGroups/${group}`
  const { vault: action } = relatedResourceActions
  const mayList = group === undefined ? canWithin(context, action, id) : context.can(action, scope)
  if (!mayList) return authorizationFailed(context.caller.objectId, action, scope)
  const vaults = vaultsOf(context.world, id).filter(
    (vault) => context.can(action, vault.id) && `${vault.id.toLowerCase()}/`.startsWith(`${scope.toLowerCase()}/`),
  )
  return listOf(
    context,
    vaults.map((vault) => renderVault(vault, context.world.tenantId)),
  )
}

/** `GET /subscriptions/{id}/resources` only for vaults: azure-cli finds the group of a vault by its name with it. */
export function listResources(context: ArmContext): SimResponse {
  const filter = context.query.get('$filter') ?? ''
  const asked = /^resourceType eq 'Microsoft\.KeyVault\/vaults'(?: and name eq '([^']+)')?$/i.exec(filter.trim())
  if (asked === null)
    return badRequest('InvalidFilterInQueryString', `The simulator lists vaults alone, not '${filter}'.`)
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const [, name] = asked
  const vaults = vaultsOf(context.world, subscription.value.id).filter(
    (vault) =>
      context.can(relatedResourceActions.vault, vault.id) && (name === undefined || alike(name, vaultName(vault))),
  )
  return listOf(
    context,
    vaults.map((vault) => ({
      id: vault.id,
      name: vaultName(vault),
      type: 'Microsoft.KeyVault/vaults',
      location: vault.region,
      tags: {},
    })),
  )
}

function keyAt(
  context: ArmContext,
  action: string,
  segments: Segments,
  render: (vault: SimVault, key: SimKey) => Record<string, unknown> | undefined,
): SimResponse {
  const place = resourceOf(context, action, namespace, segments)
  if (!place.ok) return place.refusal
  const vault = findVault(context, place.value)
  const key = vault?.keys.find(({ name }) => alike(name, param(context, 'key')))
  return answerOf(context, place.value, vault === undefined || key === undefined ? undefined : render(vault, key))
}

/** The current version of a key, from the control plane. */
export function getKey(context: ArmContext): SimResponse {
  return keyAt(context, relatedResourceActions.key, keySegments, (vault, key) => renderKey(vault, key, null))
}

export function getKeyVersion(context: ArmContext): SimResponse {
  return keyAt(context, relatedResourceActions.keyVersion, versionSegments, (vault, key) =>
    renderKey(vault, key, param(context, 'version').toLowerCase()),
  )
}

/** Every version of a key. */
export function listKeyVersions(context: ArmContext): SimResponse {
  const place = resourceOf(context, relatedResourceActions.keyVersion, namespace, keySegments)
  if (!place.ok) return place.refusal
  const vault = findVault(context, place.value)
  const key = vault?.keys.find(({ name }) => alike(name, param(context, 'key')))
  if (vault === undefined || key === undefined) return answerOf(context, place.value, undefined)
  const bodies = key.versions.map(({ version }) => renderKey(vault, key, version)).filter((body) => body !== undefined)
  return listOf(context, bodies)
}
