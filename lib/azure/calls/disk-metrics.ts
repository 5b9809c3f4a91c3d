import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { readMetrics, type MetricPoint } from '@/lib/wire/metrics'
import type { ArmFailure } from '../failure'
import { getResource } from './resource'
import type { ArmSession } from '../session'
import { vmIdOf, type VmName } from './virtual-machine'

export interface DiskMetricsQuery {
  readonly vm: VmName
  readonly disks: 'os' | 'data'
  /** ISO times. */
  readonly from: string
  readonly to: string
}

/** Bytes per second, averaged over each minute; one series per disk. */
export interface DiskMetrics {
  readonly read: readonly (readonly MetricPoint[])[]
  readonly written: readonly (readonly MetricPoint[])[]
}

const names = {
  os: { read: 'OS Disk Read Bytes/sec', written: 'OS Disk Write Bytes/sec' },
  data: { read: 'Data Disk Read Bytes/sec', written: 'Data Disk Write Bytes/sec' },
} as const

/**
 * Maximum number of series to request. Azure returns ten where no number is given, and no VM size takes more than 64
 * data disks.
 * Source: https://learn.microsoft.com/rest/api/monitor/metrics/list#uri-parameters (`top`)
 */
const mostSeries = 100

/**
 * The traffic of a VM's OS disk or of each of its data disks, one value per minute.
 * Source:
 * https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-compute-virtualmachines-metrics
 */
export async function readDiskMetrics(
  session: ArmSession,
  { vm, disks, from, to }: DiskMetricsQuery,
): Promise<Result<DiskMetrics, ArmFailure>> {
  const { read, written } = names[disks]
  const id = vmIdOf({
    subscriptionId: encodeURIComponent(vm.subscriptionId),
    resourceGroup: encodeURIComponent(vm.resourceGroup),
    name: encodeURIComponent(vm.name),
  })
  const answer = await getResource(session, {
    path: `${id}/providers/Microsoft.Insights/metrics`,
    subscriptionId: vm.subscriptionId,
    provider: 'Microsoft.Insights/metrics',
    parameters: {
      metricnames: `${read},${written}`,
      timespan: `${from}/${to}`,
      interval: 'PT1M',
      aggregation: 'average',
      ...(disks === 'data' ? { $filter: "LUN eq '*'", top: String(mostSeries) } : {}),
    },
  })
  if (!answer.ok) return answer
  const metrics = readMetrics(answer.value)
  if (metrics === undefined) return fail({ kind: 'unreadable', scope: vm.subscriptionId })
  const seriesOf = (wanted: string) =>
    metrics.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.series ?? []
  const found = { read: seriesOf(read), written: seriesOf(written) }
  // Where as many series came as were requested, more may exist, and a sum over some of the disks would be wrong.
  const mayBeCut = Math.max(found.read.length, found.written.length) >= mostSeries
  return mayBeCut ? fail({ kind: 'unreadable', scope: vm.subscriptionId }) : ok(found)
}
