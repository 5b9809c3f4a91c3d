import type { ArmContext } from '../model/http'
import type { SimLooseDisk } from '../model/related-resources'
import { vaultOf } from '../worlds/vaults'
import { renderKeys } from './render-settings'
import { actions } from './rights'

const placeOf = ({ id }: SimLooseDisk) => {
  const [, , subscriptionId = '', , resourceGroup = ''] = id.split('/')
  return { subscriptionId, resourceGroup }
}

/** The unattached disks of a subscription that the caller may read. */
export function looseDisksOf(context: ArmContext, subscriptionId: string): readonly SimLooseDisk[] {
  const root = `/subscriptions/${subscriptionId}/`.toLowerCase()
  return context.world.related.looseDisks.filter(
    ({ id }) => id.toLowerCase().startsWith(root) && context.can(actions.disk, id),
  )
}

function settingsOf(disk: SimLooseDisk): Record<string, unknown> {
  if (!disk.stamped) return {}
  const vault = vaultOf(placeOf(disk).subscriptionId, disk.region)
  const secretUrl = `${vault.url}/secrets/3f2c9f0e-6a51-4c55-9d0c-8f8f5a1f7a10/00000000000000000000000000000001`
  const keys = renderKeys({ enabled: true, secretUrl, vaultId: vault.id, keyUrl: null })
  return {
    encryptionSettingsCollection: { enabled: true, encryptionSettings: [keys], encryptionSettingsVersion: '1.1' },
  }
}

/** The disk resource. */
export function renderLooseDisk(disk: SimLooseDisk): Record<string, unknown> {
  return {
    name: disk.id.split('/').at(-1),
    id: disk.id,
    type: 'Microsoft.Compute/disks',
    location: disk.region,
    sku: { name: disk.sku, tier: /^[A-Z][a-z]+/.exec(disk.sku)?.[0] ?? 'Premium' },
    properties: {
      ...(disk.osType === null ? {} : { osType: disk.osType }),
      creationData: { createOption: disk.osType === null ? 'Empty' : 'FromImage' },
      diskSizeGB: disk.sizeGiB,
      ...settingsOf(disk),
      encryption: { type: 'EncryptionAtRestWithPlatformKey' },
      diskState: 'Unattached',
      networkAccessPolicy: 'AllowAll',
      timeCreated: '2023-02-14T09:21:07.4120000+00:00',
      provisioningState: 'Succeeded',
    },
  }
}

/** The row of Resource Graph: the resource and the columns derived from its id. */
export function looseDiskRow(disk: SimLooseDisk, tenantId: string): Record<string, unknown> {
  const { subscriptionId, resourceGroup } = placeOf(disk)
  return {
    ...renderLooseDisk(disk),
    type: 'microsoft.compute/disks',
    tenantId,
    subscriptionId,
    resourceGroup: resourceGroup.toLowerCase(),
    managedBy: '',
  }
}
