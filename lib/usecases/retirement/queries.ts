import 'server-only'

/** Disks with key settings, of the two kinds that encryption at host limits, or encrypted at rest with two keys. */
export const retirementDisksQuery = `resources | where type =~ 'microsoft.compute/disks'
| where (isnotnull(properties.encryptionSettingsCollection)
    and tostring(properties.encryptionSettingsCollection.enabled) !in~ ('false','0'))
  or tostring(sku.name) in~ ('UltraSSD_LRS','PremiumV2_LRS')
  or tostring(properties.encryption.type) =~ 'EncryptionAtRestWithPlatformAndCustomerKeys'
| project id, name, subscriptionId, resourceGroup, location, managedBy=tostring(managedBy), skuName=tostring(sku.name),
  sizeGiB=toint(properties.diskSizeGB), sectorSize=toint(properties.creationData.logicalSectorSize),
  created=tostring(properties.timeCreated), osType=tostring(properties.osType),
  stamped=iff(isnull(properties.encryptionSettingsCollection), 'false',
    tostring(properties.encryptionSettingsCollection.enabled)), sse=tostring(properties.encryption.type)
| order by id asc`

/**
 * VMs that an extension joined to an Active Directory domain.
 * Source: https://learn.microsoft.com/entra/identity/domain-services/join-windows-vm-template
 */
export const domainJoinQuery = `resources | where type =~ 'microsoft.compute/virtualmachines/extensions'
| where tostring(properties.type) =~ 'JsonADDomainExtension'
| project id
| order by id asc`

/**
 * Session hosts. A row without a VM is requested too: it may be any VM, so that no VM can be called free of one.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources
 */
export const sessionHostsQuery = `desktopvirtualizationresources
| where type =~ 'microsoft.desktopvirtualization/hostpools/sessionhosts'
| project id, vm=tostring(properties.resourceId)
| order by id asc`

/**
 * Protected items of VMs. A row without a VM, or without its kind, is requested too: it may protect any VM. Source:
 * https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources
 */
export const backupsQuery = `recoveryservicesresources
| where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'
| where tostring(properties.backupManagementType) in~ ('AzureIaasVM','')
| project id, vm=tostring(properties.sourceResourceId)
| order by id asc`

/** VMs that are members of a flexible scale set. */
export const setMembersQuery = `resources | where type =~ 'microsoft.compute/virtualmachines'
| where isnotempty(tostring(properties.virtualMachineScaleSet.id))
| project id, vm=id
| order by id asc`
