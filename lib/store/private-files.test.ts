import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openSqlite } from './sqlite'

const top = mkdtempSync(join(tmpdir(), 'sealwatch-private-'))
afterAll(() => rmSync(top, { recursive: true, force: true }))

const modeOf = (path: string): string => (statSync(path).mode & 0o7777).toString(8)

/** Opens a database, writes to it, and returns the modes of its folder and files while it is open. */
async function modesOf(folder: string): Promise<readonly string[]> {
  const file = join(folder, 'history.sqlite')
  const { db } = await openSqlite(file, { maxBytes: 10_000_000 })
  await sql`create table if not exists written (x)`.execute(db)
  const modes = [folder, file, `${file}-wal`, `${file}-shm`].map(modeOf)
  await db.destroy()
  return modes
}

describe.skipIf(!existsSync('/proc/self'))('a folder that a system refuses as missing', () => {
  it('ends with the code of the system, in a process that could not be stopped otherwise', async ({ signal }) => {
    const program =
      "import { keepPrivate } from './lib/store/private-files.ts'\nkeepPrivate('/proc/nowhere/deep/history.sqlite')"
    const loader = ['--import', 'tsx', '--conditions', 'react-server', '--input-type=module', '-e', program]
    const ended = promisify(execFile)(process.execPath, loader, { signal })
    await expect(ended).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/code: 'ENOENT'/) })
  })
})

describe.skipIf(process.platform === 'win32')('the files of a database', () => {
  it('are for their owner alone', async () => {
    expect(await modesOf(join(top, 'new', '.sealwatch'))).toEqual(['700', '600', '600', '600'])
  })

  it('are so too where they exist already, readable for others', async () => {
    const folder = join(top, 'old')
    await modesOf(folder)
    chmodSync(folder, 0o755)
    for (const name of ['history.sqlite', 'history.sqlite-wal', 'history.sqlite-shm']) {
      writeFileSync(join(folder, name), '', { flag: 'a' })
      chmodSync(join(folder, name), 0o644)
    }
    expect(await modesOf(folder)).toEqual(['700', '600', '600', '600'])
  })

  it('leave a folder that all users share as it is', async () => {
    const folder = join(top, 'shared')
    mkdirSync(folder)
    chmodSync(folder, 0o1777)
    expect(await modesOf(folder)).toEqual(['1777', '600', '600', '600'])
  })
})
