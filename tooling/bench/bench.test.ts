import { describe, expect, it } from 'vitest'
import { barsOf, type Measurements } from './bars'
import { floorOf, processorFloor } from './floor'
import { parseCommand } from './options'
import { growthOf, parseSoak } from './soak'
import { interactionsOf } from './table/trace'

const subscription = (withAde: number) => ({ id: crypto.randomUUID(), vms: 1000, withAde })
const even = Array.from({ length: 10 }, () => subscription(50))
const census = {
  vms: 10_000,
  withAde: 500,
  unread: 0,
  unreadWithAde: 0,
  extensions: 500,
  stampedVms: 500,
  subscriptions: even,
}

describe('floorOf', () => {
  it('is pages and readings at 32 connections if no limit is reached', () => {
    const { requests, seconds } = floorOf(census, { latencyMs: 60, scale: 1 })
    expect(requests).toBe(512)
    expect(seconds).toBeCloseTo((512 * 0.06) / 32 + 0.12)
  })

  it('is the wait for the quota of Resource Graph for a large fleet', () => {
    const large = { ...census, vms: 100_000, withAde: 5000, extensions: 5000, stampedVms: 5000 }
    expect(floorOf(large, { latencyMs: 60, scale: 1 })).toEqual({ requests: 5110, seconds: 95 / 3 + 0.12 })
    expect(floorOf(census, { latencyMs: 60, scale: 0.1 }).seconds).toBeCloseTo(11 * 5 + 0.12)
  })

  it('is the wait for the fullest subscription', () => {
    const skewed = { ...census, subscriptions: [subscription(1500)] }
    expect(floorOf(skewed, { latencyMs: 0, scale: 1 }).seconds).toBe(50)
  })
})

describe('processorFloor', () => {
  it('shares the least CPU time of the requests, and that of the other processes, over the processors', () => {
    const naive = { requests: 10_000, cpuSeconds: 8 }
    expect(processorFloor(500, naive, 1.6, 2)).toBeCloseTo((0.4 + 1.6) / 2)
    expect(processorFloor(500, naive, 1.6, 1)).toBeCloseTo(2)
  })
})

describe('growthOf', () => {
  it('ignores the warm-up and single peaks', () => {
    const warmUp = Array.from({ length: 40 }, (_, index) => 200 + index)
    const flat = Array.from({ length: 60 }, (_, index) => (index % 10 === 0 ? 900 : 300))
    expect(growthOf([...warmUp, ...flat])).toBe(0)
    const rising = Array.from({ length: 60 }, (_, index) => 300 + index * 2)
    expect(growthOf([...warmUp, ...rising])).toBeGreaterThan(0.15)
    expect(growthOf([])).toBe(0)
  })
})

describe('barsOf', () => {
  const world = { vms: 10_000, subscriptions: 10, ade: 0.05, latencyMs: 60, scale: 1 }
  const one = { requests: 500, seconds: 2, firstRowMs: 300, http429: 0, lost: 0, rssMb: 300, cpuSeconds: 2 }
  const product = { ...one, firstRowAfterPageMs: 200, complete: true, othersCpuSeconds: 1 }
  const fleet = {
    world,
    product,
    naive: { ...one, seconds: 30 },
    floor: { requests: 496, seconds: 1.05 },
    processorSeconds: null,
    azureCli: null,
  }
  const sums = { requests: 500, seconds: 2, http429: 0, rows: 10_000, complete: true }
  const measured = {
    usual: fleet,
    large: fleet,
    throttled: { ...fleet, floor: { requests: 496, seconds: 1.8 } },
    refresh: { world, changed: 20, first: sums, refresh: { ...sums, requests: 17 } },
    diagnosis: { vms: 10_000, problems: 1, diagnosisMs: 400, fromTextMs: 2000 },
  }
  const missed = (changes: Partial<Measurements>) =>
    barsOf({ ...measured, ...changes })
      .filter(({ kept }) => !kept)
      .map(({ what }) => what)

  it('returns which limits a run has kept', () => {
    expect(missed({})).toEqual(['Time for 100,000 VMs'])
    const slow = { ...fleet, product: { ...product, seconds: 4, requests: 520, firstRowAfterPageMs: null } }
    expect(missed({ usual: slow, large: { ...fleet, floor: { requests: 1, seconds: 2 } } })).toEqual([
      'Requests for 10,000 VMs',
      'Time for 10,000 VMs',
      'The same against the naive loop',
      'First rows after the first page of the inventory',
    ])
    expect(missed({ usual: { ...slow, processorSeconds: 2 } })).not.toContain('Time for 10,000 VMs')
    expect(missed({ usual: { ...slow, processorSeconds: 1.9 } })).toContain('Time for 10,000 VMs')
    const refused = { ...measured.throttled, product: { ...product, http429: 5, lost: 1 } }
    expect(missed({ throttled: refused })).toContain('Throttled world, answers of 429')
    expect(missed({ throttled: refused })).toContain('Throttled world, nothing left out')
  })
})

describe('parseCommand', () => {
  it('accepts percentages and shares, and options without a command for one fleet', () => {
    const usual = parseCommand(['fleet', '--vms', '100', '--ade', '5', '--latency', '0', '--json'])
    expect(usual).toMatchObject({ name: 'fleet', json: true, world: { vms: 100, subscriptions: 10, ade: 0.05 } })
    expect(parseCommand(['--ade', '0.05'])).toMatchObject({ name: 'fleet', world: { ade: 0.05 } })
    expect(parseCommand(['--ade', '100'])).toMatchObject({ world: { ade: 1 } })
    expect(parseCommand([]).name).toBe('all')
  })

  it.each([['fleat'], ['--vms', 'many'], ['--vms', '-1'], ['--what']])('refuses %s', (...args) => {
    expect(() => parseCommand(args)).toThrow()
  })
})

describe('parseSoak', () => {
  it('defaults to half an hour and fifty users', () => {
    expect(parseSoak([])).toEqual({ minutes: 30, users: 50, servers: 2, vms: 2000 })
    expect(parseSoak(['--minutes', '2', '--servers', '1'])).toMatchObject({ minutes: 2, servers: 1 })
    expect(() => parseSoak(['--minutes', 'long'])).toThrow('--minutes long')
    expect(() => parseSoak(['--hours', '1'])).toThrow()
  })
})

describe('interactionsOf', () => {
  const thread = { pid: 7, tid: 7 }
  const mark = (name: string, ts: number) => ({ ...thread, name, cat: 'blink.user_timing', ph: 'R', ts, args: {} })
  const task = (ts: number, dur: number, tdur: number) => ({
    ...thread,
    name: 'ThreadControllerImpl::RunTask',
    cat: 'toplevel',
    ph: 'X',
    ts,
    dur,
    tdur,
    args: {},
  })
  const event = (interactionId: number, ts: number, duration: number) => ({
    ...thread,
    name: 'EventTiming',
    cat: 'devtools.timeline',
    ph: 'b',
    ts,
    args: { data: { interactionId, duration } },
  })

  it('counts the longest event of each, and the processor time of the main thread in it', () => {
    const events = [
      event(1, 500, 3),
      mark('sort', 1000),
      event(2, 2000, 80),
      event(2, 3000, 20),
      // Half of it is in the interaction; the second is inside the first, the third on another thread.
      task(0, 4000, 3000),
      task(1000, 1000, 1000),
      { ...task(10_000, 5000, 5000), tid: 8 },
      task(50_000, 20_000, 9000),
      mark('result', 85_000),
      mark('tick', 90_000),
      event(0, 95_000, 300),
      event(3, 100_000, 16),
      task(117_000, 4000, 4000),
      mark('result', 119_000),
    ]
    expect(interactionsOf(events)).toEqual([
      { mark: 'sort', ms: 80, cpuMs: 1.5 + 9, resultCpuMs: 1.5 + 9 },
      { mark: 'tick', ms: 16, cpuMs: 0, resultCpuMs: 2 },
    ])
    expect(interactionsOf([task(0, 1, 1)])).toEqual([])
  })

  it('leaves out those that waited while the browser decoded a response for its developer tools', () => {
    const finish = (ts: number, decodedBodyLength: number) => ({
      ...thread,
      name: 'ResourceFinish',
      cat: 'devtools.timeline',
      ph: 'I',
      ts,
      args: { data: { decodedBodyLength } },
    })
    const events = [
      mark('sort', 1000),
      task(1500, 90_000, 60_000),
      event(1, 2000, 120),
      finish(91_400, 12_000_000),
      mark('result', 150_000),
      mark('tick', 200_000),
      task(201_000, 20_000, 9000),
      event(2, 202_000, 40),
      finish(220_900, 400),
      mark('result', 260_000),
    ]
    expect(interactionsOf(events).map((each) => each.mark)).toEqual(['tick'])
  })
})
