import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TenantClient } from '../control/client'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'

let simulator: TestSimulator
let tenant: TenantClient
let subscriptions: readonly { id: string }[]
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'mixed' })
  subscriptions = (await tenant.summary()).subscriptions
})
afterAll(() => simulator.stop())

async function visible(person: string): Promise<{ subscriptions: number; vms: number; statuses: Set<number> }> {
  const token = await tenant.token({ person, audience: 'arm' })
  const listed = await simulator.arm('/subscriptions?api-version=2022-12-01', token)
  const statuses = new Set<number>()
  let vms = 0
  for (const { id } of subscriptions) {
    let next: string | undefined =
      `/subscriptions/${id}/providers/Microsoft.Compute/virtualMachines?api-version=2024-07-01`
    while (next !== undefined) {
      const page = await simulator.arm(next, token)
      statuses.add(page.status)
      vms += page.status === 200 ? page.json.value.length : 0
      next = page.json.nextLink === undefined ? undefined : page.json.nextLink.slice(simulator.origins.server.length)
    }
  }
  return { subscriptions: listed.json.value.length, vms, statuses }
}

describe('the data that each person sees', () => {
  it('is everything for the analyst, no VM of one subscription for the admin, a group for its reader, nothing for Dmitri', async () => {
    const all = await visible('Chiara Rossi')
    expect(all.subscriptions).toBe(subscriptions.length)
    expect(all.vms).toBe((await tenant.vms()).length)
    const admin = await visible('Aiko Tanaka')
    expect(admin.subscriptions).toBe(subscriptions.length)
    expect(admin.vms).toBeGreaterThan(0)
    expect(admin.vms).toBeLessThan(all.vms)
    const reader = await visible('Ben Ortiz')
    expect(reader.subscriptions).toBe(1)
    expect(reader.vms).toBeGreaterThan(0)
    expect(reader.vms).toBeLessThan(admin.vms)
    expect(await visible('Dmitri Volkov')).toMatchObject({ subscriptions: 0, vms: 0 })
  })

  it('is a VM without its instance view for the custom role that lacks that action', async () => {
    const [vm] = await tenant.vms()
    const token = await tenant.token({ person: 'Ivan Petrov', audience: 'arm' })
    expect((await simulator.arm(`${vm!.id}?api-version=2024-07-01`, token)).status).toBe(200)
    expect((await simulator.arm(`${vm!.id}/instanceView?api-version=2024-07-01`, token)).status).toBe(403)
  })

  it('is refused by name for a single VM without rights', async () => {
    const [vm] = await tenant.vms()
    const token = await tenant.token({ person: 'Dmitri Volkov', audience: 'arm' })
    const answer = await simulator.arm(`${vm!.id}?api-version=2024-07-01`, token)
    expect(answer).toMatchObject({ status: 403, json: { error: { code: 'AuthorizationFailed' } } })
  })
})
