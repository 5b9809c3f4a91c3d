import { describe, expect, it } from 'vitest'
import { scenarioNames, type WorldSpec } from '../model/world'
import { createClock } from './clock'
import { createWorld } from './create'

const start = Date.UTC(2026, 10, 24, 9)
const specOf = (scenario: WorldSpec['scenario'], seed = 1): WorldSpec => ({
  tenantId: 'f1',
  scenario,
  seed,
  vms: 300,
  subscriptions: 3,
})

describe('a world', () => {
  it.each(scenarioNames)('%s is deterministic in its spec and its start time', (scenario) => {
    const [one, other] = [createWorld(specOf(scenario), () => start), createWorld(specOf(scenario), () => start)]
    expect([...one.vms.entries()]).toEqual([...other.vms.entries()])
    expect(one.people).toEqual(other.people)
    expect(one.subscriptions).toEqual(other.subscriptions)
    expect(one.servicePrincipals).toEqual(other.servicePrincipals)
  })

  it('differs with the seed', () => {
    const [one, other] = [createWorld(specOf('mixed', 1), () => start), createWorld(specOf('mixed', 2), () => start)]
    expect(one.subscriptions[0]?.id).not.toBe(other.subscriptions[0]?.id)
  })

  it.each(scenarioNames)('%s keys its VMs by their ids in lower case, each in one of its subscriptions', (scenario) => {
    const world = createWorld(specOf(scenario), () => start)
    const known = new Set(world.subscriptions.map(({ id }) => id))
    for (const [key, vm] of world.vms) {
      expect(key).toBe(vm.id.toLowerCase())
      expect(known.has(vm.subscriptionId)).toBe(true)
      expect(vm.disks.filter(({ role }) => role === 'os')).toHaveLength(1)
    }
  })
})

describe('the mixed tenant', () => {
  const world = createWorld(specOf('mixed'), () => start)
  const vms = [...world.vms.values()]

  it('has its people, who keep the last group of their object ids in every tenant', () => {
    expect(world.people.map(({ displayName }) => displayName)).toEqual([
      'Aiko Tanaka',
      'Ben Ortiz',
      'Chiara Rossi',
      'Dmitri Volkov',
      'Emi Sato',
      'Farah Haddad',
      'Goran Novak',
      'Hana Kim',
      'Ivan Petrov',
    ])
    expect(world.people[0]?.userPrincipalName).toBe('aiko.tanaka@contoso.example')
    const elsewhere = createWorld({ ...specOf('empty'), tenantId: 'f2' }, () => start)
    expect(elsewhere.people.map(({ objectId }) => objectId.slice(-12))).toEqual(
      world.people.map(({ objectId }) => objectId.slice(-12)),
    )
    expect(elsewhere.people[0]?.objectId).not.toBe(world.people[0]?.objectId)
    expect(world.people.every(({ objectId }) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(objectId))).toBe(
      true,
    )
  })

  it('contains every power state, agent state, provisioning state and stamp', () => {
    expect(vms.length).toBeGreaterThan(120)
    expect(new Set(vms.map(({ power }) => power))).toEqual(new Set(['running', 'stopped', 'deallocated']))
    expect(new Set(vms.map(({ provisioningState }) => provisioningState))).toEqual(
      new Set(['Succeeded', 'Updating', 'Failed']),
    )
    const codes = new Set(vms.flatMap(({ disks }) => disks.map(({ stampCode }) => stampCode)))
    expect(codes).toEqual(new Set([null, 'EncryptionState/encrypted', 'EncryptionState/notEncrypted']))
    expect(vms.filter(({ power, agentReady }) => power === 'running' && !agentReady).length).toBeGreaterThan(0)
  })

  it('has active runs, and most VMs without ADE at rest', () => {
    const alive = vms.filter(
      ({ run, power }) => run !== null && run.steps[run.step + 1] !== undefined && power === 'running',
    )
    expect(alive.length).toBeGreaterThan(12)
    expect(
      vms.filter(
        ({ extensions, disks }) =>
          extensions.every(({ publisher }) => publisher !== 'Microsoft.Azure.Security') &&
          disks.every(({ stampCode }) => stampCode === null),
      ).length,
    ).toBeGreaterThanOrEqual(40)
  })
})

describe('the fleet', () => {
  it('has the requested number of VMs and subscriptions and share of ADE', () => {
    const world = createWorld(
      { tenantId: 'f3', scenario: 'fleet', seed: 5, vms: 4000, subscriptions: 7, ade: 0.2 },
      () => start,
    )
    const ade = [...world.vms.values()].filter(
      ({ extensions, disks }) => extensions.length > 0 || disks.some(({ stampCode }) => stampCode !== null),
    )
    expect(world.vms.size).toBe(4000)
    expect(world.subscriptions).toHaveLength(7)
    expect(ade.length / 4000).toBeCloseTo(0.2, 1)
  })

  it('is made quickly', () => {
    const before = process.cpuUsage()
    createWorld({ tenantId: 'f4', scenario: 'fleet', seed: 5, vms: 20_000, subscriptions: 50 })
    // Processor time, so that a busy machine does not fail the test.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
  })
})

describe('a clock', () => {
  it('runs, freezes, steps and speeds up without a jump', () => {
    let real = 1000
    const clock = createClock(() => real)
    real += 500
    expect(clock.now()).toBe(1500)
    clock.freeze()
    real += 500
    expect(clock.now()).toBe(1500)
    clock.step(10_000)
    expect(clock.now()).toBe(11_500)
    clock.speed(60)
    real += 1000
    expect(clock.now()).toBe(71_500)
    clock.speed(1)
    real += 1
    expect(clock.now()).toBe(71_501)
  })
})
