import 'server-only'
import { readActivityLog } from '@/lib/azure/calls/activity-log'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import type { ArmFailure } from '@/lib/azure/failure'
import type { ArmSession } from '@/lib/azure/session'
import { ok, type Result } from '@/lib/shared/result'
import type { ActivityLogEvent } from '@/lib/timeline/activity/types'
import type { ActivityEventWire } from '@/lib/wire/activity-log'

const day = 86_400_000
/** A little less than the 90 days that the log keeps: what is asked for beyond them is refused whole. */
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

/** Whether an event is about the VM itself, something under it, or one of its disks. */
function isAbout(resourceId: string, vmId: string, diskIds: ReadonlySet<string>): boolean {
  const id = resourceId.toLowerCase()
  return id === vmId || id.startsWith(`${vmId}/`) || diskIds.has(id)
}

export interface Activity {
  readonly events: readonly ActivityLogEvent[]
  readonly whole: boolean
}

/**
 * What the Activity Log has of one VM, in the reader's rights.
 * @param diskIds ARM ids of its disks
 * @param now epoch milliseconds on Azure's clock
 */
export async function readVmActivity(
  session: ArmSession,
  vm: VmName,
  diskIds: readonly string[],
  now: number,
): Promise<Result<Activity, ArmFailure>> {
  const { subscriptionId, resourceGroup } = vm
  const from = new Date(now - reach).toISOString()
  const answer = await readActivityLog(session, { subscriptionId, resourceGroup, from })
  if (!answer.ok) return answer
  const vmId = vmIdOf(vm).toLowerCase()
  const disks = new Set(diskIds.map((id) => id.toLowerCase()))
  const { events, whole } = answer.value
  return ok({ events: events.filter(({ resourceId }) => isAbout(resourceId, vmId, disks)).map(eventOf), whole })
}
