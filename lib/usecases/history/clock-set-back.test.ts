import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Caller } from '@/lib/auth/caller'
import type { HistoryConfig } from '@/lib/config/history-config'
import { testConfig } from '@/lib/store/testing/databases-config'
import { noteRefusal, noteRequest } from '../audit-log/record'
import { closeHistory, history } from './handle'

const current = vi.hoisted((): { config: HistoryConfig | null } => ({ config: null }))
vi.mock('@/lib/config/history-config', async (original) => ({
  ...(await original<object>()),
  historyConfig: () => current.config,
}))

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-clock-'))
const day = 86_400_000
let lines: string[] = []

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  vi.stubEnv('SEALWATCH_LOG_LEVEL', 'info')
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text))
    return true
  })
})
afterEach(async () => {
  await closeHistory()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.useRealTimers()
  lines = []
  rmSync(folder, { recursive: true, force: true })
})

it('a history that could not be opened is tried again after ten seconds, also where the clock was set back meanwhile', async () => {
  mkdirSync(folder, { recursive: true })
  const place = join(folder, 'data')
  writeFileSync(place, '')
  current.config = testConfig({ kind: 'sqlite', file: join(place, 'history.sqlite') })
  expect(await history()).toMatchObject({ ok: false, failure: { kind: 'unreachable' } })
  rmSync(place)
  vi.setSystemTime(Date.now() - day)
  vi.advanceTimersByTime(9000)
  expect(await history()).toMatchObject({ ok: false })
  vi.advanceTimersByTime(1500)
  expect(await history()).toMatchObject({ ok: true })
})

it('refusals and sessions are noted again after their time, also where the clock was set back meanwhile', async () => {
  current.config = { ...testConfig({ kind: 'sqlite', file: '' }), database: null }
  const caller: Caller = {
    cloud: 'public',
    tenantId: '5ea1a7c4-1111-4111-a111-000000000001',
    objectId: '4cc7ac3b-d3a1-499f-ace8-c41000000003',
  } as Caller
  const noted = async (kind: string): Promise<number> => {
    noteRefusal(null, 'fleet', 'token-invalid')
    noteRequest(caller)
    await new Promise(setImmediate)
    return lines.splice(0).filter((line) => line.includes(`"kind":"${kind}"`)).length
  }
  expect(await noted('denied')).toBe(1)
  vi.setSystemTime(Date.now() - day)
  vi.advanceTimersByTime(61_000)
  expect(await noted('denied')).toBe(1)
  vi.advanceTimersByTime(3_600_000)
  expect(await noted('sign-in')).toBe(1)
})
