import { afterAll, beforeAll, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/fleet/route'
import type { FleetRow } from '@/lib/contract/fleet'
import type { TenantClient } from '../simulator/control/client'
import { ask, forgetLimits, readFleet, startStack, type Stack } from './support'

const admin = 'Aiko Tanaka'
/** States that are a claim about a VM. */
const claims: readonly FleetRow['state'][] = ['encrypted', 'not-encrypted', 'protected-otherwise']
let stack: Stack
let tenant: TenantClient

beforeAll(async () => {
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 3 })
  await tenant.clock({ freeze: true })
})
afterAll(() => stack.stop())

const load = async () => {
  forgetLimits()
  return (await readFleet(await ask(GET, tenant, admin))).rows
}

it('a deallocated VM has no extensions in its view, and no new claim is made about it', async () => {
  const before = await load()
  const running = (await tenant.vms()).filter(({ power }) => power === 'running')
  for (const { id } of running) await tenant.changeVm({ id, power: 'deallocated' })
  // Resource Graph is up to half a minute behind ARM.
  await tenant.clock({ step: 30_000 })
  const token = await tenant.token({ person: admin, audience: 'arm' })
  const [first] = running
  const view = await fetch(`${stack.server}${first?.id ?? ''}/instanceView?api-version=2024-11-01`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await view.json()).not.toHaveProperty('extensions')
  const after = await load()
  let confirmed = 0
  for (const { id } of running) {
    const [was, is] = [before.get(id.toLowerCase()), after.get(id.toLowerCase())]
    // Not every subscription is readable for this user.
    if (was === undefined) continue
    if (is === undefined) throw new Error(`no row of ${id}`)
    expect(is.power, is.name).toBe('deallocated')
    // No report and no stamp is row 11 of the verdict contract, and the row shows that there is no report.
    const isRow11 = is.state === 'not-encrypted' && is.flags.includes('runtime-not-read')
    if (claims.includes(is.state) && !isRow11) expect(is.state, is.name).toBe(was.state)
    if (was.state !== 'encrypted') continue
    confirmed += 1
    // Its stamps are still readable; a report from the guest is not, and the row shows that. An audit from inside may
    // still prove the state.
    expect(is.flags, is.name).toContain('runtime-not-read')
  }
  expect(confirmed).toBeGreaterThan(0)
})
