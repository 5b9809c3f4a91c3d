import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { Observation, ObservedFacts } from '@/lib/timeline/observation'
import { readMachineStates, type KnownMachine } from './machine-states'
import { migrate } from './migrate'
import { recordObservations } from './record-observations'
import type { Store } from './store'
import { useDatabases } from './testing/databases'
import { observation, moving, quiet, startOfTime, vmIdOf } from './testing/observations'

const tenant = { cloud: 'public', tenantId: 'tenant-1' }
const failed: ObservedFacts = { ...quiet, state: 'failed', os: 'failed' }
const second = (time: number): number => (time - startOfTime) / 1000

async function record(store: Store, observations: readonly Observation[]): Promise<void> {
  expect(await recordObservations(store, observations)).toMatchObject({ ok: true })
}

async function states(store: Store, where = tenant): Promise<ReadonlyMap<string, KnownMachine>> {
  const found = new Map<string, KnownMachine>()
  const read = await readMachineStates(store, where, (page) => {
    for (const machine of page) found.set(`${machine.vmKey} ${machine.vmUid}`, machine)
  })
  expect(read.ok).toBe(true)
  return found
}

const only = async (store: Store) => {
  const [machine] = (await states(store)).values()
  if (machine === undefined) throw new Error('no machine')
  const { seen } = machine
  return {
    state: seen.state,
    firstSeen: second(seen.firstSeen),
    unbrokenSince: second(seen.unbrokenSince),
    lastSeen: second(seen.lastSeen),
    before: seen.before === null ? null : [seen.before.state, second(seen.before.seenAt)],
    beganBetween: seen.beganBetween,
  }
}

/** Recomputes the summaries, as for a database of an older program. */
async function remade(store: Store): Promise<ReadonlyMap<string, KnownMachine>> {
  await sql`drop table notes`.execute(store.db)
  await sql`drop table ended_tokens`.execute(store.db)
  await sql`drop table trail`.execute(store.db)
  await sql`drop table snapshots`.execute(store.db)
  await sql`drop table machine_states`.execute(store.db)
  await sql`drop table finished_work`.execute(store.db)
  await sql`drop table watch_proofs`.execute(store.db)
  await sql`drop index notifications_of_vm`.execute(store.db)
  await sql`alter table notifications drop column event_key`.execute(store.db)
  await sql`delete from kysely_migration where name >= '0003'`.execute(store.db)
  expect(await migrate(store)).toMatchObject({
    ok: true,
    value: [
      '0003-states',
      '0004-webhooks',
      '0005-snapshots',
      '0006-trail',
      '0007-ended-tokens',
      '0008-notes',
      '0009-views',
    ],
  })
  return states(store)
}

describe('the last observed state of a machine', () => {
  for (const database of useDatabases()) {
    describe(database.name, () => {
      it('continues across changing messages and across gaps', async () => {
        const store = await database.open()
        await record(store, [observation(0, quiet), observation(600, moving(1)), observation(630, moving(2))])
        expect(await only(store)).toEqual({
          state: 'encrypting',
          firstSeen: 600,
          unbrokenSince: 600,
          lastSeen: 630,
          before: ['encrypted', 0],
          beganBetween: true,
        })
        await record(store, [observation(5000, moving(40)), observation(5030, moving(41))])
        expect(await only(store)).toMatchObject({ firstSeen: 600, unbrokenSince: 5000, lastSeen: 5030 })
        await record(store, [observation(9000, failed)])
        expect(await only(store)).toMatchObject({ firstSeen: 9000, before: ['encrypting', 5030], beganBetween: false })
      })

      it('takes a late observation into account', async () => {
        const store = await database.open()
        await record(store, [observation(0, moving(1)), observation(100, moving(2))])
        await record(store, [observation(50, failed)])
        expect(await only(store)).toMatchObject({ firstSeen: 100, before: ['failed', 50] })
      })

      it('keeps tenants and machines apart, page by page', async () => {
        const store = await database.open()
        const many = Array.from({ length: 2100 }, (_, index) =>
          observation(0, quiet, { id: vmIdOf(`vm${index}`), vmId: `m-${index}` }),
        )
        await record(store, [...many, observation(0, quiet, { tenantId: 'tenant-2' })])
        expect((await states(store)).size).toBe(2100)
        expect((await states(store, { ...tenant, tenantId: 'TENANT-2' })).size).toBe(1)
      })

      it('equals what the rows show, for any order of arrival, and what an upgrade computes from them', async () => {
        const facts = [quiet, moving(5), moving(6), failed]
        const observations = fc.array(fc.tuple(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 0, max: 3 })), {
          minLength: 1,
          maxLength: 12,
        })
        const store = await database.open()
        let run = 0
        await fc.assert(
          fc.asyncProperty(observations, fc.integer(), async (drawn, seed) => {
            run += 1
            const [inOrder, shuffled] = [`sorted-${run}`, `shuffled-${run}`]
            const truth = [...new Map(drawn)].sort(([a], [b]) => a - b)
            const of = (name: string) =>
              truth.map(([at, index]) => observation(at, facts[index]!, { id: vmIdOf(name), vmId: name }))
            await record(store, of(inOrder))
            const others = of(shuffled).map((each, index) => ({ each, key: Math.sin(seed + index) }))
            others.sort((a, b) => a.key - b.key)
            for (const { each } of others) await record(store, [each])
            const found = await states(store)
            const seen = (name: string) => found.get(`${vmIdOf(name)} ${name}`.toLowerCase())?.seen
            expect(seen(shuffled)?.state).toBe(seen(inOrder)?.state)
            expect(seen(shuffled)?.lastSeen).toBe(seen(inOrder)?.lastSeen)
            // A row that was extended over another observation no longer shows when the observations inside it were
            // made.
            expect(seen(shuffled)?.firstSeen).toBeLessThanOrEqual(seen(inOrder)?.firstSeen ?? 0)
            expect(seen(shuffled)?.firstSeen).toBeGreaterThanOrEqual(seen(inOrder)?.before?.seenAt ?? 0)
          }),
          { numRuns: database.name === 'SQLite' ? 40 : 10, endOnFailure: true },
        )
      })

      it('is computed from the rows where an older program wrote them', async () => {
        const store = await database.open()
        await record(store, [
          observation(0, quiet),
          observation(600, moving(1)),
          observation(630, moving(2)),
          observation(5000, moving(3)),
        ])
        await record(store, [observation(0, failed, { vmId: 'm-2', id: vmIdOf('vm2') })])
        const before = await states(store)
        expect(await remade(store)).toEqual(before)
      })
    })
  }
})
