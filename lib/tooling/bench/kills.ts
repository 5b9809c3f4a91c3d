import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { simulatorClient, type TenantClient } from '@/e2e/simulator/control/client'
import type { Database } from '@/lib/config/history-config'
import { openStore } from '@/lib/store/store'
import { testConfig } from '@/lib/store/testing/databases-config'
import { startPostgres } from '@/lib/store/testing/postgres'
import { run, start } from '../launch/processes'
import { collectorEnvironment, ports, runner, startAzure } from './collect-stage'

const kills = 20
/** Of VMs that are due after each start, since five seconds is the shortest interval. */
const world = { scenario: 'fleet', seed: 1, vms: 400, subscriptions: 20, ade: 1 } as const

/** Starts a collector, kills it with SIGKILL after so many of its lines, and answers how many looks it acknowledged. */
function killedAfter(lines: number, environment: Record<string, string>): Promise<number> {
  const collector = start('collector', process.execPath, [runner, 'collect'], { env: environment, quiet: true })
  let [seen, looks] = [0, 0]
  const { stdout } = collector.process
  if (stdout === null) throw new Error('no output')
  createInterface({ input: stdout }).on('line', (line) => {
    const event: unknown = JSON.parse(line)
    if (typeof event !== 'object' || event === null || !('read' in event) || typeof event.read !== 'number') return
    looks += event.read
    seen += 1
    if (seen >= lines) collector.process.kill('SIGKILL')
  })
  return collector.ended.then(() => looks)
}

/** Looks that the database holds. */
async function looksIn(database: Database): Promise<number> {
  const opened = await openStore(testConfig(database))
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { looks } = await opened.value.db
    .selectFrom('observations')
    .where('source', '=', 'collector')
    .select((row) => row.fn.sum<number | string | null>('looks').as('looks'))
    .executeTakeFirstOrThrow()
  await opened.value.close()
  return Number(looks ?? 0)
}

async function killCollectors(
  name: string,
  tenant: TenantClient,
  database: Database,
  say: (text: string) => void,
): Promise<boolean> {
  const where =
    database.kind === 'postgres' ? { DATABASE_URL: database.url } : { SEALWATCH_DATA_DIR: join(database.file, '..') }
  const environment = { ...collectorEnvironment(tenant.tenantId), SEALWATCH_POLL_QUIET_SECONDS: '60', ...where }
  let acknowledged = 0
  for (let kill = 0; kill < kills; kill += 1) {
    acknowledged += await killedAfter(1 + Math.floor(Math.random() * 6), {
      ...environment,
      SEALWATCH_POLL_MOVING_SECONDS: '5',
    })
  }
  const kept = await looksIn(database)
  say(`${name}: ${kills} collectors killed, ${acknowledged} looks acknowledged, ${kept} kept`)
  return kept >= acknowledged && acknowledged > 0
}

/** The test of kills at its full length, then twenty kills of the collector itself, on each database. */
export async function killOften(say: (text: string) => void): Promise<boolean> {
  const config = ['--config', 'lib/tooling/vitest.config.ts']
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...config, 'lib/store/kill.test.ts']
  const writers = await run('vitest', process.execPath, args, { env: { SEALWATCH_KILL_ROUNDS: '4' } })
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-kills-'))
  const postgres = await startPostgres()
  try {
    await startAzure()
    const azure = simulatorClient(`http://localhost:${ports.http}`)
    const tenants = [await azure.createTenant(world), await azure.createTenant(world)] as const
    const file = join(folder, 'history.sqlite')
    const sqlite = await killCollectors('SQLite', tenants[0], { kind: 'sqlite', file }, say)
    const url = await postgres.database()
    return (await killCollectors('PostgreSQL', tenants[1], { kind: 'postgres', url }, say)) && sqlite && writers === 0
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
