import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { POST } from '@/app/api/v1/retirement/route'
import { retirementSchema } from '@/lib/contract/retirement'
import { evidenceOf } from '@/lib/retirement/blockers'
import { countByClass, placesOf, retirementList } from '@/lib/retirement/plan'
import { encryptedOtherwise, progressOver, totalsOf } from '@/lib/retirement/progress'
import { fleetCompleteness } from '@/lib/views/completeness'
import { applyFleetEvents } from '@/lib/views/fleet-merge'
import { emptyFleet, type FleetModel } from '@/lib/views/fleet-model'
import { withReading } from '@/lib/views/history-now'
import { ask, forgetLimits, readFleet, startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { scenarioNames } from '../simulator/model/world'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())

async function fleetOf(tenant: TenantClient): Promise<FleetModel> {
  const { events } = await readFleet(await ask(getFleet, tenant, 'Chiara Rossi'))
  return applyFleetEvents(emptyFleet, events)
}

describe('the counts of the retirement', () => {
  it.each(scenarioNames)('agree on every place, or differ by what is stated (%s)', async (scenario) => {
    forgetLimits()
    const tenant = await stack.tenant({ scenario, seed: 1 })
    await tenant.clock({ freeze: true })
    const fleet = await fleetOf(tenant)
    const body = placesOf(fleet.entries, fleet.subscriptions)
    const related = await ask(POST, tenant, 'Chiara Rossi', { body })
    const evidence = related.status === 200 ? evidenceOf(retirementSchema.parse(await related.json())) : null
    const items = retirementList(fleet.entries, evidence)
    // Headline: VMs, unattached disks and others; strip and export: classes; list: its rows.
    const { vms, disks, others } = totalsOf(items)
    expect(vms + disks + others).toBe(items.length)
    expect(Object.values(countByClass(items)).reduce((sum, count) => sum + count, 0)).toBe(items.length)
    const reading = { fleet, isReading: false, isOffline: false, problem: null }
    const past = {
      vms: fleet.entries.length,
      moments: [{ at: '2026-01-01T00:00:00.000Z', counts: { encrypted: 9999 }, lastKnown: {} }],
    }
    const isWhole = fleetCompleteness(reading, null).kind === 'whole'
    // The chart ends in the reading that the headline counts, only where that is whole.
    const last = progressOver(withReading(past, reading, null)).at(-1)
    expect(last?.left).toBe(isWhole ? vms + encryptedOtherwise(fleet.entries) : 9999)
    await tenant.remove()
  })
})
