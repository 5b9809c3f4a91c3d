import type { FleetReport, Measured } from './fleet'
import type { World } from './options'
import type { RefreshReport } from './refresh'

const columns = ['', 'requests', 'complete', 'first row', 'HTTP 429', 'VMs lost', 'memory', 'CPU'] as const

export const whole = (value: number): string => value.toLocaleString('en-US')

/** Seconds in a readable unit: fractions for short times, hours for long ones. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(2)} s`
  return seconds < 7200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`
}

export function describeWorld({ vms, subscriptions, ade, latencyMs, scale }: World): string {
  const buckets = scale === 1 ? '' : `, buckets ${scale} of Azure's`
  return `${whole(vms)} VMs, ${whole(subscriptions)} subscriptions, ${Number((ade * 100).toFixed(2))} % ADE, ${latencyMs} ms latency${buckets}`
}

function measuredRow(name: string, one: Measured): readonly string[] {
  const { requests, seconds, firstRowMs, http429, lost, rssMb, cpuSeconds } = one
  return [
    name,
    whole(requests),
    duration(seconds),
    duration(firstRowMs / 1000),
    whole(http429),
    whole(lost),
    `${whole(rssMb)} MB`,
    duration(cpuSeconds),
  ]
}

/** The figures of one fleet as rows of a table, the header first. */
export function fleetRows({
  product,
  naive,
  floor,
  processorSeconds,
  azureCli,
}: FleetReport): readonly (readonly string[])[] {
  const blank = ['', '', '', '', '']
  const cli =
    azureCli === null
      ? []
      : [
          [
            `${azureCli.command} (extrapolated from ${azureCli.measuredVms})`,
            '',
            duration(azureCli.extrapolatedSeconds),
            ...blank,
          ],
        ]
  return [
    columns,
    measuredRow('Sealwatch', product),
    ['floor', whole(floor.requests), duration(floor.seconds), ...blank],
    ...(processorSeconds === null ? [] : [['floor of the processors', '', duration(processorSeconds), ...blank]]),
    ...(naive === null ? [] : [measuredRow('naive loop', naive)]),
    ...cli,
  ]
}

export function refreshText({ changed, first, refresh }: RefreshReport): string {
  return `${changed} of them changed after the first load (${whole(first.requests)} requests): the next load took ${whole(refresh.requests)} requests and ${duration(refresh.seconds)}, HTTP 429 ${refresh.http429}, ${whole(refresh.rows)} rows${refresh.complete ? '' : ', incomplete'}.`
}

/** A table for a terminal. */
export function plainTable(rows: readonly (readonly string[])[]): string {
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

/** The same as Markdown. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...body.map(line)].join('\n')
}
