import 'server-only'
import { queryResourceGraph } from '@/lib/azure/calls/resource-graph'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import type { ArmFailure } from '@/lib/azure/failure'
import type { ArmSession } from '@/lib/azure/session'
import { ok, type Result } from '@/lib/shared/result'
import { shortenSecretUrls } from '@/lib/shared/secret-url'
import type { ResourceChange } from '@/lib/timeline/activity/types'
import { readResourceChange, type ResourceChangeRow } from '@/lib/wire/resource-changes'
import { quoted } from '../kql'

/** Resource Graph's id for a missing actor or a missing correlation. */
const noCorrelation = '00000000-0000-0000-0000-000000000000'
const textOrNull = (text: string | undefined): string | null =>
  text === undefined || text === '' || text === 'Unspecified' || text === noCorrelation ? null : text

/** The changes of a VM, its extensions and these disks; ids in lower case. */
export function vmChangesQuery(vmId: string, diskIds: readonly string[]): string {
  const disks = diskIds.length === 0 ? '' : ` or rid in~ (${diskIds.map(quoted).join(',')})`
  return `resourcechanges
| extend t=todatetime(properties.changeAttributes.timestamp), rid=tolower(tostring(properties.targetResourceId))
| where rid =~ ${quoted(vmId)} or rid startswith ${quoted(`${vmId}/`)}${disks}
| project id, t=tostring(t), rid, changeType=tostring(properties.changeType),
  by=tostring(properties.changeAttributes.changedBy), op=tostring(properties.changeAttributes.operation),
  corr=tostring(properties.changeAttributes.correlationId), changes=properties.changes
| order by id asc`
}

/** Longest value of a property that is kept. */
const longestValue = 500

/** A value as it may be shown: secret addresses are shortened. */
function shown(value: string | undefined): string | null {
  return value === undefined ? null : shortenSecretUrls(value).slice(0, longestValue)
}

function changeOf(row: ResourceChangeRow): ResourceChange {
  return {
    id: row.id,
    at: row.t,
    correlationId: textOrNull(row.corr),
    operation: textOrNull(row.op),
    resourceId: row.rid,
    changeType: textOrNull(row.changeType),
    changedBy: textOrNull(row.by),
    changes: row.changes.map(({ path, before, after }) => ({ path, before: shown(before), after: shown(after) })),
  }
}

/**
 * The changes of one VM in Resource Graph in the last 14 days, with the reader's rights: it silently omits what the
 * reader may not see.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/changes/get-resource-changes
 */
export async function readVmChanges(
  session: ArmSession,
  vm: VmName,
  diskIds: readonly string[],
): Promise<Result<readonly ResourceChange[], ArmFailure>> {
  const changes: ResourceChange[] = []
  const answer = await queryResourceGraph(session, {
    text: vmChangesQuery(
      vmIdOf(vm).toLowerCase(),
      diskIds.map((id) => id.toLowerCase()),
    ),
    subscriptions: [vm.subscriptionId],
    read: readResourceChange,
    onRows: (rows) => changes.push(...rows.map(changeOf)),
  })
  return answer.ok ? ok(changes) : answer
}
