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
  // It is tried again ten seconds later: until then it plans ten times.
  renameSync(`${data}-aside`, data)
  await collector.said('history', 'usable')
  const [lost = 0, back = 0] = ['unreachable', 'usable'].map((code) =>
    collector.lines.findIndex((line) => line.event === 'history' && line.code === code),
  )
  expect(collector.lines.slice(lost + 1, back)).toEqual([])
  const [from = 0, to = 0] = [lost, back].map((at) => Date.parse(String(collector.lines[at]?.['time'])))
  const { entries } = await tenant.traffic({ route: 'vm-get', limit: 1_000_000 })
  expect(entries.filter(({ at }) => at > from && at < to)).toEqual([])
  await expect.poll(() => collector.lines.length).toBeGreaterThan(back + 1)
  expect(await collector.stop()).toBe(0)
  expect(turnsOf(collector)).toEqual([
    ['warn', 'history', 'unreachable', 'ENOENT'],
    ['info', 'history', 'usable', null],
  ])
})

it('a subscription that cannot be read is one line, until it can', async () => {
  const tenant = await stack.tenant({ scenario: 'fleet', seed: 3, vms: 12, subscriptions: 1, ade: 1, still: true })
  await tenant.addFault({ kind: 'server-error', routes: ['vm-get'], status: 503 })
  const data = { SEALWATCH_DATA_DIR: join(folder, 'unread'), DATABASE_URL: '', SEALWATCH_POLL_MOVING_SECONDS: '5' }
  const collector = startCollector(stack, tenant, data)
  const ofRead = () => collector.lines.filter(({ event }) => event === 'read')
  await expect.poll(() => ofRead().length).toBeGreaterThan(2)
  await tenant.removeFaults()
  await expect.poll(() => ofRead().at(-1)?.['failed']).toBe(0)
  expect(await collector.stop()).toBe(0)
  expect(collector.lines.filter(({ level }) => level !== 'info')).toEqual([
    expect.objectContaining({ level: 'warn', event: 'failed', what: 'read', code: 'arm-down' }),
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
