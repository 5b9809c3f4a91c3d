import { vmsOfSubscription } from '../arm/vm-index'
import type { ArmContext } from '../model/http'
import { ConstantRow } from './language/derived-rows'
import type { RowSource } from './language/plan'
import { tableColumns } from './table-row'

const subscriptionType = 'microsoft.resources/subscriptions'
const groupType = 'microsoft.resources/subscriptions/resourcegroups'

/** The `resourcecontainers` table: a row for each readable subscription, empty ones included, and for each resource group. */
export function containersTable({ world }: ArmContext, subscriptionIds: readonly string[]): RowSource {
  const { tenantId } = world
  const rowsOf = (subscriptionId: string): ConstantRow[] => {
    const found = world.subscriptions.find(({ id }) => id === subscriptionId)
    const id = `/subscriptions/${subscriptionId}`
    const own = { id, name: found?.name, type: subscriptionType, tenantId, subscriptionId }
    const groups = new Map(vmsOfSubscription(world, subscriptionId).map((vm) => [vm.resourceGroup.toLowerCase(), vm]))
    const inside = [...groups.values()].map(({ resourceGroup, region }) => ({
      id: `${id}/resourceGroups/${resourceGroup}`,
      name: resourceGroup,
      type: groupType,
      tenantId,
      subscriptionId,
      // This table preserves the case of a group's name.
      resourceGroup,
      location: region,
      properties: { provisioningState: 'Succeeded' },
    }))
    return [{ ...own, properties: { state: found?.state, displayName: found?.name } }, ...inside].map(
      (values) => new ConstantRow(values),
    )
  }
  return {
    columns: tableColumns,
    rows: (types) => subscriptionIds.flatMap(rowsOf).filter((row) => types?.includes(String(row.get('type'))) ?? true),
  }
}
