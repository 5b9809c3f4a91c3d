import type { SimKey, SimVault } from '../model/related-resources'
import type { World } from '../model/world'
import { vmsOfSubscription } from '../arm/vm-index'
import { randomFor } from '../worlds/random'
import { classicVaultName, vaultChoice, vaultOf } from '../worlds/vaults'

/** A vault with the settings that ADE needs and without keys; `more` overrides settings. */
export function vaultAt(id: string, region: string, more: Partial<SimVault> = {}): SimVault {
  return {
    id,
    region,
    enabledForDiskEncryption: true,
    enableSoftDelete: true,
    enablePurgeProtection: true,
    enableRbacAuthorization: false,
    publicNetworkAccess: 'Enabled',
    defaultAction: 'Allow',
    bypass: 'AzureServices',
    sku: 'standard',
    keys: [],
    ...more,
  }
}

/** A key with one version for each entry, the last one current. Versions are derived from the names. */
export function keyOf(
  name: string,
  versions: readonly Partial<SimKey['versions'][number]>[],
  more: Partial<SimKey> = {},
): SimKey {
  const random = randomFor(0, `key/${name}`)
  return {
    name,
    kty: 'RSA',
    size: 4096,
    versions: versions.map((version) => ({ version: random.hex(32), enabled: true, expires: null, ...version })),
    ...more,
  }
}

/** Every default vault has a key that could wrap secrets. */
const usualKeys: readonly SimKey[] = [keyOf('ade-kek', [{}])]

function usualVaults(world: World, subscriptionId: string): SimVault[] {
  const found = new Map<string, SimVault>()
  for (const vm of vmsOfSubscription(world, subscriptionId)) {
    const usual = vaultOf(subscriptionId, vm.region)
    if (!found.has(usual.id)) found.set(usual.id, vaultAt(usual.id, vm.region, { keys: usualKeys }))
    const classic = vaultChoice(subscriptionId, classicVaultName)
    if (vm.modelSettings?.vaultId === classic.id && !found.has(classic.id))
      found.set(classic.id, vaultAt(classic.id, vm.region, { enablePurgeProtection: false }))
  }
  return [...found.values()]
}

/** The vaults of a subscription: a default one in every region of its VMs, and those of its world. */
export function vaultsOf(world: World, subscriptionId: string): readonly SimVault[] {
  const prefix = `/subscriptions/${subscriptionId}/`.toLowerCase()
  const added = [...world.related.vaults.values()].filter(({ id }) => id.toLowerCase().startsWith(prefix))
  return [...usualVaults(world, subscriptionId), ...added]
}

export function vaultName({ id }: SimVault): string {
  return id.split('/').at(-1) ?? ''
}
