import type { SimVault } from '../../model/related-resources'
import { keyOf, vaultAt } from '../../related-resources/vaults'
import { linuxAde, says, stamped } from '../fragments'
import { vaultChoice } from '../vaults'
import { day, hour } from '../scripted-vm'
import { named, type Story, type StoryPlace } from './story'

const region = 'westeurope'
const longAgo = Date.UTC(2025, 5, 30)

const disabledKey = keyOf('kek-disabled', [{ enabled: false }])
const expiredKey = keyOf('kek-expired', [{ expires: longAgo }])
const rotatedKey = keyOf('kek-rotated', [{}, {}])
const ellipticKey = keyOf('kek-elliptic', [{}], { kty: 'EC', size: 256 })
const smallKey = keyOf('kek-2048', [{}], { size: 2048 })

function versioned({ name, versions }: typeof disabledKey): string {
  return `${name}/${versions[0]?.version ?? ''}`
}

/** The unsuitable vaults, each with one wrong setting. */
export function troubledVaults(place: StoryPlace): SimVault[] {
  const at = (name: string, more: Partial<SimVault>, where = region): SimVault =>
    vaultAt(named(place, name).id, where, more)
  return [
    at('kv-firewall', { defaultAction: 'Deny', bypass: 'None' }),
    at('kv-private', { publicNetworkAccess: 'Disabled', defaultAction: 'Deny', bypass: 'None' }),
    at('kv-perimeter', { publicNetworkAccess: 'SecuredByPerimeter', defaultAction: 'Deny' }),
    at('kv-north', {}, 'northeurope'),
    vaultAt(vaultChoice(place.otherSubscriptionId, 'kv-elsewhere').id, region),
    at('kv-not-enabled', { enabledForDiskEncryption: false }),
    at('kv-no-soft-delete', { enableSoftDelete: null, enablePurgeProtection: false }),
    at('kv-keys', { sku: 'premium', keys: [disabledKey, expiredKey, rotatedKey, ellipticKey, smallKey] }),
  ]
}

/** Failures of the key settings: the vault shows the cause, the host's message does not. */
export function vaultStories(place: StoryPlace) {
  const failing = { dataDisks: [64], plan: 'linux-fail-stamping' } as const
  const naming = (name: string, key: string | null = null): Pick<Story, 'related'> => ({
    related: { vault: named(place, name, key) },
  })
  return {
    'vault-firewall': { ...failing, ago: 3 * hour, ...naming('kv-firewall') },
    'vault-private': { ...failing, ago: 4 * hour, ...naming('kv-private') },
    'vault-perimeter': { ...failing, ago: 5 * hour, ...naming('kv-perimeter') },
    'vault-region': { ...failing, ago: 6 * hour, ...naming('kv-north') },
    'vault-subscription': {
      ...failing,
      ago: 7 * hour,
      related: { vault: vaultChoice(place.otherSubscriptionId, 'kv-elsewhere') },
    },
    'vault-not-enabled': { ...failing, ago: 8 * hour, ...naming('kv-not-enabled') },
    'vault-soft-delete': { ...failing, ago: 9 * hour, ...naming('kv-no-soft-delete') },
    'vault-missing': { ...failing, ago: 10 * hour, ...naming('kv-deleted') },
    'key-disabled': { ...failing, ago: 11 * hour, ...naming('kv-keys', versioned(disabledKey)) },
    'key-expired': { ...failing, ago: 12 * hour, ...naming('kv-keys', versioned(expiredKey)) },
    'key-rotated': {
      osDisk: stamped,
      extensions: [linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', 'NotMounted'))],
      ...naming('kv-keys', versioned(rotatedKey)),
    },
    'key-elliptic': { ...failing, ago: 14 * hour, ...naming('kv-keys', versioned(ellipticKey)) },
    'key-2048': {
      image: 'windows2022',
      plan: 'windows-fail',
      ago: 15 * hour,
      ...naming('kv-keys', versioned(smallKey)),
    },
    'windows-vault-region': { image: 'windows2019', plan: 'windows-fail', ago: 2 * day, ...naming('kv-north') },
  } as const satisfies Record<string, Story>
}
