import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Observation } from '@/lib/timeline/observation'
import { readTimeline } from './read-timeline'
import { recordObservations } from './record-observations'
import { runsFromRows } from './runs'
import type { Store } from './store'
import { useDatabases } from './testing/databases'
import { at, observation, moving, quiet, vmIdOf } from './testing/observations'

async function record(store: Store, observations: readonly Observation[]): Promise<void> {
  expect(await recordObservations(store, observations)).toMatchObject({ ok: true })
}

async function rows(store: Store, vm: Observation = observation(0, quiet)) {
  const read = await readTimeline(store, vm, 0)
  if (!read.ok) throw new Error(read.failure.kind)
  return read.value
}

/** First and last second of each row, with what distinguishes its facts. */
async function spans(store: Store): Promise<(number | string)[][]> {
  const zero = Date.parse(at(0))
  return (await rows(store)).observations.map(({ firstSeen, lastSeen, facts }) => [
    (Date.parse(firstSeen) - zero) / 1000,
    (Date.parse(lastSeen) - zero) / 1000,
    facts.message?.percent ?? facts.state,
  ])
}

describe('recordObservations', () => {
  for (const database of useDatabases()) {
    describe(database.name, () => {
      it('stores every field of an observation, and one row for equal ones', async () => {
        const store = await database.open()
        await record(store, [observation(0, moving(10))])
        await record(store, [observation(30, moving(10), { source: 'collector' }), observation(60, moving(10))])
        const { observations } = await rows(store)
        expect(observations).toEqual([
          { ...observation(0, moving(10)), lastSeen: at(60), heartbeatAt: at(40), id: vmIdOf('vm1') },
        ])
      })

      it('starts a new row where facts changed, and after a pause of more than two intervals', async () => {
        const store = await database.open()
        await record(store, [
          observation(0, moving(10)),
          observation(60, moving(10)),
          observation(121, moving(10)),
          observation(140, moving(11)),
        ])
        await record(store, [observation(150, quiet), observation(150 + 1800, quiet), observation(150 + 3601, quiet)])
        expect(await spans(store)).toEqual([
          [0, 60, 10],
          [121, 121, 10],
          [140, 140, 11],
          [150, 1950, 'encrypted'],
          [3751, 3751, 'encrypted'],
        ])
      })

      it('accepts observations in any order, twice, and from clocks that jump', async () => {
        const store = await database.open()
        const observations = [0, 30, 60, 90].map((second) => observation(second, moving(second < 60 ? 1 : 2)))
        await record(store, [observations[3]!, observations[0]!])
        await record(store, [observations[2]!, observations[1]!, observations[2]!])
        await record(store, observations)
        expect(await spans(store)).toEqual([
          [0, 30, 1],
          [60, 90, 2],
        ])
        await record(store, [observation(-86_400, moving(1)), observation(86_400 * 365, moving(1))])
        expect((await spans(store)).map(([from]) => from)).toEqual([-86_400, 0, 60, 86_400 * 365])
      })

      it('never encloses a late observation in a row that it contradicts', async () => {
        const store = await database.open()
        await record(store, [observation(0, moving(1)), observation(50, moving(1))])
        await record(store, [observation(20, moving(2)), observation(55, moving(1))])
        expect(await spans(store)).toEqual([
          [0, 50, 1],
          [20, 20, 2],
          [55, 55, 1],
        ])
      })

      it('treats a recreated VM as another machine, and a moved one as the same', async () => {
        const store = await database.open()
        const second = { vmId: 'BBBBBBBB-0000-4000-8000-000000000002' }
        const unnamed = { vmId: null }
        await record(store, [observation(0, quiet), observation(10, moving(1), unnamed)])
        await record(store, [
          observation(100, moving(5), second),
          observation(130, moving(6), { ...second, id: vmIdOf('MOVED') }),
        ])
        const first = await rows(store)
        expect(first.observations.map(({ firstSeen }) => firstSeen)).toEqual([at(0)])
        const later = await rows(store, observation(0, quiet, { ...second, id: vmIdOf('moved') }))
        expect(later.observations.map(({ firstSeen, id }) => [firstSeen, id])).toEqual([
          [at(100), vmIdOf('vm1')],
          [at(130), vmIdOf('MOVED')],
        ])
        const again = await rows(store, observation(0, quiet, second))
        expect(again.formerMachines).toEqual([
          { vmId: 'aaaaaaaa-0000-4000-8000-000000000001', firstSeen: at(0), lastSeen: at(0) },
        ])
      })

      it('keeps clouds, tenants and VMs apart, and matches ids in any case', async () => {
        const store = await database.open()
        await record(store, [
          observation(0, moving(1), { id: vmIdOf('VM1').toUpperCase() }),
          observation(0, moving(2), { tenantId: 'tenant-2' }),
          observation(0, moving(3), { cloud: 'china' }),
          observation(0, moving(4), { id: vmIdOf('vm10'), vmId: 'cccccccc-0000-4000-8000-000000000003' }),
        ])
        expect(await spans(store)).toEqual([[0, 0, 1]])
      })

      it('has one row for what several writers observe at once, and loses none', async () => {
        const database1 = await database.fresh()
        const stores = await Promise.all([1, 2, 3, 4].map(() => database.open(database1)))
        const vms = Array.from({ length: 20 }, (_, index) => ({ id: vmIdOf(`vm${index}`), vmId: `machine-${index}` }))
        await Promise.all(
          stores.map(async (store, writer) => {
            for (let second = 0; second < 40; second += 10) {
              const observations = vms.map((vm) => observation(second + writer, moving(1), vm))
              await record(store, writer % 2 === 0 ? observations : observations.reverse())
            }
          }),
        )
        for (const vm of vms) {
          const { observations } = await rows(stores[0]!, observation(0, quiet, vm))
          expect(observations.map(({ firstSeen, lastSeen }) => [firstSeen, lastSeen])).toEqual([[at(0), at(33)]])
        }
      })

      it('ends with the same rows for any order of observations', async () => {
        const seconds = fc.array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 2 })), {
          minLength: 1,
          maxLength: 12,
        })
        const store = await database.open()
        let run = 0
        await fc.assert(
          fc.asyncProperty(seconds, fc.integer(), async (drawn, seed) => {
            run += 1
            // One state at a time: two observations of one second cannot differ.
            const truth = [...new Map(drawn)].map(([second, percent]) => ({ second, percent }))
            const vm = { id: vmIdOf(`vm-${run}`), vmId: `m-${run}` }
            const observations = truth.map(({ second, percent }) => observation(second, moving(percent), vm))
            const shuffled = observations.map((each, index) => ({ each, key: Math.sin(seed + index) }))
            shuffled.sort((a, b) => a.key - b.key)
            for (const { each } of shuffled) await record(store, [each])
            const seen = (await rows(store, observation(0, quiet, vm))).observations
            // Every observation lies in a row with its facts, and no row spans a longer silence than allowed.
            for (const { firstSeen, facts } of observations) {
              const holders = seen.filter((row) => row.firstSeen <= firstSeen && firstSeen <= row.lastSeen)
              expect(holders.some((row) => row.facts.message?.percent === facts.message?.percent)).toBe(true)
            }
            // The summary equals what the rows show, however they were written.
            const machine = await store.db
              .selectFrom('machines')
              .where('vm_uid', '=', vm.vmId)
              .select('id')
              .executeTakeFirstOrThrow()
            const written = await store.db
              .selectFrom('state_runs')
              .where('machine_id', '=', machine.id)
              .orderBy('first_seen')
              .select(['first_seen', 'held_until', 'state'])
              .execute()
            const anew = await store.db.transaction().execute((transaction) => runsFromRows(transaction, machine.id))
            expect(written).toEqual(
              anew.map((each) => ({ first_seen: each.firstSeen, held_until: each.heldUntil, state: each.state })),
            )
            const times = truth.map(({ second }) => second).sort((a, b) => a - b)
            for (const [index, second] of times.entries()) {
              const next = times[index + 1]
              if (next === undefined || next - second <= 60) continue
              expect(seen.some((row) => row.firstSeen <= at(second) && row.lastSeen >= at(next))).toBe(false)
            }
          }),
          { numRuns: database.name === 'SQLite' ? 40 : 10 },
        )
      })
    })
  }
})
