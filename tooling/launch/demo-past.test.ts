import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetLimits, startStack, type Stack } from '@/e2e/faults/support'
import type { TenantClient } from '@/e2e/simulator/control/client'
import { demoTenantIds } from '@/e2e/simulator/names'
import { pastDays } from '@/e2e/simulator/worlds/demo/past'
import type { HistoryConfig } from '@/lib/config/history-config'
import { openStore, type Store } from '@/lib/store/store'
import { makeDemoPast } from './demo-past'
import { demoSettings } from './environment'

const hour = 3_600_000
const day = 24 * hour
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-demo-past-'))
const configIn = (file: string): HistoryConfig => ({
  database: { kind: 'sqlite', file: join(folder, file) },
  keepDays: 400,
  auditDays: 400,
  maxBytes: 1_000_000_000,
  polling: {
    movingMs: Number(demoSettings['SEALWATCH_POLL_MOVING_SECONDS']) * 1000,
    quietMs: Number(demoSettings['SEALWATCH_POLL_QUIET_SECONDS']) * 1000,
  },
})

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Kept {
  readonly machines: readonly { readonly name: string; readonly state: string; readonly seen: number }[]
  readonly notices: readonly string[]
  readonly work: readonly { readonly name: string; readonly scores: string }[]
  readonly first: number
}

const nameOf = (id: string): string => id.split('/').at(-1) ?? ''

async function keptIn(store: Store): Promise<Kept> {
  const { db } = store
  const machines = await db
    .selectFrom('machine_states')
    .innerJoin('machines', 'machines.id', 'machine_states.machine_id')
    .select(['vm_id', 'state', 'last_seen'])
    .execute()
  const notices = await db.selectFrom('notifications').select(['vm_id', 'notice']).execute()
  const work = await db
    .selectFrom('finished_work')
    .innerJoin('machines', 'machines.id', 'finished_work.machine_id')
    .select(['vm_id', 'scores'])
    .execute()
  const { first } = await db
    .selectFrom('observations')
    .select(({ fn }) => fn.min('first_seen').as('first'))
    .executeTakeFirstOrThrow()
  return {
    machines: machines.map(({ vm_id, state, last_seen }) => ({ name: nameOf(vm_id), state, seen: last_seen })),
    notices: notices.map(({ vm_id, notice }) => `${nameOf(vm_id)} ${(JSON.parse(notice) as { kind: string }).kind}`),
    work: work.map(({ vm_id, scores }) => ({ name: nameOf(vm_id), scores })),
    first,
  }
}

describe('the demo', () => {
  it('has thirty days behind it, read by the collector', async () => {
    const config = configIn('history.sqlite')
    expect(await makeDemoPast(stack.azure, config, process.env)).toBe(true)
    const tenant: TenantClient = stack.azure.tenant(demoTenantIds.demo)
    const opened = await openStore(config)
    if (!opened.ok) throw new Error(opened.failure.kind)
    const kept = await keptIn(opened.value)
    await opened.value.close()
    const now = await tenant.clock()
    // The clock goes on from the present by itself.
    expect(Math.abs(Date.now() - now)).toBeLessThan(hour)
    expect(now - kept.first).toBeGreaterThan((pastDays - 1) * day)
    expect(kept.machines.every(({ seen }) => seen > now - 2 * day)).toBe(true)
    const stateOf = (name: string) => kept.machines.find((each) => each.name === name)?.state
    expect(['vm-cache-01', 'vm-cache-02', 'vm-cache-03', 'vm-stg-ci-02'].map(stateOf)).toEqual([
      'encrypted',
      'encrypted',
      'encrypted',
      'encrypting',
    ])
    expect(kept.machines.every(({ seen }) => seen > now - 2 * day)).toBe(true)
    // The record ends at the present: no user's first reading makes the curve jump.
    expect(now - Math.max(...kept.machines.map(({ seen }) => seen))).toBeLessThan(hour / 30)
    expect(kept.notices).toEqual(
      expect.arrayContaining([
        'vm-cache-02 failed',
        'vm-cache-02 finished',
        'vm-cache-03 needs-person',
        'vm-cache-03 finished',
        'vm-stg-ci-02 stuck',
      ]),
    )
    expect(kept.work.filter(({ scores }) => scores !== '[]').length).toBeGreaterThan(3)
  })

  it('starts without a history where there is no database for one', async () => {
    await stack.azure.tenant(demoTenantIds.demo).remove()
    forgetLimits()
    const config: HistoryConfig = { ...configIn('off.sqlite'), database: null }
    expect(await makeDemoPast(stack.azure, config, process.env)).toBe(false)
    const tenant = stack.azure.tenant(demoTenantIds.demo)
    expect(Math.abs(Date.now() - (await tenant.clock()))).toBeLessThan(hour)
    expect(await tenant.nextChange()).toBeNull()
    expect((await tenant.vms()).length).toBeGreaterThan(100)
    await tenant.remove()
  })
})
