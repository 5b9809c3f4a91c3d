import type { SimExtension } from '../../model/vm'
import { statusesOf } from '../build-extension'
import { customScript } from '../fragments'
import { day, hour } from '../scripted-vm'
import type { Story } from './story'

const safe: Story = { related: { snapshotAgo: 2 * hour } }

const running: SimExtension = {
  ...customScript,
  provisioningState: 'Creating',
  statuses: statusesOf({ status: 'transitioning', code: 0, message: 'Execution in progress', words: null }),
}
const customImage =
  '/subscriptions/5ea1a7c4-2222-4222-a222-000000000001/resourceGroups/rg-images/providers/Microsoft.Compute/galleries/contoso/images/hardened-ubuntu/versions/3.1.0'

/** VMs without ADE: three on which encryption would succeed now, and one for each reason why it would fail. */
export const readinessStories = {
  'ready-linux': { ...safe },
  'ready-linux-data': { ...safe, size: 'Standard_B2s', image: 'rhel94', dataDisks: [64] },
  'ready-windows': { ...safe, image: 'windows2022', dataDisks: [128] },
  'not-ready-memory': { ...safe, size: 'Standard_B1s' },
  'not-ready-size-a': { ...safe, size: 'Standard_A2_v2', image: 'ubuntu1804' },
  'not-ready-size-v7': { ...safe, size: 'Standard_D4s_v7' },
  'not-ready-ultra': { ...safe, dataDisks: [{ sizeGiB: 256, sku: 'UltraSSD_LRS' }] },
  'not-ready-premium-v2': { ...safe, dataDisks: [{ sizeGiB: 256, sku: 'PremiumV2_LRS' }] },
  'not-ready-shared': { ...safe, dataDisks: [{ sizeGiB: 256, maxShares: 2 }] },
  'not-ready-write-accelerator': {
    ...safe,
    size: 'Standard_M64s',
    dataDisks: [{ sizeGiB: 512, writeAccelerator: true }],
  },
  'not-ready-ephemeral': { ...safe, size: 'Standard_DS3_v2', osDisk: { ephemeral: true } },
  'not-ready-unmanaged': { ...safe, managed: false, dataDisks: [128] },
  'not-ready-customer-key': {
    ...safe,
    osDisk: { sse: 'EncryptionAtRestWithCustomerKey' },
    dataDisks: [{ sizeGiB: 64, sse: 'EncryptionAtRestWithCustomerKey' }],
  },
  'not-ready-host': { ...safe, encryptionAtHost: true },
  'not-ready-confidential': {
    ...safe,
    image: 'ubuntuConfidential',
    size: 'Standard_DC4as_v5',
    securityType: 'ConfidentialVM',
    securityEncryptionType: 'VMGuestStateOnly',
  },
  'not-ready-distro': { ...safe, image: 'debian12' },
  'not-ready-custom-image': { ...safe, customImage },
  'not-ready-stopped': { ...safe, power: 'deallocated' },
  'not-ready-agent': { ...safe, silentFor: 2 * day },
  'not-ready-agent-version': { ...safe, agentVersion: '2.2.32' },
  'not-ready-extensions-off': { related: { snapshotAgo: 2 * hour, allowExtensionOperations: false } },
  'not-ready-extension-running': { ...safe, extensions: [running] },
  'not-ready-snapshot': {},
  'not-ready-boot-diagnostics': { related: { snapshotAgo: 2 * hour, bootDiagnostics: false } },
} as const satisfies Record<string, Story>
