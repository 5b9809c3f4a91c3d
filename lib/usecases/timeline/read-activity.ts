import 'server-only'
import { readActivityLog } from '@/lib/azure/calls/activity-log'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import type { ArmFailure } from '@/lib/azure/failure'
import type { ArmSession } from '@/lib/azure/session'
import { ok, type Result } from '@/lib/shared/result'
import type { ActivityLogEvent } from '@/lib/timeline/activity/types'
import type { ActivityEventWire } from '@/lib/wire/activity-log'

const day = 86_400_000
/** A little less than the 90 days that the log keeps: a request beyond them is refused as a whole. */
const reach = 90 * day - 3_600_000

function eventOf(event: ActivityEventWire): ActivityLogEvent {
  return {
    id: event.eventDataId,
    at: event.eventTimestamp,
    correlationId: event.correlationId ?? null,
    operation: event.operation ?? '',
    status: event.status ?? null,
    resourceId: event.resourceId,
    caller: event.caller ?? null,
    applicationId: event.applicationId ?? null,
  }
}

/** Whether an event is about the VM itself, one of its child resources, or one of its disks. */
function isAbout(resourceId: string, vmId: string, diskIds: ReadonlySet<string>): boolean {
  const id = resourceId.toLowerCase()
  return id === vmId || id.startsWith(`${vmId}/`) || diskIds.has(id)
}

export interface Activity {
  readonly events: readonly ActivityLogEvent[]
  /** ISO time before which records may be missing; null where none is missing in the 90 days that the log keeps. */
  readonly wholeSince: string | null
}

export interface ActivityInput {
  readonly vm: VmName
  /** ARM ids of its disks, the OS disk first. */
  readonly diskIds: readonly string[]
  /** Names of its ADE extensions. */
  readonly extensions: readonly string[]
  /** Epoch milliseconds on Azure's clock. */
  readonly now: number
}

const groupPages = 10
const resourcePages = 3
/** Resources that are requested one by one at most; a VM can have more than sixty disks. */
const mostResources = 6
/** The names under which `az vm encryption enable` and the portal install the extension: it may have been removed. */
const usualExtensions = ['AzureDiskEncryption', 'AzureDiskEncryptionForLinux']

/** The VM, its ADE extensions and its disks, limited to those that are requested one by one. */
function ownIds({ vm, diskIds, extensions }: ActivityInput): readonly string[] {
  const vmId = vmIdOf(vm)
  const names = extensions.length > 0 ? extensions : usualExtensions
  return [vmId, ...names.map((name) => `${vmId}/extensions/${name}`), ...diskIds].slice(0, mostResources)
}

/** Requests the VM and what belongs to it by their ids. Fails where none of them may be read. */
async function readByIds(
  session: ArmSession,
  input: ActivityInput,
  from: string,
): Promise<Result<readonly ActivityEventWire[], ArmFailure>> {
  const { subscriptionId } = input.vm
  const answers = await Promise.all(
    ownIds(input).map((value) =>
      readActivityLog(session, { subscriptionId, by: { field: 'resourceUri', value }, from, maxPages: resourcePages }),
    ),
  )
  const read = answers.flatMap((answer) => (answer.ok ? answer.value.events : []))
  const refused = answers.find((answer) => !answer.ok)
  return refused !== undefined && answers.every(({ ok: isRead }) => !isRead) ? refused : ok(read)
}

const isDenied = ({ kind }: ArmFailure): boolean => kind === 'denied' || kind === 'not-found'

/**
 * The Activity Log of one VM, with the reader's rights. Its resource group is requested first: one answer contains the
 * VM, its disks and extensions under any name. Where the group has too many events to read, or the reader has rights on
 * the VM alone, the VM and what belongs to it are requested by id; `wholeSince` then shows since when the result is
 * complete.
 */
export async function readVmActivity(session: ArmSession, input: ActivityInput): Promise<Result<Activity, ArmFailure>> {
  const { vm, diskIds, now } = input
  const { subscriptionId, resourceGroup } = vm
  const from = new Date(now - reach).toISOString()
  const by = { field: 'resourceGroupName', value: resourceGroup } as const
  const group = await readActivityLog(session, { subscriptionId, by, from, maxPages: groupPages })
  if (!group.ok && !isDenied(group.failure)) return group
  const isWhole = group.ok && group.value.wholeSince === null
  const own = isWhole ? null : await readByIds(session, input, from)
  if (!group.ok && own !== null && !own.ok) return group
  const vmId = vmIdOf(vm).toLowerCase()
  const disks = new Set(diskIds.map((id) => id.toLowerCase()))
  const found = [...(group.ok ? group.value.events : []), ...(own?.ok === true ? own.value : [])]
  const events = new Map(found.map((event) => [event.eventDataId, event]))
  return ok({
    events: [...events.values()].filter(({ resourceId }) => isAbout(resourceId, vmId, disks)).map(eventOf),
    wholeSince: group.ok ? group.value.wholeSince : new Date(now).toISOString(),
  })
}
