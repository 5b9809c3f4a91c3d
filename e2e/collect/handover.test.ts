import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '@/lib/store/store'
import { useDatabases } from '@/lib/store/testing/databases'
import { startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { collectorProcessEnvironment } from './support'

const top = fileURLToPath(new URL('../..', import.meta.url))
/** Far longer than a collector may take to end. */
const slow = 120_000

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())

interface Line {
  readonly event: string
  readonly read?: number
  readonly complete?: boolean
  readonly level: string
}

/** A collector in a separate process, and its output. */
function startCollector(tenant: TenantClient, url: string) {
  const child = spawn(process.execPath, ['tooling/launch/run.mjs', 'collect'], {
    cwd: top,
    env: { ...collectorProcessEnvironment(stack, tenant), DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: Line[] = []
  createInterface({ input: child.stdout }).on('line', (text) => lines.push(JSON.parse(text) as Line))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const said = (event: string) => lines.some((line) => line.event === event)
  return {
    lines,
    said: (event: string) => expect.poll(() => said(event)).toBe(true),
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

const leasesOf = async (store: Store): Promise<readonly string[]> => {
  const rows = await store.db.selectFrom('leases').where('until', '>', Date.now()).select('name').execute()
  return rows.map(({ name }) => name.split('|')[0] ?? '')
}

const postgres = useDatabases().find(({ name }) => name === 'PostgreSQL')

it('a collector that is shut down during its work ends at once, and the next one continues at once', async () => {
  const tenant = await stack.tenant({ scenario: 'fleet', seed: 2, vms: 12, subscriptions: 1, ade: 1, still: true })
  const place = await postgres?.fresh()
  if (place?.kind !== 'postgres' || postgres === undefined) throw new Error('no PostgreSQL')
  const store = await postgres.open(place)
  const asked = async (route: string) => {
    const { counts } = await tenant.traffic({ limit: 0 })
    return Object.values(counts[route] ?? {}).reduce((sum, count) => sum + count, 0)
  }

  // During the inventory: its lease would keep the others from it for a minute.
  await tenant.addFault({ kind: 'delay', routes: ['resource-graph'], milliseconds: slow })
  const first = startCollector(tenant, place.url)
  await expect.poll(() => asked('resource-graph')).toBeGreaterThan(0)
  expect(await leasesOf(store)).toEqual(['survey'])
  expect(await first.stop()).toBe(0)
  expect(first.lines.at(-1)?.event).toBe('stopped')
  expect(first.lines.some(({ complete }) => complete === true)).toBe(false)
  expect(await leasesOf(store)).toEqual([])

  // During the readings: those that it had started are due at once for the next collector.
  await tenant.removeFaults()
  await tenant.addFault({ kind: 'delay', routes: ['vm-get'], milliseconds: slow })
  const second = startCollector(tenant, place.url)
  await second.said('surveyed')
  await expect.poll(() => asked('vm-get')).toBeGreaterThan(0)
  expect(await leasesOf(store)).toContain('read')
  expect(await second.stop()).toBe(0)
  expect(await leasesOf(store)).not.toContain('read')

  await tenant.removeFaults()
  const third = startCollector(tenant, place.url)
  await third.said('read')
  expect(third.lines.find(({ event }) => event === 'read')?.read).toBeGreaterThan(0)
  expect(await third.stop()).toBe(0)
  expect(third.lines.filter(({ level }) => level !== 'info')).toEqual([])
})
