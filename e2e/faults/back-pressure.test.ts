import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { ok } from '@/lib/shared/result'
import { observation, quiet } from '@/lib/store/testing/observations'
import type { Observation } from '@/lib/timeline/observation'
import { Backlog } from '@/lib/usecases/history/backlog'
import { closeHistory } from '@/lib/usecases/history/handle'
import { remembered } from '@/lib/usecases/history/record-observations'
import type { TenantClient } from '../simulator/control/client'
import { ask, readFleet, startStack, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-back-pressure-'))
const vms = 120

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder })
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'fleet', vms, subscriptions: 2, seed: 5, still: true })
})
afterAll(async () => {
  globalThis.sealwatchBacklog = undefined
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a history that is written slower than a load reads', () => {
  it('slows the load, and loses nothing of what was shown', async () => {
    const written: Observation[] = []
    let go = (): void => undefined
    const open = new Promise<void>((resolve) => (go = resolve))
    const backlog = new Backlog({
      write: async (batch) => {
        await open
        written.push(...batch)
        return ok(null)
      },
      afterWrites: () => Promise.resolve(),
      onFailure: () => undefined,
      onWaiting: () => undefined,
      later: (milliseconds, callback) => void (milliseconds === 0 && setImmediate(callback)),
    })
    const earlier = 20_000
    globalThis.sealwatchBacklog = backlog
    backlog.put(Array.from({ length: earlier }, (_one, index) => observation(index, quiet)))
    const room = backlog.room.bind(backlog)
    const asked = new Promise<void>((resolve) => {
      vi.spyOn(backlog, 'room').mockImplementation(() => {
        resolve()
        return room()
      })
    })
    const loading = ask(getFleet, tenant, 'Aiko Tanaka').then(readFleet)
    await asked
    const reads = async () => (await tenant.traffic({ limit: 0 })).counts['vm-get'] ?? {}
    expect(await reads()).toEqual({})
    go()
    const { rows, last } = await loading
    await remembered()
    expect(last).toMatchObject({ type: 'end', complete: true })
    expect(rows.size).toBe(vms)
    expect(new Set(written.slice(earlier).map(({ id }) => id.toLowerCase()))).toEqual(new Set(rows.keys()))
  })
})
