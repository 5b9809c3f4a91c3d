import { expect, it } from 'vitest'
import { callRoute } from '../simulator/arm/test-context'
import { createWorld } from '../simulator/worlds/create'
import {
  extensionsQuery,
  hiddenDisksQuery,
  stampedDisksQuery,
  virtualMachinesQuery,
} from '@/lib/usecases/fleet/queries'

it('takes ten times as long for ten times the VMs, not a hundred times', async () => {
  const cost = async (vms: number): Promise<number> => {
    const fleet = createWorld({ tenantId: 'd3', scenario: 'fleet', seed: 1, vms, subscriptions: 20 })
    const before = process.cpuUsage()
    for (const query of [virtualMachinesQuery, extensionsQuery, stampedDisksQuery, hiddenDisksQuery])
      await callRoute(fleet, 'resource-graph', { body: { query, options: { $top: 1000 } } })
    return process.cpuUsage(before).user
  }
  await cost(2000)
  const small = await cost(2000)
  expect((await cost(20_000)) / small).toBeLessThan(50)
})
