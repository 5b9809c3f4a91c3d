import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '@/lib/store/store'
import { useDatabases } from '@/lib/store/testing/databases'
import { startStack, type Stack } from '../faults/support'
import { startCollector } from './support'

/** Far longer than a collector may take to end. */
const slow = 120_000

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())

const leasesOf = async (store: Store): Promise<readonly string[]> => {
  const rows = await store.db.selectFrom('leases').where('until', '>', Date.now()).select('name').execute()
  return rows.map(({ name }) => name.split('|')[0] ?? '')
}

const postgres = useDatabases().find(({ name }) => name === 'PostgreSQL')

it('a collector whose log has no reader any more goes on, and ends in order', async () => {
  const tenant = await stack.tenant({ scenario: 'fleet', seed: 2, vms: 12, subscriptions: 1, ade: 1, still: true })
  const place = await postgres?.fresh()
  if (place?.kind !== 'postgres' || postgres === undefined) throw new Error('no PostgreSQL')
  const store = await postgres.open(place)
  await tenant.addFault({ kind: 'delay', routes: ['vm-get'], milliseconds: 1000 })
  const collector = startCollector(stack, tenant, { DATABASE_URL: place.url })
  await collector.said('surveyed')
  collector.unread()
  const read = () => store.db.selectFrom('watched_vms').where('read_at', 'is not', null).select('vm_id').execute()
  await expect.poll(read).toHaveLength(12)
  expect(await collector.stop()).toBe(0)
  expect(await leasesOf(store)).not.toContain('read')
})

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
  const first = startCollector(stack, tenant, { DATABASE_URL: place.url })
  await expect.poll(() => asked('resource-graph')).toBeGreaterThan(0)
  expect(await leasesOf(store)).toEqual(['survey'])
  expect(await first.stop()).toBe(0)
  expect(first.lines.at(-1)?.event).toBe('stopped')
  expect(first.lines.some(({ complete }) => complete === true)).toBe(false)
  expect(await leasesOf(store)).toEqual([])

  // The end of a terminal or session shuts it down as well.
  const hungUp = startCollector(stack, tenant, { DATABASE_URL: place.url })
  await hungUp.said('started')
  expect(await hungUp.stop('SIGHUP')).toBe(0)
  expect(hungUp.lines.at(-1)?.event).toBe('stopped')

  // During the readings: those that it had started are due at once for the next collector.
  await tenant.removeFaults()
  await tenant.addFault({ kind: 'delay', routes: ['vm-get'], milliseconds: slow })
  const second = startCollector(stack, tenant, { DATABASE_URL: place.url })
  await second.said('surveyed')
  await expect.poll(() => asked('vm-get')).toBeGreaterThan(0)
  expect(await leasesOf(store)).toContain('read')
  expect(await second.stop()).toBe(0)
  expect(await leasesOf(store)).not.toContain('read')

  await tenant.removeFaults()
  const third = startCollector(stack, tenant, { DATABASE_URL: place.url })
  await third.said('read')
  expect(third.lines.find(({ event }) => event === 'read')?.read).toBeGreaterThan(0)
  expect(await third.stop()).toBe(0)
  expect(third.lines.filter(({ level }) => level !== 'info')).toEqual([])
})
