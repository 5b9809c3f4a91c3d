import { describe, expect, it } from 'vitest'
import { advance } from '../../lifecycle/advance'
import { createWorld } from '../create'
import { applyDue } from '../scheduled'
import { pastDays } from './past'

const start = Date.UTC(2026, 10, 24, 9)
const spec = { tenantId: 'f1', scenario: 'demo', seed: 1 } as const
const hour = 3_600_000

const stateAt = (world: ReturnType<typeof createWorld>) =>
  [...world.vms.values()].map((vm) => {
    const { name, power, extensions, disks, run } = advance(vm, world.clock.now())
    return {
      name,
      power,
      extensions,
      stamps: disks.map(({ stampCode }) => stampCode),
      plan: run?.plan,
      step: run?.step,
    }
  })

describe('the demo tenant', () => {
  it('is the same at the present, however its clock came there', () => {
    const present = createWorld(spec, () => start)
    const past = createWorld({ ...spec, daysBack: pastDays }, () => start)
    expect(past.clock.now()).toBe(start - pastDays * 24 * hour)
    expect(past.scheduled.length).toBeGreaterThan(30)
    expect(present.scheduled).toEqual([])
    while (past.clock.now() < start) {
      past.clock.step(12 * hour)
      applyDue(past)
      for (const vm of past.vms.values()) advance(vm, past.clock.now())
    }
    expect(stateAt(past)).toEqual(stateAt(present))
  })

  it('has no moment at which many VMs change at once', () => {
    const { scheduled } = createWorld({ ...spec, daysBack: pastDays }, () => start)
    const within = (at: number) => scheduled.filter((each) => Math.abs(each.at - at) < hour / 4).length
    expect(Math.max(...scheduled.map(({ at }) => within(at)))).toBeLessThanOrEqual(3)
  })

  it('has no odd VM: those are a tenant of their own', () => {
    const names = (scenario: 'demo' | 'odd') =>
      [...createWorld({ ...spec, scenario }, () => start).vms.values()].map(({ name }) => name)
    expect(names('demo').filter((name) => name.startsWith('vm-odd'))).toEqual([])
    expect(names('odd').every((name) => name.startsWith('vm-odd'))).toBe(true)
    expect(names('odd').length).toBeGreaterThan(10)
  })
})
