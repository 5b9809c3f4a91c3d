import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPostgres } from '@/lib/store/testing/postgres'
import { startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { startCollector } from './support'

let stack: Stack
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-unusable-'))
beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function readings(tenant: TenantClient): Promise<number> {
  const { counts } = await tenant.traffic({ limit: 0 })
  return Object.values(counts['vm-get'] ?? {}).reduce((sum, count) => sum + count, 0)
}

/** A collector at work: its first VMs are being read. */
async function atWork(env: Readonly<Record<string, string>>) {
  const tenant = await stack.tenant({ scenario: 'fleet', seed: 3, vms: 12, subscriptions: 1, ade: 1, still: true })
  // Time to take the history away before the first readings are written.
  await tenant.addFault({ kind: 'delay', routes: ['vm-get'], milliseconds: 2000 })
  const collector = startCollector(stack, tenant, env)
  await expect.poll(() => readings(tenant)).toBe(12)
  return { tenant, collector }
}

/** What the log said of the history, and all its warnings. */
const turnsOf = ({ lines }: ReturnType<typeof startCollector>) =>
  lines
    .filter(({ event, level }) => event === 'history' || level !== 'info')
    .map(({ level, event, code, database }) => [level, event, code, database ?? null])

it('a collector whose SQLite is gone says so once, asks Azure for no VM, and goes on once it is back', async () => {
  const data = join(folder, 'data')
  const { tenant, collector } = await atWork({ SEALWATCH_DATA_DIR: data, DATABASE_URL: '' })
  renameSync(data, `${data}-aside`)
  await collector.said('history', 'unreachable')
  await tenant.clearTraffic()
  // It is tried again ten seconds later: until then it plans ten times.
  renameSync(`${data}-aside`, data)
  await tenant.addFault({ kind: 'delay', routes: ['vm-get'], milliseconds: 120_000 })
  await collector.said('history', 'usable')
  expect(collector.lines.some(({ event }) => event === 'read')).toBe(false)
  await expect.poll(() => readings(tenant)).toBeGreaterThan(0)
  // The same VMs are due, each once.
  expect(await readings(tenant)).toBeLessThanOrEqual(12)
  await tenant.removeFaults()
  expect(await collector.stop()).toBe(0)
  expect(turnsOf(collector)).toEqual([
    ['warn', 'history', 'unreachable', 'ENOENT'],
    ['info', 'history', 'usable', null],
  ])
})

it('a collector whose PostgreSQL is down says so once, and goes on once it runs again', async () => {
  const server = await startPostgres()
  const { collector } = await atWork({ DATABASE_URL: await server.database() })
  await server.halt('SIGINT')
  await collector.said('history', 'unreachable')
  await server.resume()
  await collector.said('history', 'usable')
  await collector.said('read')
  expect(await collector.stop()).toBe(0)
  await server.stop()
  expect(turnsOf(collector)).toEqual([
    ['warn', 'history', 'unreachable', expect.stringMatching(/^(?:57P0[0-9]|ECONN[A-Z]+|EPIPE)$/)],
    ['info', 'history', 'usable', null],
  ])
})
