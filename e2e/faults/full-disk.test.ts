import { statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { probeStore } from '@/lib/store/probe'
import { prune } from '@/lib/store/prune'
import { recordObservations } from '@/lib/store/record-observations'
import { openStore, type Store } from '@/lib/store/store'
import { testConfig } from '@/lib/store/testing/databases-config'
import { moving, observation, startOfTime, vmIdOf } from '@/lib/store/testing/observations'
import { smallDisk } from './testing/small-disk'

const disk = smallDisk(6)
const stores: Store[] = []
afterAll(async () => {
  for (const store of stores) await store.close()
  disk?.remove()
})

/** A handle like that of a server or of a collector, which open the file each for themselves. */
async function handle(file: string): Promise<Store> {
  const opened = await openStore(testConfig({ kind: 'sqlite', file }))
  if (!opened.ok) throw new Error(opened.failure.kind)
  stores.push(opened.value)
  return opened.value
}

let vms = 0
const batch = (store: Store) =>
  recordObservations(
    store,
    Array.from({ length: 200 }, () => observation(0, moving(1), { id: vmIdOf(`vm-${(vms += 1)}`), vmId: `vm-${vms}` })),
  )

it.skipIf(disk === null)(
  'is usable for server and collector once a full disk has room again, and stays so',
  async () => {
    const file = join(disk!.folder, 'data', 'history.sqlite')
    const [server, collector] = [await handle(file), await handle(file)]
    expect(await batch(server)).toMatchObject({ ok: true })
    disk!.fill()
    let written = await batch(collector)
    while (written.ok) written = await batch(collector)
    expect(written.failure.kind).toBe('full')
    // As every ten seconds, for minutes.
    for (let round = 0; round < 20; round += 1)
      for (const store of [server, collector])
        expect(await probeStore(store, true, round)).toMatchObject({ kind: 'full' })
    disk!.free()
    const free = () => statfsSync(disk!.folder).bavail * statfsSync(disk!.folder).bsize
    const before = free()
    for (let round = 0; round < 20; round += 1)
      for (const store of [server, collector]) expect(await probeStore(store, true, round)).toBeNull()
    expect(free()).toBeGreaterThanOrEqual(before - 65_536)
    expect(statSync(`${file}-wal`).size).toBeLessThan(65_536)
    expect(await batch(server)).toMatchObject({ ok: true })
    expect(await batch(collector)).toMatchObject({ ok: true })
    expect(await prune(collector, startOfTime)).toMatchObject({ ok: true })
  },
)
