import { describe, expect, it } from 'vitest'
import type { SimPace } from '../model/record'
import { drawPace, evenPace } from '../worlds/pace'
import { workProgressOf, doneAt, secondsOf, secondsUntil } from './pace'
import { at, nextStep, shown, testVm, until } from './test-vm'
import { startPlan } from './start-plan'

const order = { totalMiB: 30_720, miBPerSecond: 4, name: 'os copy', stalls: true } as const
const seed = Math.floor(Math.random() * 2 ** 31)

describe('the schedule of a copy', () => {
  it('is constant without a pace', () => {
    expect(workProgressOf({ ...order, pace: null })).toEqual([
      { kind: 'copy', seconds: 7680, miBPerSecond: 4, from: 0 },
    ])
  })

  it(`copies the whole disk in spite of pauses, at 60 to 140 % of its speed (seed ${seed})`, () => {
    for (let index = 0; index < 50; index += 1) {
      const pace = drawPace(seed + index)
      const progression = workProgressOf({ ...order, pace })
      const end = secondsOf(progression)
      expect(doneAt(progression, end)).toBeCloseTo(order.totalMiB, 3)
      expect(secondsUntil(progression, order.totalMiB)).toBeCloseTo(end, 3)
      const half = secondsUntil(progression, order.totalMiB / 2)
      expect(doneAt(progression, half)).toBeCloseTo(order.totalMiB / 2, 3)
      for (const { kind, miBPerSecond, seconds } of progression) {
        if (kind === 'pause') expect([miBPerSecond, seconds > 0 && seconds <= 1800]).toEqual([0.08, true])
        else expect(Math.abs(miBPerSecond / 4 - 1)).toBeLessThanOrEqual(0.4)
      }
      expect(progression.filter(({ kind }) => kind === 'pause').length).toBeLessThanOrEqual(pace.pauses)
      expect(workProgressOf({ ...order, pace })).toEqual(progression)
    }
  })

  it('stalls forever at a planted stall', () => {
    const progression = workProgressOf({ ...order, pace: { ...drawPace(seed), stallAt: 0.5 } })
    const from = expect.closeTo(order.totalMiB / 2, 6) as number
    expect(progression.at(-1)).toMatchObject({ kind: 'stall', seconds: Infinity, miBPerSecond: 0, from })
    expect(secondsUntil(progression, order.totalMiB * 0.6)).toBe(Infinity)
  })
})

function paced(plan: 'linux-offline-all' | 'linux-offline-data' | 'linux-online-all', pace: Partial<SimPace>) {
  const vm = testVm(plan === 'linux-online-all' ? 'rhel94' : 'ubuntu2204', { dataDisks: [64] })
  vm.pace = { ...evenPace, ...pace }
  startPlan(vm, plan, 0)
  return vm
}

describe('a run at a pace', () => {
  it('reads the whole OS disk and writes its used blocks', () => {
    const vm = paced('linux-offline-all', { hourlyVariation: 0.4, pauses: 3, fullness: 0.25, pauseTrickle: 0.02, seed })
    while (nextStep(vm));
    expect(shown(vm).message).toBe('Encryption succeeded for all volumes')
    const all = vm.record?.transitions ?? []
    const moved = all.map(({ at: began, traffic }, index) => {
      const seconds = ((all[index + 1]?.at ?? began) - began) / 1000
      const os = traffic?.find(({ disk }) => disk === 'os')
      return { read: (os?.read ?? 0) * seconds, write: (os?.write ?? 0) * seconds }
    })
    const sum = (key: 'read' | 'write') => moved.reduce((total, each) => total + each[key], 0)
    expect(sum('read')).toBeCloseTo(30 * 1024, 2)
    expect(sum('write')).toBeCloseTo(30 * 256, 2)
  })

  it.each(['linux-offline-all', 'linux-offline-data', 'linux-online-all'] as const)('can stall: %s', (plan) => {
    const vm = paced(plan, { stallAt: 0.5 })
    while (nextStep(vm));
    expect(vm.run?.steps[vm.run.step]?.seconds).toBe(Infinity)
    expect(shown(vm).words).toMatch(/EncryptionInProgress/)
  })

  it('shows the true percentage of an online conversion, slower in slow hours', () => {
    const vm = paced('linux-online-all', { hourlyVariation: 0.4, pauses: 1, seed, dataMiBPerSecond: 5 })
    until(vm, 'volumes in background')
    const speeds = new Set<string>()
    for (let began = at(vm); nextStep(vm) && at(vm) >= began; began = at(vm)) {
      const speed = /speed +([\d.]+) MiB/.exec(shown(vm).message)?.[1]
      if (speed !== undefined) speeds.add(speed)
    }
    expect(speeds.size).toBeGreaterThan(2)
    expect(shown(vm).message).toBe('Encryption succeeded for all volumes')
  })
})
