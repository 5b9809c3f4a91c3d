import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '@/lib/config/history-config'
import type { Store } from '../store'
import { useDatabases } from '../testing/databases'
import { moving, observation, vmIdOf } from '../testing/observations'
import { contentOf, filled, place, program, untilSo } from '../testing/transfers'
import { recordObservations } from '../record-observations'
import { backUpStore } from './backup'
import { restoreStore } from './restore'
import type { TransferFailure } from './side'
import type { Checksum } from './transfer'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const newFile = () => join(folder, `backup-${(files += 1)}.sqlite`)

async function backUp(database: Database, file = newFile()): Promise<string> {
  const done = await backUpStore(place(database), file)
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
  return file
}

async function restored(file: string, database: Database, replace = false): Promise<TransferFailure | null> {
  const done = await restoreStore(file, place(database), replace)
  return done.ok ? null : done.failure
}

/** Changes a copy of a backup. */
function changed(file: string, change: (database: BetterSqlite.Database) => void): string {
  const made = newFile()
  copyFileSync(file, made)
  const database = new BetterSqlite(made)
  change(database)
  database.close()
  return made
}

describe('a backup', () => {
  const databases = useDatabases()

  async function content(database: Database): Promise<Record<string, Checksum>> {
    const store = await databases[database.kind === 'sqlite' ? 0 : 1]!.open(database)
    const found = await contentOf(store)
    await store.close()
    return found
  }

  for (const from of databases) {
    for (const to of databases) {
      it(`carries every kind of row from ${from.name} to ${to.name}`, async () => {
        const source = await filled(await from.fresh())
        const file = await backUp(source)
        expect(statSync(file).mode & 0o777).toBe(0o600)
        const target = await to.fresh()
        expect(await restored(file, target)).toBeNull()
        expect(await content(target)).toEqual(await content(source))
        const store = await to.open(target)
        const next = { cloud: 'public', tenant_id: 'x', vm_key: 'x', event_key: 'x', happened_at: 1, body: '{}' }
        const inserted = await store.db.insertInto('activity').values(next).returning('id').executeTakeFirstOrThrow()
        expect(inserted.id).toBe(7)
        await store.close()
        expect(readdirSync(folder).filter((name) => name.includes('.unfinished'))).toEqual([])
      })
    }

    it(`is made while a program writes: ${from.name}`, async () => {
      const source = await filled(await from.fresh())
      const writing = program('writer', JSON.stringify(source), '1')
      await new Promise((resolve) => writing.child.stdout.once('data', resolve))
      const file = newFile()
      const done = await backUpStore(place(source), file)
      writing.child.kill('SIGKILL')
      await writing.ended
      expect(done).toMatchObject({ ok: true, value: { bytes: statSync(file).size } })
      const target = await from.fresh()
      expect(await restored(file, target)).toBeNull()
      expect(new Map(Object.entries(await content(target)))).toEqual(done.ok ? done.value.tables : null)
    })

    it(`replaces a database only where that is asked for, and none that is in use: ${from.name}`, async () => {
      const file = await backUp(await filled(await from.fresh()))
      const target = await filled(await from.fresh())
      const store = await from.open(target)
      await store.db.insertInto('leases').values({ name: 'more', holder: 'x', until: 1 }).execute()
      const rows = Array.from({ length: 5 }, (_one, index) =>
        observation(index * 100_000, moving(index), { id: vmIdOf('other'), vmId: 'other' }),
      )
      await recordObservations(store, rows)
      expect(await restored(file, target, true)).toMatchObject({ side: 'target', kind: 'in-use' })
      await store.close()
      const before = await content(target)
      expect(await restored(file, target)).toMatchObject({ side: 'target', kind: 'not-empty' })
      expect(await content(target)).toEqual(before)
      expect(await restored(file, target, true)).toBeNull()
      const fresh = await from.fresh()
      await restored(file, fresh)
      expect(await content(target)).toEqual(await content(fresh))
      // The audit log is protected as before.
      const again = await from.open(target)
      await expect(sql`update trail set kind = 'x'`.execute(again.db)).rejects.toThrow(/trail rows do not change/)
      await expect(sql`delete from trail`.execute(again.db)).rejects.toThrow(/trail rows are kept/)
    })

    it(`that is damaged, cut or something else changes nothing: ${from.name}`, async () => {
      const file = await backUp(await filled(await from.fresh()))
      const wanted = await from.fresh()
      await restored(file, wanted)
      const [right, bytes] = [await content(wanted), readFileSync(file)]
      const target = await filled(await from.fresh())
      const before = await content(target)
      const list = () => (target.kind === 'sqlite' ? readdirSync(dirname(target.file)) : []).sort()
      const present = list()
      const wrong = newFile()
      for (const length of [0, 1, 99, 4096, bytes.length >> 1, bytes.length - 4096, bytes.length - 1]) {
        writeFileSync(wrong, bytes.subarray(0, length))
        expect(await restored(wrong, target, true), `cut at ${length}`).toMatchObject({ side: 'file' })
      }
      writeFileSync(wrong, Buffer.concat([bytes, Buffer.alloc(4096)]))
      expect(await restored(wrong, target, true)).toMatchObject({ kind: 'damaged' })
      writeFileSync(wrong, 'This is a text, and rather longer than a hundred bytes. '.repeat(20))
      expect(await restored(wrong, target, true)).toMatchObject({ side: 'file', kind: 'damaged' })
      const own = await databases[0]!.fresh()
      await databases[0]!.open(own).then((store: Store) => store.close())
      const foreign = own.kind === 'sqlite' ? own.file : ''
      expect(await restored(foreign, target, true)).toMatchObject({ side: 'file', kind: 'not-a-backup' })
      expect(await restored(join(folder, 'nowhere'), target, true)).toMatchObject({ code: 'ENOENT' })
      expect(await content(target)).toEqual(before)
      // A changed byte in every other page: it is noticed, or it was in no row.
      let noticed = 0
      for (let position = 37; position < bytes.length; position += 2 * 4096 + 301) {
        const damaged = Buffer.from(bytes)
        damaged.writeUInt8(damaged.readUInt8(position) ^ 0xff, position)
        writeFileSync(wrong, damaged)
        const failure = await restored(wrong, target, true)
        if (failure === null) expect(await content(target), `byte ${position}`).toEqual(right)
        else expect(failure, `byte ${position}`).toMatchObject({ side: 'file' })
        noticed += failure === null ? 0 : 1
      }
      expect(noticed).toBeGreaterThan(5)
      expect(list()).toEqual(present)
    })

    it(`of a newer version is refused, and one of an older is migrated: ${from.name}`, async () => {
      const source = await filled(await from.fresh())
      const file = await backUp(source)
      const target = await from.fresh()
      const newer = changed(file, (database) =>
        database.exec(`insert into kysely_migration (name, timestamp) values ('9999-later', 'x')`),
      )
      expect(await restored(newer, target)).toEqual({ side: 'file', kind: 'schema-newer', code: '9999-later' })
      const older = changed(file, (database) =>
        database.exec(`drop table notes; delete from kysely_migration where name >= '0008';
          update sealwatch_backup set tables = json_remove(tables, '$.notes')`),
      )
      const bytes = readFileSync(older)
      chmodSync(older, 0o400)
      vi.stubEnv('TMPDIR', '/proc/nowhere')
      expect(await restored(older, target)).toEqual({ side: 'file', kind: 'no-temporary-folder', code: 'ENOENT' })
      vi.unstubAllEnvs()
      expect(await restored(older, target)).toBeNull()
      expect(readFileSync(older).equals(bytes)).toBe(true)
      const { notes, ...others } = await content(target)
      expect(notes?.rows).toBe(0)
      expect(await content(source)).toMatchObject(others)
      const changedRow = changed(file, (database) => database.exec(`update machines set vm_id = 'x' where id = 10`))
      expect(await restored(changedRow, await from.fresh())).toEqual({
        side: 'file',
        kind: 'damaged',
        code: 'machines',
      })
    })

    it(`leaves nothing where it is killed, and neither does a restore: ${from.name}`, async () => {
      const source = await filled(await from.fresh())
      const store = await from.open(source)
      const many = Array.from({ length: 6000 }, (_one, index) =>
        observation(index * 100_000, moving(index % 100), { id: vmIdOf(`vm-${index % 50}`), vmId: `m-${index % 50}` }),
      )
      expect(await recordObservations(store, many)).toMatchObject({ ok: true })
      await store.close()
      const unfinished = (where: string) => readdirSync(where).filter((name) => name.endsWith('.unfinished'))
      const file = newFile()
      // On a busy machine a program can end before its kill.
      const ends: string[] = []
      for (const size of [0, 500_000, 3_000_000]) {
        const running = program('transferrer', 'backup', JSON.stringify(source), file)
        const isLarge = () => unfinished(folder).some((name) => statSync(join(folder, name)).size > size)
        await untilSo(running, isLarge)
        running.child.kill('SIGKILL')
        const end = await running.ended
        ends.push(end)
        expect([end, existsSync(file)]).toEqual(end === 'SIGKILL' ? ['SIGKILL', false] : ['0', true])
        rmSync(file, { force: true })
        for (const name of unfinished(folder)) rmSync(join(folder, name))
      }
      expect(ends).toContain('SIGKILL')
      await backUp(source, file)
      const target = await filled(await from.fresh())
      let before = await content(target)
      const watching = target.kind === 'postgres' ? await from.open() : null
      for (const size of [0, 3_000_000]) {
        const running = program('transferrer', 'restore', file, JSON.stringify(target))
        await untilSo(running, async () => {
          if (target.kind === 'sqlite') {
            const where = dirname(target.file)
            return unfinished(where).some((name) => statSync(join(where, name)).size > size)
          }
          const { rows } = await sql<{ rows: number }>`select count(*) as rows from pg_locks join pg_database d
            on d.oid = database where datname = ${new URL(target.url).pathname.slice(1)}
            and mode = ${size === 0 ? 'ExclusiveLock' : 'RowExclusiveLock'}`.execute(watching!.db)
          return rows[0]!.rows > 0
        })
        running.child.kill('SIGKILL')
        const end = await running.ended
        ends.push(end)
        if (end === 'SIGKILL') expect(await content(target)).toEqual(before)
        else before = await content(target)
      }
      expect(ends.slice(3)).toContain('SIGKILL')
      expect(await restored(file, target, true)).toBeNull()
      expect(await content(target)).toEqual(await content(source))
    })
  }
})
