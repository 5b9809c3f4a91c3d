import { describe, expect, it } from 'vitest'
import { readMachineStates } from './machine-states'
import { readRecent } from './recent-observations'
import { recordObservations } from './record-observations'
import type { Store } from './store'
import { useDatabases } from './testing/databases'
import { at, observation, moving, vmIdOf } from './testing/observations'

async function idsOf(store: Store): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>()
  await readMachineStates(store, { cloud: 'public', tenantId: 'tenant-1' }, (page) => {
    for (const { vmUid, machineId } of page) ids.set(vmUid, machineId)
  })
  return ids
}

describe('the newest observations of several machines', () => {
  for (const database of useDatabases()) {
    it(`are read at once, oldest first, and marked where older ones were left out: ${database.name}`, async () => {
      const store = await database.open()
      const many = Array.from({ length: 60 }, (_, index) => ({ id: vmIdOf(`vm${index}`), vmId: `m-${index}` }))
      const observations = many.flatMap((vm, index) =>
        [0, 30, 60, 90].slice(0, index === 0 ? 4 : 2).map((second) => observation(second, moving(second), vm)),
      )
      expect(await recordObservations(store, observations)).toMatchObject({ ok: true })
      const ids = await idsOf(store)
      const recent = await readRecent(store, [...ids.values()], 3)
      if (!recent.ok) throw new Error(recent.failure.kind)
      expect(recent.value.size).toBe(60)
      const of = (uid: string) => recent.value.get(ids.get(uid) ?? -1)
      expect(of('m-0')?.observations.map(({ firstSeen }) => firstSeen)).toEqual([at(30), at(60), at(90)])
      expect(of('m-0')?.cut).toBe(true)
      expect(of('m-59')?.observations.map(({ firstSeen }) => firstSeen)).toEqual([at(0), at(30)])
      expect(of('m-59')?.cut).toBe(false)
    })
  }
})
