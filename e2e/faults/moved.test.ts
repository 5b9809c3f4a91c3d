import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { GET as getHistory } from '@/app/api/v1/vms/[subscription]/[group]/[name]/history/route'
import { GET as getTimeline } from '@/app/api/v1/vms/[subscription]/[group]/[name]/timeline/route'
import { vmHistorySchema } from '@/lib/contract/history'
import { recordObservations } from '@/lib/store/record-observations'
import { closeHistory, history } from '@/lib/usecases/history/handle'
import { remembered } from '@/lib/usecases/history/record-observations'
import type { TenantClient } from '../simulator/control/client'
import { ask, forgetLimits, paramsOf, readFleet, startStack, type Handler, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-moved-'))
const admin = 'Aiko Tanaka'
/** A user who may read only a part of what the other may. */
const guest = 'Ben Ortiz'

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

async function rowsOf(person: string) {
  const { rows } = await readFleet(await ask(getFleet, tenant, person))
  await remembered()
  return [...rows.values()]
}

async function textOf(handler: Handler, person: string, id: string): Promise<string> {
  forgetLimits()
  const answer = await ask(handler, tenant, person, { params: paramsOf(id) })
  expect(answer.status).toBe(200)
  return answer.text()
}

describe('a VM that was moved', () => {
  it('shows its former group only to users who may read that group', async () => {
    const [all, some] = [await rowsOf(admin), await rowsOf(guest)]
    const own = new Set(some.map(({ id }) => id.split('/').slice(0, 5).join('/').toLowerCase()))
    const groupOf = (id: string) => id.split('/').slice(0, 5).join('/')
    const hidden = all.find(({ id, reading }) => reading === 'read' && !own.has(groupOf(id).toLowerCase()))
    const id = some.find(({ name }) => name === 'vm-erp-batch-01')?.id ?? ''
    const former = `${groupOf(hidden?.id ?? '')}/providers/Microsoft.Compute/virtualMachines/vm-before-the-move`
    const known = vmHistorySchema.parse(JSON.parse(await textOf(getHistory, admin, id)))
    const earlier = new Date(Date.parse(known.readAt) - 3_600_000).toISOString()
    const opened = await history()
    if (!opened.ok) throw new Error(opened.failure.kind)
    const moved = { ...known.observations[0]!, id: former, firstSeen: earlier, lastSeen: earlier }
    expect(await recordObservations(opened.value, [moved])).toMatchObject({ ok: true })

    for (const handler of [getHistory, getTimeline]) {
      expect((await textOf(handler, admin, id)).toLowerCase()).toContain(former.toLowerCase())
      const seen = (await textOf(handler, guest, id)).toLowerCase()
      expect(seen).not.toContain('vm-before-the-move')
      expect(seen).not.toContain(groupOf(former).toLowerCase())
      // The time itself is of the VM that the user can read.
      expect(seen).toContain(earlier.toLowerCase())
    }
  })
})
