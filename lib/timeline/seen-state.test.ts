import { describe, expect, it } from 'vitest'
import type { VmState } from '@/lib/encryption/types'
import { seenAfter, seenNow, type SeenState } from './seen-state'

type Given = readonly [state: VmState, firstSeen: number, lastSeen: number, heldUntil: number]

const seen = (...stretches: Given[]): SeenState | null =>
  stretches.reduce<SeenState | null>(
    (known, [state, firstSeen, lastSeen, heldUntil]) => seenAfter(known, { state, firstSeen, lastSeen, heldUntil }),
    null,
  )

describe('since when a state is seen', () => {
  it('makes no claim about the time before the first observation', () => {
    expect(seen(['encrypting', 10, 20, 30])).toMatchObject({ firstSeen: 10, before: null, beganBetween: false })
  })

  it('began between two close observations, and otherwise some time before the first', () => {
    expect(seen(['not-encrypted', 0, 5, 10], ['encrypting', 10, 20, 30])).toMatchObject({
      firstSeen: 10,
      before: { state: 'not-encrypted', seenAt: 5 },
      beganBetween: true,
    })
    expect(seen(['not-encrypted', 0, 5, 5], ['encrypting', 10, 20, 30])).toMatchObject({
      firstSeen: 10,
      before: { state: 'not-encrypted', seenAt: 5 },
      beganBetween: false,
    })
  })

  it('continues over a gap, and reports where the unbroken observations began', () => {
    expect(seen(['encrypting', 0, 5, 5], ['encrypting', 50, 60, 70], ['encrypting', 70, 80, 90])).toEqual({
      state: 'encrypting',
      firstSeen: 0,
      unbrokenSince: 50,
      lastSeen: 80,
      heldUntil: 90,
      before: null,
      beganBetween: false,
    })
  })

  it('restarts when another state was observed in between', () => {
    expect(seen(['failed', 0, 5, 10], ['encrypting', 10, 20, 30], ['failed', 30, 40, 50])).toMatchObject({
      firstSeen: 30,
      before: { state: 'encrypting', seenAt: 20 },
    })
  })

  it('reports no other state after the start when two readers contradict each other', () => {
    expect(seen(['failed', 0, 25, 30], ['encrypting', 20, 22, 30])?.before).toEqual({ state: 'failed', seenAt: 20 })
  })
})

describe('an observation made now', () => {
  const known = seen(['failed', 0, 5, 10], ['encrypting', 10, 20, 30])

  it('continues the same state, and restarts for another one', () => {
    expect(seenNow(known, 'encrypting', 25)).toMatchObject({ firstSeen: 10, unbrokenSince: 10, lastSeen: 25 })
    expect(seenNow(known, 'encrypting', 99)).toMatchObject({ firstSeen: 10, unbrokenSince: 99, lastSeen: 99 })
    expect(seenNow(known, 'encrypted', 25)).toMatchObject({ firstSeen: 25, beganBetween: true })
    expect(seenNow(null, 'encrypted', 25)).toMatchObject({ firstSeen: 25, before: null })
  })

  it('is unknown when another state has been observed since', () => {
    expect(seenNow(known, 'encrypting', 15)).toBe(known)
    expect(seenNow(known, 'failed', 15)).toBeNull()
  })
})
