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
import { closeHistory } from '@/lib/usecases/history/handle'
import { remembered } from '@/lib/usecases/history/record-observations'
import type { TenantClient } from '../simulator/control/client'
import { ask, forgetLimits, paramsOf, readFleet, type Stack, startStack } from './support'

let stack: Stack
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-agreement-'))
const reader = 'Aiko Tanaka'

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder })
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'troubleshooting', seed: 1 })
})
afterAll(async () => {
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

function counted(rows: Iterable<FleetRow>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

async function newest(): Promise<Record<string, number>> {
  const response = await ask(getFleetHistory, tenant, reader, { query: '' })
  const { moments } = fleetHistorySchema.parse(await response.json())
  return moments.at(-1)?.counts ?? {}
}

describe('what is shown and what is stored', () => {
  it('are the same for the same time, including guest configuration audits', async () => {
    const { rows } = await readFleet(await ask(getFleet, tenant, reader))
    await remembered()
    const shown = counted(rows.values())
    // Without audits some of the conflicts would only be "not verified".
    expect(shown['conflict']).toBeGreaterThan(2)
    expect(await newest()).toEqual(shown)
  })

  it.each(['conflict', 'encrypted-unverified', 'encrypted'] as const)(
    'stay %s on any page of the VM that is opened',
    async (state) => {
      const { rows } = await readFleet(await ask(getFleet, tenant, reader))
      await remembered()
      const id = [...rows.values()].find((row) => row.reading === 'read' && row.state === state)?.id ?? ''
      const params = paramsOf(id)
      // Compute limits how often one VM can be read.
      await tenant.clock({ step: 10 * 60_000 })
      forgetLimits()
      const vm = vmDetailSchema.parse(await (await ask(getVm, tenant, reader, { params })).json())
      expect(vm.verdict.state).toBe(state)
      const answer = await ask(getTimeline, tenant, reader, { params })
      const { machines, sources } = vmTimelineSchema.parse(await answer.json())
      expect(new Set(machines.at(-1)?.lanes.vm.intervals.map(({ value }) => value))).toEqual(new Set([state]))
      expect(sources.find(({ source }) => source === 'guest-audit')?.outcome).toMatch(/^(read|none)$/)
      await remembered()
      expect((await newest())[state]).toBe(counted(rows.values())[state])
    },
    30_000,
  )
})
