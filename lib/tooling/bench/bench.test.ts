import { describe, expect, it } from 'vitest'
import { floorOf } from './floor'
import { parseCommand } from './options'

const subscription = (withAde: number) => ({ id: crypto.randomUUID(), vms: 1000, withAde })
const even = Array.from({ length: 10 }, () => subscription(50))
const census = {
  vms: 10_000,
  withAde: 500,
  unread: 0,
  unreadWithAde: 0,
  extensions: 500,
  stampedDisks: 1250,
  subscriptions: even,
}

describe('floorOf', () => {
  it('is pages and readings, at 32 connections, where no limit is met', () => {
    const { requests, seconds } = floorOf(census, { latencyMs: 60, scale: 1 })
    expect(requests).toBe(513)
    expect(seconds).toBeCloseTo((513 * 0.06) / 32 + 0.12)
  })

  it('is the wait for the quota of Resource Graph for a large fleet', () => {
    const large = { ...census, vms: 100_000, withAde: 5000, extensions: 5000, stampedDisks: 12_500 }
    expect(floorOf(large, { latencyMs: 60, scale: 1 })).toEqual({ requests: 5118, seconds: 103 / 3 + 0.12 })
    expect(floorOf(census, { latencyMs: 60, scale: 0.1 }).seconds).toBeCloseTo(12 * 5 + 0.12)
  })

  it('is the wait for the fullest subscription', () => {
    const skewed = { ...census, subscriptions: [subscription(1500)] }
    expect(floorOf(skewed, { latencyMs: 0, scale: 1 }).seconds).toBe(50)
  })
})

describe('parseCommand', () => {
  it('takes percent and shares, and options alone for one fleet', () => {
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
