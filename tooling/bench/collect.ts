import { createInterface } from 'node:readline'
import { simulatorClient } from '@/e2e/simulator/control/client'
import { startPostgres } from '@/lib/store/testing/postgres'
import { ensureBuild } from '../launch/build'
import { answers, start, type Started } from '../launch/processes'
import { collectorEnvironment, ports, runner, startAzure } from './collect-stage'
import { readers, type BenchTenant } from './stage'
import { Readings, spacingOf, type Spacing } from './collect-readings'
import { loadNow, publish } from './history-page'
import { markdownTable, whole } from './print'

/** More than the required 2,000 with a running operation: some are switched off, others have no plan for a run. */
const vms = 3100
const inMotion = 2000
const subscriptions = 20
const collectors = 4
const intervalSeconds = 30
const minutes = 4
const servers = [ports.product, ports.product + 1]

/** Slow enough that no run ends during the measurement. */
const pace = { osMiBPerSecond: 1, dataMiBPerSecond: 5 }

/** Starts a run on every VM: a quarter of an hour of a run that takes hours. */
async function setInMotion(tenant: BenchTenant): Promise<void> {
  const all = await tenant.vms()
  for (const { id } of all) {
    await tenant
      .changeVm({ id, plan: 'linux-offline-all', pace })
      .catch(() => tenant.changeVm({ id, plan: 'windows-all', pace }))
      .catch(() => undefined)
  }
  await tenant.clock({ step: 900_000 })
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

/** A user who keeps requesting the fleet's history and that of one VM after the other. */
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

interface Stage {
  readonly environment: Readonly<Record<string, string>>
  readonly programs: Started[]
}

async function startDashboards({ environment, programs }: Stage): Promise<void> {
  for (const port of servers) {
    const next = ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', 'localhost']
    const server = start('dashboard', process.execPath, next, { env: environment, quiet: true })
    programs.push(server)
    if (!(await answers(`http://localhost:${port}/`, 120, server))) throw new Error('A dashboard did not start.')
  }
}

function startCollectors({ environment, programs }: Stage) {
  return Array.from({ length: collectors }, () => {
    const collector = start('collector', process.execPath, [runner, 'collect'], { env: environment, quiet: true })
    programs.push(collector)
    return countLines(collector)
  })
}

interface Figures {
  readonly spacing: Spacing
  readonly readings: Readings
  /** Readings by each collector, as its log counts them. */
  readonly byEach: readonly number[]
  readonly serving: Serving
  readonly http429: number
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`

function table({ spacing, readings, byEach, serving, http429 }: Figures): string {
  const times = [...serving.times].sort((a, b) => a - b)
  const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(0)} ms`
  return markdownTable([
    ['', ''],
    ['VMs with running encryption', whole(spacing.moving)],
    ['readings by all collectors', whole(spacing.reads)],
    ['by each', byEach.map(whole).join(', ')],
    ['between two readings of a VM: least', seconds(spacing.least)],
    ['median', seconds(spacing.median)],
    ['longest', seconds(spacing.longest)],
    ['**read twice within an interval**', whole(spacing.tooEarly)],
    ['answers of 429 to collectors', whole(readings.refused)],
    ['to the users of the servers', whole(http429 - readings.refused)],
    ['answers of both servers meanwhile', whole(times.length)],
    ['of those without history', whole(serving.failed)],
    ['median, and one in twenty longer than', `${at(0.5)}, ${at(0.95)}`],
  ])
}

const explanation = `${collectors} collectors and ${servers.length} built servers are separate processes and share one PostgreSQL; ${minutes} minutes over ${whole(vms)} VMs in
${subscriptions} subscriptions, read every ${intervalSeconds} s while encryption runs. Readings and the time between them are those that the fake
Azure received, throttling as Azure does. Meanwhile one user per server opens the history of one VM after the other and,
every fifth time, that of the fleet; answers include the wait for the fake Azure.`

async function watchThem(tenant: BenchTenant, stage: Stage): Promise<Figures> {
  await startDashboards(stage)
  await tenant.clearTraffic()
  const counts = startCollectors(stage)
  const stopper = new AbortController()
  const serving: Serving = { times: [], failed: 0 }
  const ids = (await tenant.vms()).map(({ id }) => id)
  const token = await tenant.token({ person: readers.product })
  const asking = servers.map((port) => ask(port, token, ids, serving, stopper.signal))
  const readings = new Readings(tenant)
  for (let minute = 0; minute < minutes; minute += 1) {
    await new Promise((resolve) => setTimeout(resolve, 60_000))
    await readings.take()
  }
  stopper.abort()
  await Promise.all(asking)
  for (const program of stage.programs) program.process.kill('SIGKILL')
  await Promise.all(stage.programs.map(({ ended }) => ended))
  const { counts: traffic } = await tenant.traffic({ limit: 0 })
  const http429 = Object.values(traffic).reduce((sum, byStatus) => sum + (byStatus['429'] ?? 0), 0)
  const spacing = spacingOf(readings, intervalSeconds * 1000 - 5)
  return { spacing, readings, byEach: counts.map(({ reads }) => reads()), serving, http429 }
}

/** Four collectors and two servers on one PostgreSQL. Returns whether no VM was read twice in an interval. */
export async function measureCollect(say: (text: string) => void): Promise<boolean> {
  if ((await ensureBuild({ quiet: true })) !== 0) throw new Error('The build failed.')
  const postgres = await startPostgres()
  try {
    const url = await postgres.database()
    await startAzure()
    const azure = simulatorClient(`http://localhost:${ports.http}`)
    const tenant = await azure.createTenant({ scenario: 'fleet', seed: 1, vms, subscriptions, ade: 1 })
    await setInMotion(tenant)
    const load = loadNow()
    const environment = {
      ...collectorEnvironment(tenant.tenantId),
      DATABASE_URL: url,
      SEALWATCH_POLL_MOVING_SECONDS: String(intervalSeconds),
    }
    const figures = await watchThem(tenant, { environment, programs: [] })
    say(publish('collect', `${explanation}\n\n${table(figures)}`, load))
    const { spacing, serving, byEach } = figures
    const isShared = byEach.every((count) => count > 0)
    return spacing.tooEarly === 0 && spacing.moving >= inMotion && serving.failed === 0 && isShared
  } finally {
    await postgres.stop()
  }
}
