import 'server-only'
import { quoted } from '../kql'

/**
 * The queries for Resource Graph. Each reads one table without a join, so that no join or list is cut short; only the
 * fourth needs a join and mv-expand, and its counts show where they were cut short. Every column has one type in every
 * row: the query turns a missing member into '', 'false' or 0, so that a null, a missing column or another type is a
 * fault of the answer and never read as "off".
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language
 */

/** A flag as text: 'true', 'false' (also where the member is missing), or the text of any other value. */
const flag = (path: string): string => `iff(isnull(${path}), 'false', tostring(${path}))`

/**
 * A number for a VM's id. Sums of it show whether two answers are about the same VMs: equal counts alone do not, where
 * one VM is lost and another one gained. Resource Graph's documentation divides resources by the same expression.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/paging-results
 */
const idHash = 'hash(tolower(id)) % 1000000007'

/**
 * Adds one row per subscription to an answer, before all other rows: the VMs that the query could see, by their number
 * and the sum of their `idHash`. A missing row is evidence only for a VM that is counted here.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language
 * @param others columns that only the other rows have, each with a value of its type
 */
const withCounts = (others: readonly string[]): string =>
  `| union (resources | where type =~ 'microsoft.compute/virtualmachines'
  | summarize vms=count(), idHashes=sum(${idHash}) by subscriptionId
  | project id=strcat('vms:', subscriptionId), subscriptionId, ${others.join(', ')}, vms, idHashes)`

/** Condition of a disk with key settings that are not off. */
const hasKeySettings =
  "isnotnull(properties.encryptionSettingsCollection) and tostring(properties.encryptionSettingsCollection.enabled) !in~ ('false','0')"

/** The number of data disks in a VM's model. */
const dataDisks =
  'iff(isnull(properties.storageProfile.dataDisks), 0, array_length(properties.storageProfile.dataDisks))'

/** Q1: every VM, with its model. */
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
  nData=${dataDisks}, idHash=${idHash}
| order by id asc`

/**
 * Q2: every disk-encryption extension, and every uniform scale set whose model has one: its instances are not resources
 * in Resource Graph. Members of flexible sets are VMs. An extension without publisher and type may be one. The rows that
 * count VMs also count the extensions of any type (`shown`): a user who may not read extensions gets none, without a
 * refusal, and 0 is therefore no evidence that a VM has none.
 */
export const extensionsQuery = `resources
| where type in~ ('microsoft.compute/virtualmachines/extensions','microsoft.compute/virtualmachinescalesets')
| where (type =~ 'microsoft.compute/virtualmachines/extensions'
    and tostring(properties.publisher) in~ ('Microsoft.Azure.Security','')
    and tostring(properties.type) in~ ('AzureDiskEncryption','AzureDiskEncryptionForLinux',''))
  or (type =~ 'microsoft.compute/virtualmachinescalesets' and tostring(properties.orchestrationMode) !~ 'Flexible'
    and tostring(properties.virtualMachineProfile.extensionProfile) contains 'AzureDiskEncryption')
| project id, subscriptionId, extType=tostring(properties.type), ver=tostring(properties.typeHandlerVersion),
  prov=tostring(properties.provisioningState), settings=properties.settings, capacity=sku.capacity, shown=0, vms=0, idHashes=0
| union (resources | where type in~ ('microsoft.compute/virtualmachines','microsoft.compute/virtualmachines/extensions')
  | project subscriptionId, isVm=iff(type =~ 'microsoft.compute/virtualmachines', 1, 0), idHash=${idHash}
  | summarize vms=sum(isVm), shown=countif(isVm == 0), idHashes=sum(isVm * idHash) by subscriptionId
  | where vms > 0
  | project id=strcat('vms:', subscriptionId), subscriptionId, extType='', ver='', prov='', shown, vms, idHashes)
| project id, subscriptionId, extType, ver, prov, settings, capacity, shown, vms, idHashes
| order by vms desc, id asc`

/**
 * Q3: every VM with managed disks whose key settings are not off, once, however many such disks it has: it finds VMs
 * whose extension was removed. The sum of hashes shows a later load that one of these disks changed. Disks that no VM
 * has are one row per subscription.
 */
export const stampedDisksQuery = `resources
| where type =~ 'microsoft.compute/disks' and ${hasKeySettings}
| summarize disks=count(), diskHashes=sum(hash(strcat(tolower(id), tostring(properties.diskState), tostring(properties.osType),
  tostring(properties.encryptionSettingsCollection), tostring(properties.encryption))) % 1000000007)
  by managedBy=tostring(managedBy), subscriptionId
| project id=iff(managedBy == '', strcat('/subscriptions/', subscriptionId), managedBy), subscriptionId, managedBy,
  disks, diskHashes, vms=0, idHashes=0
${withCounts(["managedBy=''", 'disks=0', 'diskHashes=0'])}
| project id, subscriptionId, managedBy, disks, diskHashes, vms, idHashes
| order by vms desc, id asc`

/** Q5: the attestations of guest configuration. A second opinion: no verdict waits until it is complete. */
export const attestationsQuery = `guestconfigurationresources
| where type =~ 'microsoft.guestconfiguration/guestconfigurationassignments'
| where name in~ ('AzureLinuxVMEncryptionCompliance','AzureWindowsVMEncryptionCompliance')
| project id, target=tostring(properties.targetResourceId), compliance=tostring(properties.complianceStatus),
  at=tostring(properties.lastComplianceStatusChecked), resources=properties.latestAssignmentReport.resources
| order by id asc`

/**
 * Q4: VMs with a disk that the user may not see, or that has key settings. Resource Graph silently omits a hidden disk,
 * so the third answer is no evidence for its VM. Each VM counts the disks that its own model names and that have a row
 * without key settings: a disk that left the model, or that names another VM, replaces none of them. Every VM is
 * returned once: one row for each VM with fewer such disks than its model names (including VMs with disks in a storage
 * account, and with more data disks than mv-expand returns), and one row per subscription that counts all others.
 * Together they are the VMs of the list, unless the join was cut short. Resource Graph has no leftanti join.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language
 */
export const hiddenDisksQuery = `resources | where type =~ 'microsoft.compute/virtualmachines'
| project id, subscriptionId, dataDisks=${dataDisks},
  disk=tolower(tostring(properties.storageProfile.osDisk.managedDisk.id))
| union (resources | where type =~ 'microsoft.compute/virtualmachines'
  | mv-expand dataDisk=properties.storageProfile.dataDisks limit 400
  | project id, subscriptionId, dataDisks=${dataDisks}, disk=tolower(tostring(dataDisk.managedDisk.id)))
| distinct id, subscriptionId, dataDisks, disk
| join kind=leftouter (resources | where type =~ 'microsoft.compute/disks'
  | summarize stamped=countif(${hasKeySettings}) by disk=tolower(id)) on disk
| summarize plain=countif(stamped == 0) by id, subscriptionId, dataDisks
| extend counted=iff(plain > dataDisks, strcat('vms:', subscriptionId), id)
| summarize vms=count(), idHashes=sum(${idHash}) by counted
| project id=counted, vms, idHashes
| order by vms desc, id asc`

/** Which of these VMs the caller can read. At most about a hundred ids, so that the query stays short. */
export function readableVmsQuery(ids: readonly string[]): string {
  return `resources | where type =~ 'microsoft.compute/virtualmachines' | where id in~ (${ids.map(quoted).join(',')})
| project id | order by id asc`
}

/** Only the ids of the VMs. */
export const vmIdsQuery = `resources | where type =~ 'microsoft.compute/virtualmachines'
| project id, idHash=${idHash} | order by id asc`
