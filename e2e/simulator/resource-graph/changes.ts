import { actions, readableVms } from '../arm/rights'
import { vmsOfSubscription } from '../arm/vm-index'
import { actorOf } from '../insights/actors'
import { advance } from '../lifecycle/advance'
import type { ArmContext } from '../model/http'
import type { SimChange, SimPropertyChange } from '../model/record'
import type { SimVm } from '../model/vm'
import type { World } from '../model/world'
import { hash, randomFor } from '../worlds/random'
import { ConstantRow } from './language/derived-rows'
import type { Row } from './language/values'
import type { RowSource } from './language/plan'
import { tableColumns } from './table-row'

const changeType = 'microsoft.resources/changes'
const retention = 14 * 86_400_000
/** Changes of one resource within this time are combined. */
const blindness = 20_000
const fastest = 60_000
const slowest = 360_000

/** The right by which changes of a resource type may be read: that to the resource. */
const rights: Readonly<Record<string, string>> = {
  'microsoft.compute/virtualmachines': actions.vm,
  'microsoft.compute/virtualmachines/extensions': actions.extension,
  'microsoft.compute/disks': actions.disk,
}

/** Two consecutive states of a resource: the values before the first and after the second change. */
function joined(first: SimChange, second: SimChange): SimChange {
  const paths = new Set([...Object.keys(first.changes), ...Object.keys(second.changes)])
  const both = [...paths].map((path): [string, SimPropertyChange] => {
    const [one, other] = [first.changes[path], second.changes[path]]
    return [
      path,
      {
        previousValue: (one ?? other)?.previousValue ?? null,
        newValue: (other ?? one)?.newValue ?? null,
      },
    ]
  })
  const changes = Object.fromEntries(both.filter(([, { previousValue, newValue }]) => previousValue !== newValue))
  return { ...second, changes }
}

/** The changes of a VM's resources in Resource Graph: changes in quick succession are combined. */
function seen(changes: readonly SimChange[]): SimChange[] {
  const list: SimChange[] = []
  const last = new Map<string, number>()
  for (const change of changes) {
    const key = change.targetId.toLowerCase()
    const index = last.get(key)
    const before = index === undefined ? undefined : list[index]
    const isOne = before?.changeType === 'Update' && change.changeType === 'Update' && change.at - before.at < blindness
    if (index !== undefined && before !== undefined && isOne) {
      list[index] = joined(before, change)
    } else {
      last.set(key, list.length)
      list.push(change)
    }
  }
  return list.filter(({ changeType, changes: each }) => changeType !== 'Update' || Object.keys(each).length > 0)
}

const none = '00000000-0000-0000-0000-000000000000'

/** The author of a change. Writes of the platform have none, including a disk's stamp. */
function attributesOf(world: World, change: SimChange, id: string): Record<string, unknown> {
  const { at, request, targetType, changes } = change
  const author = request === null || targetType === 'microsoft.compute/disks' ? null : request
  const actor = author === null ? null : actorOf(world, author)
  return {
    timestamp: new Date(Math.floor(at)).toISOString().replace('Z', '+00:00'),
    correlationId: author?.correlationId ?? none,
    changedBy: actor?.caller ?? 'Unspecified',
    changedByType: actor === null ? 'Unknown' : actor.kind === 'user' ? 'User' : 'Application',
    clientType: actor === null ? 'Unspecified' : actor.kind === 'user' ? 'Azure Portal' : 'Unknown',
    operation: author?.operation ?? 'Unspecified',
    changesCount: Object.keys(changes).length,
    previousResourceSnapshotId: `${id}_before`,
    newResourceSnapshotId: `${id}_after`,
  }
}

function renderChange({ previousValue, newValue }: SimPropertyChange): Record<string, unknown> {
  const kind = previousValue === null ? 'Insert' : newValue === null ? 'Remove' : 'Update'
  // Values are text, a missing one is the text "null"; isTruncated is present only if it is true
  // (https://learn.microsoft.com/azure/governance/resource-graph/changes/get-resource-changes).
  return {
    previousValue: previousValue ?? 'null',
    newValue: newValue ?? 'null',
    changeCategory: 'User',
    propertyChangeType: kind,
  }
}

function changeId(change: SimChange): string {
  const { targetId, at, changeType } = change
  return randomFor(at % 0xffffffff, `${targetId.toLowerCase()}/${changeType}`).uuid()
}

function rowOf(world: World, vm: SimVm, change: SimChange): Row {
  const name = changeId(change)
  const details = Object.entries(change.changes).map(([path, each]): [string, unknown] => [path, renderChange(each)])
  return new ConstantRow({
    id: `${change.targetId}/providers/Microsoft.Resources/changes/${name}`,
    name,
    type: changeType,
    tenantId: world.tenantId,
    kind: '',
    location: '',
    resourceGroup: vm.resourceGroup.toLowerCase(),
    subscriptionId: vm.subscriptionId,
    managedBy: '',
    properties: {
      targetResourceId: change.targetId,
      targetResourceType: change.targetType,
      changeType: change.changeType,
      changeAttributes: attributesOf(world, change, name),
      changes: Object.fromEntries(details),
    },
  })
}

function isVisible(change: SimChange, now: number): boolean {
  const late = fastest + (hash(changeId(change)) % (slowest - fastest))
  return change.at >= now - retention && change.at + late <= now
}

function vmsWithPast(context: ArmContext, subscriptionId: string, action: string): readonly SimVm[] {
  const gone = context.world.departed.filter((vm) => vm.subscriptionId === subscriptionId)
  const present = vmsOfSubscription(context.world, subscriptionId)
  return readableVms(context, action, subscriptionId, [...gone, ...present])
}

/**
 * The `resourcechanges` table: 14 days, minutes late, models only. The instance view is not tracked, and changes of
 * one resource within seconds shows as one change (https://learn.microsoft.com/azure/governance/resource-graph/changes/resource-graph-changes).
 */
export function changesTable(context: ArmContext, subscriptionIds: readonly string[]): RowSource {
  const { world, now } = context
  const rowsOf = (subscriptionId: string): Row[] =>
    Object.entries(rights).flatMap(([type, action]) =>
      vmsWithPast(context, subscriptionId, action).flatMap((vm) => {
        if (vm.run !== null && world.vms.get(vm.id) === vm) advance(vm, now)
        return seen(vm.record?.changes.filter(({ targetType }) => targetType === type) ?? [])
          .filter((change) => isVisible(change, now))
          .map((change) => rowOf(world, vm, change))
      }),
    )
  const isAsked = (types: readonly string[] | null): boolean => types === null || types.includes(changeType)
  return { columns: tableColumns, rows: (types) => (isAsked(types) ? subscriptionIds.flatMap(rowsOf) : []) }
}
