import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { prune } from './prune'
import { recordObservations } from './record-observations'
import { openStore, type Store } from './store'
import { testConfig } from './testing/databases-config'
import { moving, observation, vmIdOf } from './testing/observations'

const megabyte = 1_048_576
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-log-room-'))
const stores: Store[] = []
afterAll(async () => {
  for (const store of stores) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A handle like that of a server or of a collector, which open the file each for themselves. */
async function handle(): Promise<Store> {
  const database = { kind: 'sqlite', file: join(folder, 'history.sqlite') } as const
  const opened = await openStore(testConfig(database, { maxBytes: 16 * megabyte }))
  if (!opened.ok) throw new Error(opened.failure.kind)
  stores.push(opened.value)
  return opened.value
}

/** Bytes of everything in the folder but the database itself. */
function besides(): number {
  const others = readdirSync(folder).filter((name) => name !== 'history.sqlite')
  return others.reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0)
}

it('takes less than 10 MB beside a database of up to 16 MB, also while the oldest rows are deleted, with server and collector', async () => {
  const [server, collector] = [await handle(), await handle()]
  let [vms, most, deleted] = [0, 0, 0]
  const watching = setInterval(() => (most = Math.max(most, besides())), 1)
  for (let round = 0; round < 30; round += 1) {
    const batch = (size: number) =>
      Array.from({ length: size }, () => {
        vms += 1
        return observation(round, moving(1), { id: vmIdOf(`vm-${vms}`), vmId: `vm-${vms}` })
      })
    await Promise.all([recordObservations(server, batch(500)), recordObservations(collector, batch(500))])
    most = Math.max(most, besides())
    const pruned = await prune(server, 0)
    deleted += pruned.ok ? pruned.value.forSize : 0
    most = Math.max(most, besides())
  }
  clearInterval(watching)
  expect(deleted).toBeGreaterThan(0)
  expect(most).toBeLessThan(10 * megabyte)
})
