import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { top } from '../launch/paths'
import { measureFleet } from './fleet'
import type { World } from './options'
import { describeWorld, fleetRows, markdownTable, refreshText } from './print'
import { measureRefresh } from './refresh'
import type { Stage } from './stage'

const usual: World = { vms: 10_000, subscriptions: 10, ade: 0.05, latencyMs: 60, scale: 1 }

const fleets: readonly { readonly world: World; readonly skip: readonly string[] }[] = [
  { world: usual, skip: [] },
  { world: { ...usual, ade: 0.3 }, skip: ['naive', 'az'] },
  { world: { ...usual, scale: 0.1 }, skip: ['naive', 'az'] },
  { world: { ...usual, vms: 100_000, subscriptions: 100 }, skip: ['naive', 'az'] },
]

const introduction = `# How fast a fleet is read

Made by \`npm run bench\`. Product, fake Azure and measuring client are three processes on one machine. The fake Azure
throttles as Azure does and answers after the given latency; requests, HTTP 429 and lost VMs come from its own log. The
server had loaded two small tenants before, none of them measured.

- **floor**: one Resource Graph page for each thousand VMs, extensions and stamped disks, and one reading for each VM
  with ADE. Its time is the longest of the wait for Resource Graph's quota, the wait for the bucket of the subscription
  with most ADE, and all latencies spread over 32 connections; then two latencies.
- **naive loop**: list every VM, then ask for the instance view of each, with the product's own HTTP client and as many
  connections, paced so that it is not throttled.
- **lost**: VMs without a row, and VMs with ADE of which no reading was answered in full.
- **memory**, **CPU**: of the server's process while it loaded; for the naive loop, of its own.

One fleet by itself: \`npm run -s bench -- fleet --vms N --subscriptions S --ade P --latency MS --json\`.
`

/** Measures the standard set and writes docs/performance.md. Gives what it wrote. */
export async function measureStandardSet(stage: Stage, onProgress: (line: string) => void): Promise<string> {
  const parts = [
    introduction,
    `Node ${process.version}, ${cpus().length} processors, ${new Date().toISOString().slice(0, 10)}.\n`,
  ]
  for (const { world, skip } of fleets) {
    onProgress(`measuring ${describeWorld(world)} …`)
    const report = await measureFleet(stage, world, skip)
    const { firstRowAfterPageMs } = report.product
    parts.push(`## ${describeWorld(world)}\n\n${markdownTable(fleetRows(report))}\n`)
    parts.push(`First row ${firstRowAfterPageMs ?? '–'} ms after the first Resource Graph page.\n`)
  }
  onProgress('measuring a refresh …')
  parts.push(
    `## Refresh\n\n${describeWorld(usual)}, none in motion. ${refreshText(await measureRefresh(stage, usual, 20))}\n`,
  )
  const text = parts.join('\n')
  writeFileSync(join(top, 'docs', 'performance.md'), text)
  return text
}
