import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'
import type { TenantClient } from './client'

let simulator: TestSimulator
let tenant: TenantClient
const hour = 3_600_000
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'timeline', seed: 5, runs: 3 })
  await tenant.clock({ freeze: true })
})
afterAll(() => simulator.stop())

async function vm(name: string) {
  const found = (await tenant.vms()).find((each) => each.name === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

async function begin(name: string) {
  const { id, plan } = await vm(name)
  await tenant.changeVm({ id, plan: plan ?? '' })
  return id
}

describe('the log of transitions', () => {
  it('contains a whole run, each transition once with its changes', async () => {
    const id = await begin('vm-offline-all')
    const began = await tenant.clock()
    await tenant.clock({ step: 24 * hour })
    const log = await tenant.log({ id })
    expect(log[0]).toMatchObject({ at: began, what: 'EnableEncryption requested' })
    expect(log[0]?.changed).toEqual(['provisioningState', 'operation', 'volumeType', 'extensionState'])
    expect(log.map(({ at }) => at)).toEqual(log.map(({ at }) => at).sort((one, other) => one - other))
    const stamped = log.find(({ what }) => what === 'stamped')
    expect(stamped?.changed).toEqual(expect.arrayContaining(['stamps', 'message', 'statusCode', 'extensionState']))
    expect(Object.values(stamped?.state.stamps ?? {})).toEqual(Array(3).fill('EncryptionState/encrypted'))
    expect(log.find(({ what }) => what === 'stripped down')?.changed).toContain('agentReady')
    expect(log.at(-1)?.state).toMatchObject({
      message: 'Encryption succeeded for all volumes',
      substatus: '{"os": "Encrypted", "data": "Encrypted"}',
    })
    expect(await tenant.log({ id, since: log.at(-1)?.at ?? 0 })).toEqual([])
  })

  it('contains power changes and actions of other people', async () => {
    const id = await begin('vm-decryption')
    await tenant.clock({ step: hour / 6 })
    await tenant.changeVm({ id, action: 'deallocate' })
    await tenant.clock({ step: hour })
    await tenant.changeVm({ id, action: 'start' })
    await tenant.clock({ step: hour })
    const powers = (await tenant.log({ id })).filter(({ changed }) => changed.includes('power'))
    expect(powers.map(({ state }) => state.power)).toEqual(['deallocated', 'starting', 'running'])
  })

  it('outlives the VM and distinguishes it from its successor', async () => {
    const id = await begin('vm-failure')
    await tenant.clock({ step: 24 * hour })
    const before = await vm('vm-failure')
    const after = await tenant.recreateVm(id)
    expect(after.id).toBe(before.id)
    expect(after.vmId).not.toBe(before.vmId)
    await tenant.changeVm({ id, action: 'restart' })
    await tenant.clock({ step: hour })
    expect(new Set((await tenant.log({ id })).map(({ vmId }) => vmId))).toEqual(new Set([before.vmId, after.vmId]))
    const [own] = await tenant.progress(id)
    expect(own).toMatchObject({ vmId: after.vmId, plan: 'power' })
  })
})

describe('progress', () => {
  it('predicts the end of a run and shows the progress of the copy', async () => {
    const id = await begin('vm-run-0001')
    const [begun] = await tenant.progress(id)
    expect(begun?.osCopied).toBeNull()
    const ends = begun?.endsAt ?? 0
    await tenant.clock({ step: (ends - (await tenant.clock())) / 2 })
    const [half] = await tenant.progress(id)
    expect(half?.endsAt).toBeCloseTo(ends, -3)
    expect(half?.osCopied).toBeGreaterThan(0.2)
    expect(half?.osCopied).toBeLessThan(0.8)
    await tenant.clock({ step: ends - (await tenant.clock()) + 1 })
    const [over] = await tenant.progress(id)
    expect(over?.step).toBe('marker cleared')
    expect(over?.osCopied).toBeCloseTo(1, 9)
  })

  it('has no end for a stalled run, and accepts a custom pace', async () => {
    const id = await begin('vm-stall')
    expect((await tenant.progress(id))[0]?.endsAt).toBeNull()
    const { id: other } = await vm('vm-busy-root')
    await tenant.changeVm({ id: other, pace: { draw: true, seed: 9, osMiBPerSecond: 100 }, plan: 'linux-offline-os' })
    const [quick] = await tenant.progress(other)
    expect((quick?.endsAt ?? 0) - (quick?.startedAt ?? 0)).toBeLessThan(3 * hour)
    await expect(tenant.changeVm({ id: other, pace: { fullness: 3 } })).rejects.toThrow('400')
  })
})
