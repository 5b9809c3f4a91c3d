import 'server-only'
import { quoted } from '../kql'

/**
 * The questions put to Resource Graph. Flat, one table each, so that no join or list is cut short; the fourth needs its
 * join. Every column has one type whatever the row: a member that is missing becomes '', 'false' or 0 in the query, so
 * that a null, a missing column or another type is a fault of the answer and never taken for "off".
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language
 */

/** A flag as text: 'true', 'false' (also where the member is missing), or whatever else stands there. */
const flag = (path: string): string => `iff(isnull(${path}), 'false', tostring(${path}))`

/** Q1: every VM, with what the model says. */
export const virtualMachinesQuery = `resources | where type =~ 'microsoft.compute/virtualmachines'
| project id, name, subscriptionId, resourceGroup, tenantId, location, zones, tags, vmId=tostring(properties.vmId),
  vmSize=tostring(properties.hardwareProfile.vmSize), osType=tostring(properties.storageProfile.osDisk.osType),
  osName=tostring(properties.extended.instanceView.osName),
  power=tostring(properties.extended.instanceView.powerState.code), prov=tostring(properties.provisioningState),
  vmssId=tostring(properties.virtualMachineScaleSet.id), eah=${flag('properties.securityProfile.encryptionAtHost')},
  secType=tostring(properties.securityProfile.securityType),
  osSecType=tostring(properties.storageProfile.osDisk.managedDisk.securityProfile.securityEncryptionType),
  osDiff=tostring(properties.storageProfile.osDisk.diffDiskSettings.option),
  imgPublisher=tostring(properties.storageProfile.imageReference.publisher),
  imgOffer=tostring(properties.storageProfile.imageReference.offer),
  imgSku=tostring(properties.storageProfile.imageReference.sku),
  imgId=tostring(properties.storageProfile.imageReference.id),
  osDiskId=tostring(properties.storageProfile.osDisk.managedDisk.id),
  osDes=tostring(properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id),
  dualPass=${flag('properties.storageProfile.osDisk.encryptionSettings.enabled')},
  nData=iff(isnull(properties.storageProfile.dataDisks), 0, array_length(properties.storageProfile.dataDisks))
| order by id asc`

/**
 * Q2: every disk-encryption extension, and every uniform scale set whose model has one: its instances are no resources
 * of their own. Members of flexible sets are VMs. An extension that names neither publisher nor type may be one.
 */
export const extensionsQuery = `resources
| where type in~ ('microsoft.compute/virtualmachines/extensions','microsoft.compute/virtualmachinescalesets')
| where (type =~ 'microsoft.compute/virtualmachines/extensions'
    and tostring(properties.publisher) in~ ('Microsoft.Azure.Security','')
    and tostring(properties.type) in~ ('AzureDiskEncryption','AzureDiskEncryptionForLinux',''))
  or (type =~ 'microsoft.compute/virtualmachinescalesets' and tostring(properties.orchestrationMode) !~ 'Flexible'
    and tostring(properties.virtualMachineProfile.extensionProfile) contains 'AzureDiskEncryption')
| project id, subscriptionId, extType=tostring(properties.type), ver=tostring(properties.typeHandlerVersion),
  prov=tostring(properties.provisioningState), settings=properties.settings, capacity=sku.capacity
| order by id asc`

/** Q3: every managed disk with key settings that are not off: it finds VMs whose extension was removed. */
export const stampedDisksQuery = `resources
| where type =~ 'microsoft.compute/disks' and isnotnull(properties.encryptionSettingsCollection)
| where tostring(properties.encryptionSettingsCollection.enabled) !in~ ('false','0')
| project id, subscriptionId, managedBy=tostring(managedBy), osType=tostring(properties.osType), state=tostring(properties.diskState),
  adeVer=tostring(properties.encryptionSettingsCollection.encryptionSettingsVersion),
  ade=properties.encryptionSettingsCollection.encryptionSettings,
  sse=tostring(properties.encryption.type), des=tostring(properties.encryption.diskEncryptionSetId)
| order by id asc`

/** Q5: what guest configuration attests from inside. A second opinion: no verdict waits for its completeness. */
export const attestationsQuery = `guestconfigurationresources
| where type =~ 'microsoft.guestconfiguration/guestconfigurationassignments'
| where name in~ ('AzureLinuxVMEncryptionCompliance','AzureWindowsVMEncryptionCompliance')
| project id, target=tostring(properties.targetResourceId), compliance=tostring(properties.complianceStatus),
  at=tostring(properties.lastComplianceStatusChecked), resources=properties.latestAssignmentReport.resources
| order by id asc`

/**
 * Q4: VMs of which the person may not see every disk. Resource Graph leaves such a disk out without a word, so the third
 * answer cannot vouch for them. Every VM comes out of the join once: one row for each VM that has fewer visible disks
 * than its model names (one with disks in a storage account is among them), and one row with the id '' that counts all
 * others. Together they are as many as there are VMs, unless the join was cut short. There is no leftanti.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language
 */
export const hiddenDisksQuery = `resources | where type =~ 'microsoft.compute/virtualmachines'
| project id, vm=tolower(id),
  dataDisks=iff(isnull(properties.storageProfile.dataDisks), 0, array_length(properties.storageProfile.dataDisks))
| join kind=leftouter (resources | where type =~ 'microsoft.compute/disks' and isnotempty(managedBy)
  | summarize disks=count() by vm=tolower(managedBy)) on vm
| extend hidden=iff(disks > dataDisks, '', id)
| summarize vms=count() by hidden
| project id=hidden, vms
| order by id asc`

/** How many VMs there are, to tell whether the join of the fourth question was cut short. */
export const vmCountQuery = `resources | where type =~ 'microsoft.compute/virtualmachines' | count`

/** Which of these VMs there are for whoever asks. At most about a hundred ids, so that the question stays short. */
export function readableVmsQuery(ids: readonly string[]): string {
  return `resources | where type =~ 'microsoft.compute/virtualmachines' | where id in~ (${ids.map(quoted).join(',')})
| project id | order by id asc`
}

/** Only which VMs there are. */
export const vmIdsQuery = `resources | where type =~ 'microsoft.compute/virtualmachines' | project id | order by id asc`
