import { createInterface } from 'node:readline'
import { simulatorClient } from '@/e2e/simulator/control/client'
import { startPostgres } from '@/lib/store/testing/postgres'
import { ensureBuild } from '../launch/build'
import { answers, start, type Started } from '../launch/processes'
import { collectorEnvironment, ports, runner, startAzure } from './collect-stage'
import { readers, type BenchTenant } from './stage'

const vms = 2000
const subscriptions = 20
const collectors = 4
const intervalSeconds = 30
const minutes = 4
const servers = [ports.product, ports.product + 1]

/** Puts every VM in motion: half an hour of a run that takes hours. */
async function setInMotion(tenant: BenchTenant): Promise<void> {
  const all = await tenant.vms()
  for (const { id } of all) {
    await tenant
      .changeVm({ id, plan: 'linux-offline-all' })
      .catch(() => tenant.changeVm({ id, plan: 'windows-all' }))
      .catch(() => undefined)
  }
  await tenant.clock({ step: 1_800_000 })
}

function countLines(program: Started): { readonly reads: () => number } {
  let reads = 0
  if (program.process.stdout !== null) {
    createInterface({ input: program.process.stdout }).on('line', (line) => {
      const event: unknown = JSON.parse(line)
      if (typeof event === 'object' && event !== null && 'read' in event && typeof event.read === 'number')
        reads += event.read
    })
  }
  return { reads: () => reads }
}

interface Serving {
  readonly times: number[]
  failed: number
}

/** A person who keeps asking a server for the fleet's history and for that of one VM after the other. */
async function ask(
  port: number,
  token: string,
  ids: readonly string[],
  serving: Serving,
  signal: AbortSignal,
): Promise<void> {
  for (let turn = 0; !signal.aborted; turn += 1) {
    const [, , subscription, , group, , , , name] = (ids[(turn * 37) % ids.length] ?? '').split('/')
    const vm = `vms/${subscription}/${group}/${name}/history`
    for (const path of turn % 5 === 0 ? ['fleet/history?hours=1', vm] : [vm]) {
      const since = performance.now()
      const answer = await fetch(`http://localhost:${port}/api/v1/${path}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const body: unknown = await answer.json()
      const failure = typeof body === 'object' && body !== null && 'failure' in body ? body.failure : 'none'
      if (!answer.ok || failure !== null) serving.failed += 1
      serving.times.push(performance.now() - since)
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

interface Spacing {
  readonly reads: number
  readonly vms: number
  readonly least: number
  readonly median: number
  readonly longest: number
  readonly tooEarly: number
}

/** Milliseconds between two readings of the same VM by the collectors, as the fake Azure saw them arrive. */
async function spacingOf(tenant: BenchTenant): Promise<Spacing> {
  const { entries } = await tenant.traffic({ route: 'vm-get', limit: 1_000_000 })
  const times = new Map<string, number[]>()
  const own = entries.filter(({ caller }) => caller !== null && !people.has(caller))
  for (const { path, at } of own) {
    const key = (path.split('?')[0] ?? '').toLowerCase()
    times.set(key, [...(times.get(key) ?? []), at])
  }
  const gaps = [...times.values()].flatMap((all) => all.slice(1).map((at, index) => at - (all[index] ?? at)))
  gaps.sort((a, b) => a - b)
  return {
    reads: own.length,
    vms: times.size,
    least: gaps[0] ?? 0,
    median: gaps[Math.floor(gaps.length / 2)] ?? 0,
    longest: gaps.at(-1) ?? 0,
    tooEarly: gaps.filter((gap) => gap < intervalSeconds * 1000 - 5).length,
  }
}

const people = new Set<string>()

/** Four collectors and two servers on one PostgreSQL. Answers whether no VM was read twice in an interval. */
export async function measureCollect(say: (text: string) => void): Promise<boolean> {
  if ((await ensureBuild({ quiet: true })) !== 0) throw new Error('The build failed.')
  const postgres = await startPostgres()
  try {
    const url = await postgres.database()
    await startAzure()
    const azure = simulatorClient(`http://localhost:${ports.http}`)
    const tenant = await azure.createTenant({ scenario: 'fleet', seed: 1, vms, subscriptions, ade: 1 })
    for (const { objectId } of tenant.created.people) people.add(objectId)
    await setInMotion(tenant)
    await tenant.clearTraffic()
    const environment = {
      ...collectorEnvironment(tenant.tenantId),
      DATABASE_URL: url,
      SEALWATCH_POLL_MOVING_SECONDS: String(intervalSeconds),
    }
    const programs: Started[] = []
    for (const port of servers) {
      const next = ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', 'localhost']
      const server = start('dashboard', process.execPath, next, { env: environment, quiet: true })
      programs.push(server)
      if (!(await answers(`http://localhost:${port}/`, 120, server))) throw new Error('A dashboard did not start.')
    }
    const counts = Array.from({ length: collectors }, () => {
      const collector = start('collector', process.execPath, [runner, 'collect'], { env: environment, quiet: true })
      programs.push(collector)
      return countLines(collector)
    })
    const stopper = new AbortController()
    const serving: Serving = { times: [], failed: 0 }
    const ids = (await tenant.vms()).map(({ id }) => id)
    const token = await tenant.token({ person: readers.product })
    const asking = servers.map((port) => ask(port, token, ids, serving, stopper.signal))
    await new Promise((resolve) => setTimeout(resolve, minutes * 60_000))
    const spacing = await spacingOf(tenant)
    stopper.abort()
    await Promise.all(asking)
    for (const program of programs) program.process.kill('SIGKILL')
    await Promise.all(programs.map(({ ended }) => ended))
    serving.times.sort((a, b) => a - b)
    const { counts: traffic } = await tenant.traffic({ limit: 0 })
    const http429 = Object.values(traffic).reduce((sum, byStatus) => sum + (byStatus['429'] ?? 0), 0)
    say(`
${collectors} collectors, ${servers.length} servers, one PostgreSQL; ${vms} VMs in ${subscriptions} subscriptions; ${minutes} minutes

  VMs read by collectors   ${spacing.vms}, ${spacing.reads} readings; by each: ${counts.map(({ reads }) => reads()).join(', ')}
  between two readings     least ${(spacing.least / 1000).toFixed(1)} s, median ${(spacing.median / 1000).toFixed(1)} s, longest ${(spacing.longest / 1000).toFixed(1)} s
  read too early           ${spacing.tooEarly}
  HTTP 429                 ${http429}
  servers meanwhile        ${serving.times.length} answers, ${serving.failed} without history, median ${(serving.times[Math.floor(serving.times.length / 2)] ?? 0).toFixed(0)} ms
`)
    return spacing.tooEarly === 0 && spacing.vms > vms * 0.9 && serving.failed === 0
  } finally {
    await postgres.stop()
  }
}
