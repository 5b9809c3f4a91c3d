import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { recordObservations } from '@/lib/store/record-observations'
import { openStore } from '@/lib/store/store'
import { testConfig } from '@/lib/store/testing/databases-config'
import { moving, observation, vmIdOf } from '@/lib/store/testing/observations'
import { contentOf, filled, place } from '@/lib/store/testing/transfers'
import { backUpStore } from '@/lib/store/transfer/backup'
import { copyStore } from '@/lib/store/transfer/copy'
import { restoreStore } from '@/lib/store/transfer/restore'
import { smallDisk } from './testing/small-disk'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-full-backup-'))
const disk = smallDisk(3)
afterAll(() => {
  disk?.remove()
  rmSync(folder, { recursive: true, force: true })
})

const sqlite = (where: string) => ({ kind: 'sqlite', file: join(where, 'history.sqlite') }) as const

async function content(where: string) {
  const opened = await openStore(testConfig(sqlite(where)))
  if (!opened.ok) throw new Error(opened.failure.kind)
  const found = await contentOf(opened.value)
  await opened.value.close()
  return found
}

it.runIf(disk !== null)('says of a full disk which one it is, and leaves what is there', async () => {
  const small = disk?.folder ?? ''
  const large = await filled(sqlite(join(folder, 'large')))
  const opened = await openStore(testConfig(large))
  if (!opened.ok) throw new Error(opened.failure.kind)
  const many = Array.from({ length: 4000 }, (_one, index) =>
    observation(index * 100_000, moving(index % 100), { id: vmIdOf(`vm-${index % 50}`), vmId: `m-${index % 50}` }),
  )
  expect(await recordObservations(opened.value, many)).toMatchObject({ ok: true })
  await opened.value.close()
  await filled(sqlite(join(small, 'present')))
  const before = await content(join(small, 'present'))
  const full = { ok: false, failure: { kind: 'full' } }

  expect(await backUpStore(place(large), join(small, 'backup'))).toMatchObject({ ...full, failure: { side: 'file' } })
  expect(readdirSync(small)).toEqual(['present'])

  const file = join(folder, 'backup')
  expect(await backUpStore(place(large), file)).toMatchObject({ ok: true })
  const present = place(sqlite(join(small, 'present')))
  expect(await restoreStore(file, present, true)).toMatchObject({ ...full, failure: { side: 'target' } })
  expect(readdirSync(join(small, 'present')).filter((name) => name.endsWith('.unfinished'))).toEqual([])
  expect(await content(join(small, 'present'))).toEqual(before)

  rmSync(join(small, 'present'), { recursive: true })
  const target = place(sqlite(join(small, 'copy')))
  expect(await copyStore(place(large), target, true)).toMatchObject({ ...full, failure: { side: 'target' } })
})
