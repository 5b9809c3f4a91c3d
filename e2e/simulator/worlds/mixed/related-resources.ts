import type { SimAttestation, SimLooseDisk } from '../../model/related-resources'
import type { SimSubscription } from '../../model/world'
import { vaultAt } from '../../related-resources/vaults'
import { hour } from '../scripted-vm'
import type { SceneContents } from '../scene'
import { vaultId } from '../vaults'

/** A vault whose firewall blocks the platform, and one in another region than the VMs that name it. */
export const closedVault = 'kv-sap-closed'
export const farVault = 'kv-osaka-east'

function compliant(phrase: string): SimAttestation {
  return { complianceStatus: 'Compliant', code: 'VMEncryptionCompliant', phrase, checkedAgo: hour }
}

/** Guest configuration's results for a few VMs; they agree with the platform's state. */
export const attested = {
  ade: compliant('VM is encryption compliant with Azure Disk Encryption.'),
  host: compliant('VM is encryption compliant with EncryptionAtHost.'),
} as const

/** Forgotten unattached disks: two with ADE, and one that never had it. */
function looseDisks(subscription: string): readonly SimLooseDisk[] {
  const disk = (group: string, name: string) =>
    `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Compute/disks/${name}`
  const common = { region: 'westeurope', sku: 'Premium_LRS' } as const
  return [
    { ...common, id: disk('rg-erp-prod', 'erp-db-old-data'), sizeGiB: 256, osType: null, stamped: true },
    { ...common, id: disk('RG-LEGACY-PROD', 'WINOLD09_OsDisk'), sizeGiB: 127, osType: 'Windows', stamped: true },
    { ...common, id: disk('rg-web-prod', 'web-scratch'), sizeGiB: 64, osType: null, stamped: false },
  ]
}

/** The vaults, disks, locks and policies of the company. */
export function relatedResourcesOfMixed(
  subscriptions: readonly SimSubscription[],
): Pick<SceneContents, 'vaults' | 'locks' | 'policyAssignments' | 'looseDisks' | 'withoutHostEncryption'> {
  const [production = '', japan = '', staging = ''] = subscriptions.map(({ id }) => id)
  const audit = { effect: 'AuditIfNotExists', enforcementMode: 'Default' } as const
  const scope = '/providers/Microsoft.Management/managementGroups/contoso'
  return {
    looseDisks: looseDisks(production),
    withoutHostEncryption: [staging],
    vaults: [
      vaultAt(vaultId(production, closedVault), 'westeurope', { defaultAction: 'Deny', bypass: 'None' }),
      vaultAt(vaultId(japan, farVault), 'japaneast'),
    ],
    locks: [
      {
        scope: `/subscriptions/${production}/resourceGroups/rg-erp-prod`,
        name: 'keep-erp',
        level: 'CanNotDelete',
        notes: 'Production: not to be deleted.',
      },
    ],
    policyAssignments: [
      { scope, name: 'linux-encryption', displayName: 'Linux encryption', policy: 'linux-ade-or-host', ...audit },
      { scope, name: 'windows-encryption', displayName: 'Windows encryption', policy: 'windows-ade-or-host', ...audit },
    ],
  }
}
