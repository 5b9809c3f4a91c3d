import { parseArgs } from 'node:util'
import { simulatorClient } from '@/e2e/simulator/control/client'
import { ensureBuild } from './build'
import { benchPorts } from './options'
import { stopAll } from './processes'
import { startServers } from './servers'
import { readFleet, type FleetReading } from './read-fleet'

interface BenchOptions {
  readonly vms: number
  readonly subscriptions: number
  /** Share of VMs with ADE, 0 to 1. */
  readonly ade: number
  readonly latencyMs: number
  readonly json: boolean
}

function options(): BenchOptions {
  const { values } = parseArgs({
    allowPositionals: true,
    options: {
      vms: { type: 'string', default: '10000' },
      subscriptions: { type: 'string', default: '10' },
      ade: { type: 'string', default: '0.05' },
      latency: { type: 'string', default: '60' },
      json: { type: 'boolean', default: false },
    },
  })
  return {
    vms: Number(values.vms),
    subscriptions: Number(values.subscriptions),
    ade: Number(values.ade),
    latencyMs: Number(values.latency),
    json: values.json,
  }
}

/** Requests that nothing can save: Resource Graph pages and one reading per VM with ADE. */
function leastRequests(counts: Readonly<Record<string, Readonly<Record<string, number>>>>, candidates: number): number {
  const pages = Object.entries(counts)
    .filter(([route]) => /resource-?graph/i.test(route))
    .reduce((sum, [, byStatus]) => sum + (byStatus['200'] ?? 0), 0)
  return pages + candidates
}

interface Report {
  readonly world: Omit<BenchOptions, 'json'>
  readonly product: FleetReading & { readonly requests: number; readonly http429: number; readonly lost: number }
  readonly least: { readonly requests: number }
}

async function measure(wanted: BenchOptions): Promise<Report> {
  const servers = await startServers(benchPorts, 'start', { quiet: true })
  const azure = simulatorClient(`http://localhost:${benchPorts.http}`)
  const { vms, subscriptions, ade, latencyMs } = wanted
  const world = { vms, subscriptions, ade, latencyMs }
  const tenant = await azure.createTenant({ scenario: 'fleet', seed: 1, ...world })
  const person = tenant.created.people[0]?.displayName ?? ''
  const token = await tenant.token({ person })
  await tenant.clearTraffic()
  const reading = await readFleet(servers.address, token)
  const { counts } = await tenant.traffic({ limit: 0 })
  const all = Object.entries(counts).filter(([route]) => !/^entra|token|keys|authorize/i.test(route))
  const requests = all.flatMap(([, byStatus]) => Object.values(byStatus)).reduce((sum, count) => sum + count, 0)
  const http429 = all.reduce((sum, [, byStatus]) => sum + (byStatus['429'] ?? 0), 0)
  return {
    world,
    product: { ...reading, requests, http429, lost: tenant.created.vms - reading.rows },
    least: { requests: leastRequests(counts, reading.candidates) },
  }
}

function print(report: Report): void {
  const { world, product, least } = report
  process.stdout.write(`
${world.vms} VMs, ${world.subscriptions} subscriptions, ${world.ade * 100} % ADE, ${world.latencyMs} ms latency

  first row      ${product.firstRowMs} ms
  complete       ${product.seconds.toFixed(2)} s
  ARM requests   ${product.requests} (least possible: ${least.requests}; counted by the fake Azure)
  HTTP 429       ${product.http429}
  rows           ${product.rows}, lost ${product.lost}
`)
}

/** `npm run bench`: how fast and with how many requests a fleet is read. */
try {
  const built = await ensureBuild({ quiet: true })
  if (built !== 0) throw new Error('The build failed.')
  const wanted = options()
  const report = await measure(wanted)
  if (wanted.json) process.stdout.write(`${JSON.stringify(report)}\n`)
  else print(report)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
}
