import { expect, it } from 'vitest'
import { recordObservations } from '@/lib/store/record-observations'
import { useDatabases } from '@/lib/store/testing/databases'
import { at, observation, moving, quiet, startOfTime, subscriptionId, vmIdOf } from '@/lib/store/testing/observations'
import { checkKept } from './check'
import { Promises } from './promises'

const id = vmIdOf('vm1')
const vm = id.toLowerCase()
const seen = observation(0, moving(5))
const tenant = {
  tenantId: seen.tenantId,
  vms: () => Promise.resolve([{ id, name: 'vm1', power: 'running', vmId: seen.vmId ?? '', plan: null, run: null }]),
}
const batch = { subscription: subscriptionId, read: 1, after: startOfTime - 5000, until: startOfTime + 1000, ahead: 0 }
const readings = { all: [{ vm, at: startOfTime, status: 200 }] }

for (const database of useDatabases()) {
  it(`finds acknowledged data that is missing: ${database.name}`, async () => {
    const store = await database.open()
    await recordObservations(store, [seen])
    const lost = (promises: Promises) => checkKept(store, { tenant, promises, readings })
    const kept = new Promises()
    kept.observation(vm, [seen])
    expect(await lost(kept)).toEqual([])
    const read = new Promises()
    read.batches.push(batch)
    expect(await lost(read)).toEqual([])
    // One row represents it, and two answers acknowledged it.
    kept.batches.push(batch)
    expect(await lost(kept)).toEqual([`${vm}: 1 observations of 2`])

    const other = new Promises()
    other.observation(vm, [{ ...seen, facts: quiet }])
    other.observation(vm, [{ ...seen, lastSeen: at(60) }])
    other.watches.set('watch-1', vm)
    expect(await lost(other)).toEqual([
      expect.stringContaining('shown by a server'),
      expect.stringContaining('shown by a server'),
      `${vm}: 1 observations of 2`,
      'watch watch-1',
    ])
    const later = new Promises()
    const minute = 60_000
    later.batches.push({ ...batch, ahead: minute })
    expect(await lost(later)).toEqual([expect.stringContaining('0 kept of 1 read')])
  })
}
