import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { GET as getFleetHistory } from '@/app/api/v1/fleet/history/route'
import { GET as getTimeline } from '@/app/api/v1/vms/[subscription]/[group]/[name]/timeline/route'
import { GET as getVm } from '@/app/api/v1/vms/[subscription]/[group]/[name]/route'
import type { FleetRow } from '@/lib/contract/fleet'
import { fleetHistorySchema } from '@/lib/contract/history'
import { vmTimelineSchema } from '@/lib/contract/timeline'
import { vmDetailSchema } from '@/lib/contract/vm'
import { saveFinished } from '@/lib/store/finished-work'
import { closeHistory, history } from '@/lib/usecases/history/handle'
import { remembered } from '@/lib/usecases/history/record-observations'
import type { TenantClient } from '../simulator/control/client'
import { ask, forgetLimits, paramsOf, readFleet, type Stack, startStack } from './support'

let stack: Stack
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-similar-'))
const admin = 'Aiko Tanaka'
/** A user who may read only a part of what the other may. */
const guest = 'Ben Ortiz'
const duration = 6 * 3_600_000

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder })
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 5 })
})
afterAll(async () => {
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The requests that Azure received while this ran, by route and status. */
async function requestsDuring(work: () => Promise<unknown>): Promise<unknown> {
  await tenant.clearTraffic()
  await work()
  return (await tenant.traffic({ limit: 0 })).counts
}

/** The parts of a fleet's answer that tell of the history. */
async function historyEvents(person: string): Promise<readonly unknown[]> {
  const { events } = await readFleet(await ask(getFleet, tenant, person))
  await remembered()
  return events.filter(({ type }) => type === 'history')
}

async function rowsOf(person: string): Promise<readonly FleetRow[]> {
  const { rows } = await readFleet(await ask(getFleet, tenant, person))
  await remembered()
  return [...rows.values()]
}

/** Stores for each VM that the copy of an OS disk took this long. */
async function finishedOn(keys: readonly string[], sizeGiB: number): Promise<void> {
  const opened = await history()
  if (!opened.ok) throw new Error(opened.failure.kind)
  const machines = await opened.value.db.selectFrom('machines').select(['id', 'vm_key']).execute()
  const scores = [{ basis: 'documented', error: null, within: true }] as const
  for (const { id, vm_key: key } of machines) {
    if (!keys.includes(key)) continue
    const work = { work: 'os-copy', sizeGiB, duration, began: 1000, ended: 1000 + duration, scores } as const
    await saveFinished(opened.value, id, [work])
  }
}

async function timeLeft(id: string, person: string) {
  forgetLimits()
  const answer = await ask(getTimeline, tenant, person, { params: paramsOf(id) })
  expect(answer.status).toBe(200)
  return vmTimelineSchema.parse(await answer.json()).work.timeLeft
}

async function estimates(person: string) {
  const response = await ask(getFleetHistory, tenant, person, { query: '' })
  return fleetHistorySchema.parse(await response.json()).estimates
}

describe('estimates from similar disks', () => {
  it('are shown only to users who can read the VMs that they come from', async () => {
    const [all, some] = [await rowsOf(admin), await rowsOf(guest)]
    const own = new Set(some.map(({ key }) => key))
    // What could not be read is not stored either.
    const hidden = all.flatMap(({ key, reading }) => (own.has(key) || reading !== 'read' ? [] : [key])).slice(0, 6)
    const id = some.find(({ name }) => name === 'vm-erp-batch-01')?.id ?? ''
    await tenant.addFault({ kind: 'deny', routes: ['vm-metrics'] })
    expect(await timeLeft(id, admin)).toMatchObject({ basis: 'documented', work: 'os-copy' })
    const disk = vmDetailSchema
      .parse(await (await ask(getVm, tenant, admin, { params: paramsOf(id) })).json())
      .disks.find(({ role }) => role === 'os')

    const seenByGuest = async () => ({
      timeline: await requestsDuring(() => timeLeft(id, guest)),
      fleet: await historyEvents(guest),
    })
    const before = await seenByGuest()
    await finishedOn(hidden, disk?.sizeGiB ?? 0)
    expect(await seenByGuest(), 'what depends on work that the guest cannot read').toEqual(before)
    const reported = await timeLeft(id, admin)
    expect(reported).toMatchObject({ basis: 'similar', disks: hidden.length })
    if (reported.basis !== 'similar') throw new Error('no estimate')
    expect(reported.range.likely).toBeLessThan(duration)
    expect(reported.range.likely).toBeGreaterThan(duration / 2)
    expect(await timeLeft(id, guest)).toMatchObject({ basis: 'documented' })

    await tenant.clock({ step: 5 * 60_000 })
    forgetLimits()
    const page = vmDetailSchema.parse(await (await ask(getVm, tenant, admin, { params: paramsOf(id) })).json())
    expect(page.workProgress.work?.timeLeft).toMatchObject({ basis: 'similar', disks: hidden.length })
    await tenant.removeFaults()

    expect(await estimates(admin)).toMatchObject({ runs: 6, quality: [{ basis: 'documented', count: 6, within: 1 }] })
    expect(await estimates(guest)).toMatchObject({ runs: 0, quality: [] })
  })
})
