import type { VaultChoice } from '../model/related-resources'
import type { SimVm } from '../model/vm'

/** The group of the key vaults. */
export const vaultGroup = 'rg-keys'

/** Short names of regions, for vault names: a vault's name has at most 24 letters. */
const regionCodes: Readonly<Record<string, string>> = {
  japaneast: 'jpe',
  japanwest: 'jpw',
  westeurope: 'weu',
  northeurope: 'neu',
  eastus: 'eus',
  eastus2: 'eus2',
  southeastasia: 'sea',
  germanywestcentral: 'gwc',
}

export function vaultId(subscriptionId: string, name: string, group: string = vaultGroup): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/${name}`
}

/** A vault by its name, as requests name it. */
export function vaultChoice(subscriptionId: string, name: string, key: string | null = null): VaultChoice {
  const url = `https://${name}.vault.azure.net`
  return { id: vaultId(subscriptionId, name), url, keyUrl: key === null ? null : `${url}/keys/${key}` }
}

/** The key vault of a subscription in a region: vault and VM must have the same of both. */
export function vaultOf(subscriptionId: string, region: string): VaultChoice {
  return vaultChoice(
    subscriptionId,
    `kv-ade-${subscriptionId.slice(0, 8)}-${regionCodes[region] ?? region.slice(0, 7)}`,
  )
}

/** The vault of the dual-pass extension's secrets, which the VM itself wrote. */
export const classicVaultName = 'kv-ade-classic'

/** The vault that a VM's requests name. */
export function vaultOfVm(vm: SimVm, isDualPass = false): VaultChoice {
  const usual = isDualPass ? vaultChoice(vm.subscriptionId, classicVaultName) : vaultOf(vm.subscriptionId, vm.region)
  return vm.related?.vault ?? usual
}

/** A request whose vault id and vault URL name different vaults: the extension's check refuses it. */
export const mismatchedVault: VaultChoice = {
  ...vaultChoice('00000000-0000-0000-0000-000000000000', 'kv2'),
  id: vaultId('00000000-0000-0000-0000-000000000000', 'kv1'),
}
