import { describe, expect, it } from 'vitest'
import { BodyBudget } from './body-budget'

const [kib, mib] = [1024, 1_048_576]

describe('the budget for request bodies', () => {
  it('allows small bodies to callers without a token for this API', () => {
    const body = new BodyBudget().begin('a', false)
    expect([body.take(64 * kib), body.take(1)]).toEqual([true, false])
  })

  it('allows bodies up to the handlers’ limit to callers with a token for this API', () => {
    const body = new BodyBudget().begin('a', true)
    for (let part = 0; part < 61; part += 1) expect(body.take(100_000)).toBe(true)
    expect(body.take(1)).toBe(false)
  })

  it('limits what bodies hold, per address and in all, and small bodies always pass', () => {
    const budget = new BodyBudget()
    const fill = (address: string) => Array.from({ length: 40 }, () => budget.begin(address, true).take(mib))
    expect(fill('a').filter((taken) => taken)).toHaveLength(24)
    for (const address of ['b', 'c', 'd', 'e', 'f']) fill(address)
    expect(budget.held).toBe(96 * mib)
    const body = budget.begin('g', true)
    expect([body.take(64 * kib), body.take(1)]).toEqual([true, false])
  })

  it('frees what a body held, once', () => {
    const budget = new BodyBudget()
    const bodies = Array.from({ length: 24 }, () => budget.begin('a', true))
    for (const body of bodies) expect(body.take(mib)).toBe(true)
    expect(budget.begin('a', true).take(mib)).toBe(false)
    for (const body of bodies) {
      body.end()
      body.end()
      expect(body.take(1)).toBe(false)
    }
    expect(budget.held).toBe(0)
    expect(budget.begin('a', true).take(mib)).toBe(true)
  })
})
