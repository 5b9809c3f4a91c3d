import { describe, expect, it } from 'vitest'
import { readDue, readFinished } from '@/lib/store/finished-work'
import { recordObservations } from '@/lib/store/record-observations'
import type { Store } from '@/lib/store/store'
import { useDatabases } from '@/lib/store/testing/databases'
import { observation, moving, quiet, startOfTime } from '@/lib/store/testing/observations'
import type { ObservedFacts } from '@/lib/timeline/observation'
import { scoreEstimates } from './score-estimates'

const tenant = { cloud: 'public', tenantId: 'tenant-1' }
const copying: ObservedFacts = {
  ...moving(0),
  message: {
    text: 'OS disk encryption started',
    kind: 'linux-os-encryption-started',
    phase: 'os-encrypting',
    percent: null,
    index: null,
    count: null,
    attempt: null,
  },
}
const before: ObservedFacts = { ...quiet, state: 'not-encrypted', os: 'not-encrypted', extension: null }
const failed: ObservedFacts = { ...quiet, state: 'failed', os: 'failed' }
const hour = 3600
const now = startOfTime + 24 * hour * 1000

/** A copy of two hours, observed twice a minute. */
const workProgress = (end: ObservedFacts) => [
  observation(0, before),
  observation(30, copying),
  ...Array.from({ length: 239 }, (_, index) => observation(60 + index * 30, copying)),
  observation(7230, end),
]

async function finished(store: Store) {
  const read = await readFinished(store, tenant, 10)
  if (!read.ok) throw new Error(read.failure.kind)
  return read.value
}

describe('finished work', () => {
  for (const database of useDatabases()) {
    describe(database.name, () => {
      it('is stored once, with the accuracy of its estimates', async () => {
        const store = await database.open()
        await recordObservations(store, workProgress(quiet))
        expect(await readDue(store, 10)).toMatchObject({ ok: true, value: [{ vm: { tenantId: 'tenant-1' } }] })
        await scoreEstimates(store, now)
        await scoreEstimates(store, now)
        const [work, ...others] = await finished(store)
        expect(others).toEqual([])
        expect(work).toMatchObject({ work: 'os-copy', sizeGiB: 30 })
        expect(work?.duration).toBeCloseTo(7200_000, -5)
        // Without a measurement the estimate was the documented range, and two hours are in it.
        expect(work?.scores).toEqual(Array(3).fill({ basis: 'documented', error: null, within: true }))
        expect(await readDue(store, 10)).toEqual({ ok: true, value: [] })
      })

      it('does not include failed work, nor work whose start was not observed', async () => {
        const store = await database.open()
        await recordObservations(store, workProgress(failed))
        await recordObservations(
          store,
          workProgress(quiet)
            .slice(1)
            .map((each) => ({ ...each, id: `${each.id}-2`, vmId: 'm-2' })),
        )
        await scoreEstimates(store, now)
        expect(await finished(store)).toEqual([])
      })
    })
  }
})
