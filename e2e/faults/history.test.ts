import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { GET as getFleetHistory } from '@/app/api/v1/fleet/history/route'
import { GET as getHistory } from '@/app/api/v1/vms/[subscription]/[group]/[name]/history/route'
import { GET as getVm } from '@/app/api/v1/vms/[subscription]/[group]/[name]/route'
import { fleetHistorySchema, vmHistorySchema, type VmHistory } from '@/lib/contract/history'
import { closeHistory } from '@/lib/usecases/history/handle'
import { remembered } from '@/lib/usecases/history/record-observations'
import type { TenantClient } from '../simulator/control/client'
import { ask, paramsOf, readFleet, type Stack, startStack } from './support'

let stack: Stack
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-history-'))
const admin = 'Aiko Tanaka'
const guest = 'Ben Ortiz'

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder })
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 5 })
})
afterAll(async () => {
  // A late write opens the history again, in the folder that is being removed.
  await remembered()
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

const historyOf = (id: string, person: string, query = '') =>
  ask(getHistory, tenant, person, { params: paramsOf(id), query })

async function read(id: string, person: string, query = ''): Promise<VmHistory> {
  const response = await historyOf(id, person, query)
  expect(response.status).toBe(200)
  return vmHistorySchema.parse(await response.json())
}

/** Two readings in the same millisecond would have the same time. */
async function nextMillisecond(): Promise<void> {
  const now = Date.now()
  while (Date.now() === now) await new Promise((resolve) => setImmediate(resolve))
}

describe('the history of a VM', () => {
  it('stores what any user read, once', async () => {
    const fleet = await readFleet(await ask(getFleet, tenant, admin))
    await remembered()
    const ids = [...fleet.rows.keys()]
    const row = [...fleet.rows.values()].find((each) => each.reading === 'read' && each.state === 'encrypted')
    const id = row?.id ?? ''
    await ask(getVm, tenant, admin, { params: paramsOf(id) })
    await remembered()
    const { observations, failure, vmId, kept } = await read(id, admin)
    expect([failure, kept]).toEqual([null, true])
    expect(vmId).toMatch(/^[0-9a-f-]{36}$/)
    expect(observations).toHaveLength(1)
    expect(observations[0]).toMatchObject({ source: 'user', facts: { state: 'encrypted', depth: 'vm' } })
    expect(observations[0]?.firstSeen).not.toBe(observations[0]?.lastSeen)
    // VMs whose verdict comes from the inventory are stored as well.
    const listed = [...fleet.rows.values()].find((each) => each.reading === 'inventory')
    expect((await read(listed?.id ?? '', admin)).observations[0]?.facts.depth).toBe('inventory')
    expect(ids.length).toBeGreaterThan(20)
  })

  it('is closed to a user who lost the permission to read the VM, with the answer for a missing VM', async () => {
    const [id = ''] = [...(await readFleet(await ask(getFleet, tenant, guest))).rows.keys()]
    expect((await read(id, guest)).observations.length).toBeGreaterThan(0)
    await tenant.addFault({ kind: 'deny', routes: ['vm-get'] })
    const answers = [await historyOf(id, guest)]
    await tenant.removeFaults()
    answers.push(await historyOf(`${id}x`, guest))
    const all = await tenant.vms()
    const visible = await readFleet(await ask(getFleet, tenant, guest))
    const hidden = all.find((vm) => !visible.rows.has(vm.id.toLowerCase()))?.id ?? ''
    expect((await read(hidden, admin)).observations.length).toBeGreaterThan(0)
    answers.push(await historyOf(hidden, guest))
    const reported = await Promise.all(
      answers.map(async (answer) => {
        const { requestId, ...body } = (await answer.json()) as Record<string, unknown>
        expect(requestId).toBeTypeOf('string')
        return { status: answer.status, body, headers: [...answer.headers.keys()] }
      }),
    )
    expect(reported[0]).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(reported[1]).toEqual(reported[0])
    expect(reported[2]).toEqual(reported[0])
    expect((await historyOf(id, guest)).status).toBe(200)
  })

  it('is counted over time for the VMs that the user can read, and no others', async () => {
    const chart = async (person: string, query = '') => {
      const response = await ask(getFleetHistory, tenant, person, { query })
      return fleetHistorySchema.parse(await response.json())
    }
    const [all, some] = [await chart(admin), await chart(guest, '?hours=1')]
    expect([all.failure, all.moments.length]).toEqual([null, 145])
    const refused = all.subscriptions.filter(({ error }) => error !== null)
    expect(refused).toEqual([expect.objectContaining({ vms: null, error: 'arm-denied' })])
    expect(all.complete).toBe(false)
    const sum = (counts: Record<string, number> = {}) =>
      Object.values(counts).reduce((total, count) => total + count, 0)
    expect(sum(all.moments[0]?.counts)).toBe(0)
    expect(sum(all.moments.at(-1)?.counts)).toBeGreaterThan(sum(some.moments.at(-1)?.counts))
    expect(sum(some.moments.at(-1)?.counts)).toBeGreaterThan(0)
    expect(sum(some.moments.at(-1)?.counts)).toBeLessThanOrEqual(some.vms)
    expect((await ask(getFleetHistory, tenant, admin, { query: '?hours=-1' })).status).toBe(400)
  })

  it('treats a VM created again under the same name as another machine', async () => {
    const vm = (await tenant.vms()).find(({ plan, power }) => plan === null && power === 'running')
    const id = vm?.id ?? ''
    const before = await read(id, admin)
    await nextMillisecond()
    const again = await tenant.recreateVm(id)
    const after = await read(id, admin)
    expect(after.vmId).toBe(again.vmId)
    expect(after.observations).toHaveLength(1)
    expect(after.formerMachines).toMatchObject([{ vmId: before.vmId }])
  })

  it('goes on by pages past 20,000 observations', async () => {
    const [row] = (await readFleet(await ask(getFleet, tenant, guest))).rows.values()
    await remembered()
    const id = row?.id ?? ''
    const { observations, vmId, readAt } = await read(id, guest)
    const opened = await globalThis.sealwatchHistory?.opening
    if (opened?.ok !== true) throw new Error('no history')
    const { db } = opened.value
    const machine = await db
      .selectFrom('machines')
      .where('vm_uid', '=', vmId ?? '')
      .selectAll()
      .executeTakeFirstOrThrow()
    const known = await db
      .selectFrom('observations')
      .where('machine_id', '=', machine.id)
      .selectAll()
      .executeTakeFirstOrThrow()
    const count = 40_100
    // Five rows for each time: pages end between rows of one time.
    const timeOf = (index: number) => Date.parse(readAt) - 86_400_000 - Math.floor(index / 5)
    const rows = Array.from({ length: count }, (_one, index) => {
      const { id: rowId, ...same } = known
      expect(rowId).toBeGreaterThan(0)
      return {
        ...same,
        facts_hash: `hash-${index}`,
        first_seen: timeOf(index),
        last_seen: timeOf(index),
        heartbeat_at: index,
      }
    })
    for (let from = 0; from < count; from += 1000)
      await db
        .insertInto('observations')
        .values(rows.slice(from, from + 1000))
        .execute()

    const pages = [await read(id, guest)]
    for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null)
      pages.push(await read(id, guest, `?before=${next}`))
    expect(pages.map((page) => [page.observations.length, page.truncated])).toEqual([
      [20_000, true],
      [20_000, true],
      [count + observations.length - 40_000, false],
    ])
    const all = pages.toReversed().flatMap((page) => page.observations)
    expect(all.map(({ firstSeen }) => firstSeen)).toEqual(all.map(({ firstSeen }) => firstSeen).sort())
    const marks = new Set(all.map(({ heartbeatAt }) => heartbeatAt))
    expect(rows.filter((one) => !marks.has(new Date(one.heartbeat_at).toISOString()))).toEqual([])
    for (const wrong of ['1', 'x.1', '1.-1', '1.1.1'])
      expect((await historyOf(id, guest, `?before=${wrong}`)).status, wrong).toBe(400)
  })

  it('causes no failure and no delay when it is unavailable', async () => {
    const [id = ''] = [...(await readFleet(await ask(getFleet, tenant, admin))).rows.keys()]
    await remembered()
    const opened = await globalThis.sealwatchHistory?.opening
    if (opened?.ok !== true) throw new Error('no history')
    await sql`pragma query_only = ON`.execute(opened.value.db)
    const readOnly = await read(id, admin)
    // It is shown all the same, and not reported as stored.
    expect([readOnly.failure, readOnly.kept]).toEqual([null, false])
    expect(readOnly.observations.at(-1)?.lastSeen).toBe(readOnly.readAt)
    await sql`pragma query_only = OFF`.execute(opened.value.db)
    await sql`drop table observations`.execute(opened.value.db)
    const without = await read(id, admin)
    expect([without.failure === null, without.kept]).toEqual([false, false])
    expect(without.observations).toHaveLength(1)
    expect((await readFleet(await ask(getFleet, tenant, admin))).last?.type).toBe('end')
    expect((await ask(getVm, tenant, admin, { params: paramsOf(id) })).status).toBe(200)
  })
})
