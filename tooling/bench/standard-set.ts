import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { top } from '../launch/paths'
import { barsOf, type Bar, type Measurements } from './bars'
import { measureDiagnosis } from './diagnosis'
import { measureFleet, type FleetReport } from './fleet'
import type { World } from './options'
import { describeWorld, fleetRows, markdownTable, refreshText, whole } from './print'
import { measureRefresh } from './refresh'
import type { Stage } from './stage'

const usual: World = { vms: 10_000, subscriptions: 10, ade: 0.05, latencyMs: 60, scale: 1 }
const many: World = { ...usual, ade: 0.3 }
const throttled: World = { ...usual, scale: 0.1 }
const large: World = { ...usual, vms: 100_000, subscriptions: 100 }
const alone = ['naive', 'az']

const introduction = `# Speed of reading a fleet

Made by \`npm run bench\`. Product, fake Azure and measuring client are three processes on one machine. The fake Azure
throttles as Azure does and answers after the given latency; requests, HTTP 429 and lost VMs come from its log. It has
computed the rows of the queries before, as Azure computes them on machines of its own. Before the measurement the server loads two small tenants and writes their history. \`npm run -s bench -- table\` measures the browser,
and \`npm run -s soak\` many users at once.

- **floor**: one Resource Graph page for each thousand VMs, extensions and VMs with stamped disks, and one reading
  for each VM with ADE. Its time is the longest of the wait for Resource Graph's quota, the wait for the bucket of the subscription
  with most ADE, and all latencies spread over 32 connections; then two latencies.
- **floor of the processors**: each request at the CPU time that it costs the naive loop, and the CPU time of the fake Azure
  and of the client during the load, shared over the processors. A limit of time counts from the larger of the two floors,
  because on a slow machine these three processes take longer than Azure's limits ask.
- **naive loop**: list every VM, then request the instance view of each, with the product's HTTP client and as many
  connections, paced so that it is not throttled.
- **az vm encryption show**: 20 VMs one after the other, measured, and extrapolated to all.
- **lost**: VMs without a row, and VMs with ADE without a complete reading.
- **memory**, **CPU**: of the server's process during the load; for the naive loop, of its process.

One fleet by itself: \`npm run -s bench -- fleet --vms N --subscriptions S --ade P --latency MS --json\`.
`

function barsTable(bars: readonly Bar[]): string {
  const rows = bars.map(({ what, limit, measured, kept }) => [what, limit, measured, kept ? 'kept' : '**missed**'])
  return markdownTable([['', 'limit', 'measured', ''], ...rows])
}

function fleetSection(report: FleetReport): string {
  const { firstRowAfterPageMs } = report.product
  const table = markdownTable(fleetRows(report))
  return `## ${describeWorld(report.world)}\n\n${table}\n\nFirst row ${firstRowAfterPageMs ?? '–'} ms after the first Resource Graph page.\n`
}

function pageOf(measured: Measurements & { readonly many: FleetReport }, load: number): string {
  const { diagnosis, refresh } = measured
  const machine = `Node ${process.version}, ${cpus().length} processors, ${new Date().toISOString().slice(0, 10)}; ${load.toFixed(1)} other busy programs on average at the start.`
  return [
    introduction,
    `${machine}\n`,
    `## Limits\n\n${barsTable(barsOf(measured))}\n`,
    ...[measured.usual, measured.many, measured.throttled, measured.large].map(fleetSection),
    `## Refresh\n\n${describeWorld(usual)}, none in motion. ${refreshText(refresh)}\n`,
    `## Diagnosis\n\n${whole(diagnosis.vms)} different VMs with encryption in every state, on one core: judged and diagnosed in ${whole(diagnosis.diagnosisMs)} ms (${whole(diagnosis.problems)} problems), from the text that Azure sends in ${whole(diagnosis.fromTextMs)} ms.\n`,
  ].join('\n')
}

/** Measures the standard set and writes docs/performance.md. Returns the written text. */
export async function measureStandardSet(stage: Stage, onProgress: (line: string) => void): Promise<string> {
  const [load = 0] = loadavg()
  const fleet = (world: World, skip: readonly string[]): Promise<FleetReport> => {
    onProgress(`measuring ${describeWorld(world)} …`)
    return measureFleet(stage, world, skip)
  }
  const fleets = {
    usual: await fleet(usual, []),
    many: await fleet(many, alone),
    throttled: await fleet(throttled, alone),
    large: await fleet(large, alone),
  }
  onProgress('measuring a refresh …')
  const refresh = await measureRefresh(stage, usual, 20)
  onProgress('diagnosing …')
  const text = pageOf({ ...fleets, refresh, diagnosis: measureDiagnosis() }, load)
  writeFileSync(join(top, 'docs', 'performance.md'), text)
  return text
}
