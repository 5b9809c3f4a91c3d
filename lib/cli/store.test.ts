import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openSqlite } from '@/lib/store/sqlite'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwatch-store-cli-'))
  vi.stubEnv('SEALWATCH_HISTORY', 'on')
  vi.stubEnv('SEALWATCH_DATA_DIR', folder)
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

async function store(...args: string[]): Promise<{ code: number; out: string; complaint: string }> {
  const { runStore } = await import('./store-program')
  const said = { out: '', complaint: '' }
  const code = await runStore(args, {
    print: (text) => (said.out += text),
    complain: (text) => (said.complaint += text),
  })
  return { code, ...said }
}

it('migrates alone, and prints the state', async () => {
  expect(JSON.parse((await store('status')).out)).toMatchObject({
    pending: [
      '0001-history',
      '0002-watches',
      '0003-states',
      '0004-webhooks',
      '0005-snapshots',
      '0006-trail',
      '0007-ended-tokens',
      '0008-notes',
      '0009-views',
    ],
    bytes: null,
  })
  expect(JSON.parse((await store('migrate')).out)).toEqual({
    applied: [
      '0001-history',
      '0002-watches',
      '0003-states',
      '0004-webhooks',
      '0005-snapshots',
      '0006-trail',
      '0007-ended-tokens',
      '0008-notes',
      '0009-views',
    ],
  })
  expect(JSON.parse((await store('migrate')).out)).toEqual({ applied: [] })
  expect(JSON.parse((await store('status')).out)).toMatchObject({ pending: [], database: 'sqlite' })
  expect(JSON.parse((await store('prune')).out)).toEqual({
    old: 0,
    forSize: 0,
    activity: 0,
    countedFrom: null,
    left: 0,
  })
})

it('prints what is wrong, and never the password', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://someone:hush@127.0.0.1:1/x')
  const failed = await store('migrate')
  expect([failed.code, JSON.parse(failed.out)]).toEqual([1, { error: { kind: 'unreachable', code: 'ECONNREFUSED' } }])
  vi.stubEnv('DATABASE_URL', 'mysql://someone:hush@x')
  vi.stubEnv('SEALWATCH_HISTORY_DAYS', 'many')
  vi.resetModules()
  const wrong = await store('status')
  expect(wrong.code).toBe(2)
  expect(wrong.complaint).toContain('DATABASE_URL')
  expect(wrong.complaint).toContain('SEALWATCH_HISTORY_DAYS')
  expect(wrong.complaint + failed.out).not.toMatch(/hush|mysql|many/)
})

it.each<[what: string, code: string, en: string, ja: string]>([
  ['a sign-in', '28P01', 'it refuses the sign-in.', 'サインインが拒否'],
  ['a certificate', 'CERT_HAS_EXPIRED', 'its certificate is not trusted', '証明書が信頼されていない'],
  ['a server without TLS', 'EPROTO', 'it offers no TLS', 'TLS 1.2 以降に対応していません'],
  ['a missing right', '42501', 'lacks a right on the schema or on a table', '権限が不足'],
  ['a missing right on the schema', '3F000', 'lacks a right on the schema or on a table', '権限が不足'],
  ['a database that does not exist', '3D000', 'no database of this name', 'この名前のデータベース'],
  ['a file', 'EACCES', 'this user may not read or write the file', 'ファイルまたはそのフォルダー'],
  ['a folder that is a file', 'EEXIST', 'a file is where its folder should be', 'フォルダーがあるべき場所'],
  ['a host', 'ECONNREFUSED', 'it cannot be reached', '接続できない'],
])('names the cause: %s', async (_what, code, en, ja) => {
  const { storeFailureOf } = await import('@/lib/store/failure')
  vi.doMock('@/lib/usecases/history/maintain', () => ({
    historyStatus: () => ({ ok: false, failure: storeFailureOf(Object.assign(new Error(), { code })) }),
  }))
  const [english, japanese] = [await store('status'), await store('status', '--language', 'ja')]
  vi.doUnmock('@/lib/usecases/history/maintain')
  expect(english.complaint).toContain(en)
  expect(japanese.complaint).toContain(ja)
  expect([english.complaint, japanese.complaint].every((text) => text.includes(`(${code})`))).toBe(true)
})

it.each<[what: string, failure: object, en: string, ja: string]>([
  ['a password', { kind: 'refused', code: 'no-password' }, 'DATABASE_URL has none', 'パスワードがありません'],
  ['a migration', { kind: 'schema-older', code: '42501' }, 'with the role that owns the tables', 'テーブルの所有者'],
  ['a target', { side: 'target', kind: 'refused', code: '42501' }, 'It must own the tables.', '所有者のロール'],
])('names the owner only where it is needed: %s', async (_what, failure, en, ja) => {
  vi.doMock('@/lib/usecases/history/maintain', () => ({ historyStatus: () => ({ ok: false, failure }) }))
  const [english, japanese] = [await store('status'), await store('status', '--language', 'ja')]
  vi.doUnmock('@/lib/usecases/history/maintain')
  expect(english.complaint).toContain(en)
  expect(japanese.complaint).toContain(ja)
})

it('says that a file is where the folder of SQLite should be', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  vi.stubEnv('SEALWATCH_DATA_DIR', file)
  const { complaint } = await store('status')
  expect(complaint).toContain('a file is where its folder should be')
})

it.each<[args: readonly string[], wrong: RegExp]>([
  [[], /^A command is missing$/m],
  [['drop'], /^drop: is no command of store$/m],
  [['toString'], /^toString: is no command of store$/m],
  [['status', 'now'], /^now: one argument too many$/m],
  [['status', '--switch'], /^--switch: is no option of status$/m],
  [['prune', '--nothing'], /'--nothing'/],
  [['end-access', 'someone'], /^USER is missing$/m],
  [['end-access', 'someone', 'else'], /^someone: is no id \(a GUID\)$/m],
  [['backup'], /^FILE is missing$/m],
  [['restore', 'a', 'b'], /^b: one argument too many$/m],
  [['backup', 'a', '--replace'], /^--replace: is no option of backup$/m],
  [['copy'], /^--to FILE is missing$/m],
  [['copy', '--to'], /'--to <value>' argument missing/],
  [['copy', '--to', 'nowhere.env'], /^nowhere\.env: cannot be read$/m],
  [['status', '--language', 'fr'], /^--language fr: not one of en, ja$/m],
])('names what is wrong: %j', async (args, wrong) => {
  expect(await store(...args)).toMatchObject({ code: 2, out: '', complaint: expect.stringMatching(wrong) })
})

it('explains itself', async () => {
  expect(await store('--help')).toMatchObject({ code: 0, complaint: '', out: expect.stringMatching(/^Usage/) })
})

it('copies into the database of an environment file, and names what is wrong with either', async () => {
  const file = join(folder, 'new.env')
  writeFileSync(file, `SEALWATCH_DATA_DIR=${join(folder, 'new')}\n`)
  await store('migrate')
  const first = await store('copy', '--to', file)
  expect([first.code, JSON.parse(first.out)]).toMatchObject([0, { switched: false, tables: { machines: { rows: 0 } } }])
  vi.stubEnv('SEALWATCH_DATA_DIR', join(folder, 'new'))
  vi.resetModules()
  expect(await store('migrate', '--language', 'ja')).toMatchObject({
    code: 1,
    out: '{"error":{"kind":"copy-unfinished","code":null}}\n',
    complaint: expect.stringMatching(/^データベース: まだ完了していない/),
  })
  vi.stubEnv('SEALWATCH_DATA_DIR', folder)
  vi.resetModules()
  expect(JSON.parse((await store('copy', '--to', file, '--switch')).out)).toMatchObject({ switched: true })
  writeFileSync(file, `SEALWATCH_DATA_DIR=${folder}\n`)
  const same = await store('copy', '--to', file)
  expect([same.code, same.complaint]).toEqual([1, 'Target: it is the source itself. (same-database)\n'])
  writeFileSync(file, 'DATABASE_URL=mysql://someone:hush@x\nSEALWATCH_HISTORY_DAY=3\n')
  const wrong = await store('copy', '--to', file)
  expect([wrong.code, wrong.complaint]).toEqual([2, expect.stringContaining('new.env')])
  expect(wrong.complaint).toContain('SEALWATCH_HISTORY_DAY')
  expect(wrong.complaint).not.toMatch(/hush|mysql/)
})

it('backs up and restores', async () => {
  const file = join(folder, 'backup.sqlite')
  await store('migrate')
  const made = await store('backup', file)
  expect([made.code, JSON.parse(made.out)]).toMatchObject([
    0,
    { bytes: statSync(file).size, tables: { observations: { rows: 0 } } },
  ])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(await store('backup', file, '--language', 'ja')).toMatchObject({
    code: 1,
    out: '{"error":{"side":"file","kind":"file-exists","code":null}}\n',
    complaint: 'ファイル: すでに存在します。別の名前を指定してください。 (file-exists)\n',
  })
  expect(JSON.parse((await store('restore', file)).out)).toMatchObject({ at: JSON.parse(made.out).at as string })
  expect(JSON.parse((await store('status')).out)).toMatchObject({ databaseBytes: expect.any(Number) as number })
  expect(await store('restore', join(folder, 'nowhere'))).toMatchObject({
    code: 1,
    complaint: expect.stringMatching(/^File: /) as string,
  })
})

it('says in a sentence that the database is newer, and changes nothing', async () => {
  await store('migrate')
  const opened = await openSqlite(join(folder, 'history.sqlite'), { maxBytes: 1e9 })
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'x')`.execute(opened.db)
  await opened.db.destroy()
  for (const command of ['migrate', 'prune'])
    expect(await store(command)).toEqual({
      code: 1,
      out: '{"error":{"kind":"schema-newer","code":"9999-later"}}\n',
      complaint: expect.stringMatching(/^Database: a newer version of Sealwatch has migrated it.*\(9999-later\)\n$/),
    })
  expect(JSON.parse((await store('status')).out)).toMatchObject({ unknown: ['9999-later'], bytes: null })
})
