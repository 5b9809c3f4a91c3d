import { vmId } from '../arm/ids'
import { vmsOfSubscription } from '../arm/vm-index'
import type { ArmContext } from '../model/http'
import type { SimVm } from '../model/vm'
import { relatedResourceActions } from '../related-resources/rights'
import { ConstantRow } from './language/derived-rows'
import type { RowSource } from './language/plan'
import { tableColumns } from './table-row'

interface Related {
  readonly type: string
  readonly action: string
  /** Id and properties of the resource that names the VM; undefined if it does not exist. */
  readonly of: (vm: SimVm) => { readonly id: string; readonly properties: Record<string, unknown> } | undefined
}

const groupOf = ({ subscriptionId, resourceGroup }: SimVm): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`

const sessionHosts: Related = {
  type: 'microsoft.desktopvirtualization/hostpools/sessionhosts',
  action: relatedResourceActions.sessionHost,
  of: (vm) => {
    const pool = vm.related?.hostPool
    if (pool === undefined) return undefined
    const id = `${groupOf(vm)}/providers/Microsoft.DesktopVirtualization/hostpools/${pool}/sessionhosts/${vm.name}`
    return { id, properties: { resourceId: vmId(vm), status: 'Available', virtualMachineId: vm.vmId } }
  },
}

const protectedItems: Related = {
  type: 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems',
  action: relatedResourceActions.protectedItem,
  of: (vm) => {
    const vault = vm.related?.backupVault
    if (vault === undefined) return undefined
    const item = `iaasvmcontainerv2;${vm.resourceGroup};${vm.name}`.toLowerCase()
    const fabric = `${groupOf(vm)}/providers/Microsoft.RecoveryServices/vaults/${vault}/backupFabrics/Azure`
    return {
      id: `${fabric}/protectionContainers/iaasvmcontainer;${item}/protectedItems/vm;${item}`,
      properties: {
        sourceResourceId: vmId(vm),
        virtualMachineId: vmId(vm),
        friendlyName: vm.name,
        backupManagementType: 'AzureIaasVM',
        workloadType: 'VM',
        protectionState: 'Protected',
        protectedItemType: 'Microsoft.Compute/virtualMachines',
      },
    }
  },
}

/** A table whose rows each name a VM. Rows that the caller may not read are omitted silently, as in Resource Graph. */
function tableOf({ type, action, of }: Related) {
  return (context: ArmContext, subscriptionIds: readonly string[]): RowSource => {
    const { world } = context
    const rowsOf = (subscriptionId: string): ConstantRow[] =>
      vmsOfSubscription(world, subscriptionId).flatMap((vm) => {
        const found = of(vm)
        if (found === undefined || !context.can(action, found.id)) return []
        const { id, properties } = found
        const resourceGroup = vm.resourceGroup.toLowerCase()
        const name = id.split('/').at(-1)
        const { tenantId } = world
        return [
          new ConstantRow({ id, name, type, tenantId, subscriptionId, resourceGroup, location: vm.region, properties }),
        ]
      })
    const rows = (types: readonly string[] | null): ConstantRow[] =>
      types === null || types.includes(type) ? subscriptionIds.flatMap(rowsOf) : []
    return { columns: tableColumns, rows }
  }
}

/** The `desktopvirtualizationresources` table: the session hosts of Azure Virtual Desktop. */
export const sessionHostTable = tableOf(sessionHosts)

/** The `recoveryservicesresources` table: items protected by Azure Backup. */
export const protectedItemTable = tableOf(protectedItems)
