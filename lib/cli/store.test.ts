import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

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
    ],
  })
  expect(JSON.parse((await store('migrate')).out)).toEqual({ applied: [] })
  expect(JSON.parse((await store('status')).out)).toMatchObject({ pending: [], database: 'sqlite' })
  expect(JSON.parse((await store('prune')).out)).toEqual({ old: 0, forSize: 0, activity: 0 })
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

it('accepts no other command', async () => {
  for (const args of [[], ['drop'], ['status', 'now'], ['toString']]) expect((await store(...args)).code).toBe(2)
  expect((await store('--help')).code).toBe(0)
})
