import 'server-only'
import type { FleetFilters } from '@/lib/contract/fleet-search'
import {
  snapshotParts,
  snapshotRows,
  type SnapshotGap,
  type SnapshotPart,
  type SnapshotRow,
  type ViewSnapshot,
} from '@/lib/contract/snapshots'
import { mostSnapshotBytes } from '@/lib/store/snapshots/budget'
import { fleetCompleteness } from '@/lib/views/completeness'
import { countStates, groupGaps } from '@/lib/views/fleet-counts'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import type { FleetModel } from '@/lib/views/fleet-model'
import type { TrendPoint } from '@/lib/views/headline'
import { namesOf } from '@/lib/views/fleet-view'
import { knownPercent } from '@/lib/views/progress-kind'

/** Bytes of all rows; the rest of a view is far smaller than the difference. */
const mostRowBytes = mostSnapshotBytes - 65_536

function rowOf(entry: FleetEntry, subscription: string, shown: (part: SnapshotPart) => boolean): SnapshotRow {
  return {
    name: entry.name,
    resourceGroup: shown('resource-group') ? entry.resourceGroup : null,
    subscription: shown('subscription') ? subscription : null,
    keyVault: shown('key-vault') ? entry.keyVault : null,
    tags: shown('tags') ? entry.tags : null,
    region: entry.region,
    osType: entry.osType,
    power: entry.power,
    reading: entry.reading,
    state: entry.state,
    os: entry.os,
    data: entry.data.state,
    phase: entry.progress.phase,
    percent: knownPercent(entry),
    flags: [...entry.flags],
    otherEncryption: [...entry.otherEncryption],
    readiness: entry.readiness,
    evidenceAt: entry.evidenceAt,
  }
}

/** The first rows, as many as one snapshot may store; the page shows how many VMs there are. */
function firstOf(rows: readonly SnapshotRow[]): SnapshotRow[] {
  let bytes = 0
  const last = rows.findIndex((row) => {
    bytes += Buffer.byteLength(JSON.stringify(row)) + 1
    return bytes > mostRowBytes
  })
  return rows.slice(0, last === -1 ? rows.length : last)
}

/** Filters whose values are codes of Sealwatch; the values of all others may contain names. */
function filtersOf(filters: FleetFilters): ViewSnapshot['filters'] {
  const { state, os, ...others } = filters
  const hidden = Object.values(others).reduce((sum, value: string | readonly unknown[]) => {
    if (typeof value === 'string') return sum + (value === '' ? 0 : 1)
    return sum + value.length
  }, 0)
  return { state: [...state], os: [...os], hidden }
}

/** What could not be read: of single VMs only those of the view. */
function gapsOf(model: FleetModel, entries: readonly FleetEntry[], isNamed: boolean): SnapshotGap[] {
  const keys = new Set(entries.map(({ key }) => key))
  const gaps = model.gaps.filter(({ kind, scope }) => kind !== 'vm' || keys.has(scope.toLowerCase()))
  return groupGaps({ ...model, gaps }).map(({ code, azureCodes, azureVersions, subscriptions, vms, tenant }) => ({
    code,
    azureCodes: [...azureCodes],
    azureVersions: [...azureVersions],
    tenant,
    subscriptions: subscriptions.length,
    names: isNamed ? [...subscriptions] : null,
    vms,
  }))
}

/**
 * What a snapshot of a view shows: codes, values and the names of VMs, copied field by field.
 * @param entries the rows that match, in the order of the view
 * @param takenAt ISO time
 * @param trend of all VMs of the view; null where it is not known
 */
export function viewContent(
  model: FleetModel,
  entries: readonly FleetEntry[],
  filters: FleetFilters,
  reveal: readonly SnapshotPart[],
  takenAt: string,
  trend: readonly TrendPoint[] | null,
): ViewSnapshot {
  const shown = (part: SnapshotPart): boolean => reveal.includes(part)
  const names = namesOf(model.subscriptions)
  const { total, byState, notRead } = countStates(entries)
  const gaps = gapsOf(model, entries, shown('subscription'))
  return {
    kind: 'view',
    takenAt,
    withheld: snapshotParts.filter((part) => !shown(part)),
    tenant: shown('tenant') ? model.tenantId : null,
    filters: filtersOf(filters),
    complete:
      fleetCompleteness({ fleet: model, isReading: false, isOffline: false, problem: null }, null).kind === 'whole',
    total,
    byState: { ...byState },
    notRead,
    ...(gaps.length > 0 && { gaps }),
    ...(trend?.some(({ encrypted }) => encrypted !== null) === true && {
      trend: trend.map(({ at, encrypted }) => ({ at: new Date(at).toISOString(), encrypted })),
    }),
    rows: firstOf(
      entries
        .slice(0, snapshotRows)
        .map((entry) => rowOf(entry, names.get(entry.subscriptionId.toLowerCase()) ?? entry.subscriptionId, shown)),
    ),
  }
}
