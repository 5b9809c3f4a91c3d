import { describe, expect, it } from 'vitest'
import { fleetRow } from '@/lib/views/testing/fleet-rows'
import { moving, observation, at, startOfTime } from '@/lib/store/testing/observations'
import { withWork } from './row-work'

const row = fleetRow('vm1', {
  state: 'encrypting',
  os: 'encrypting',
  history: {
    firstSeen: at(0),
    unbrokenSince: at(0),
    seenAt: at(600),
    before: null,
    beganBetween: false,
    work: null,
  },
})
const copying = {
  ...moving(0),
  message: {
    text: 'OS disk encryption started',
    kind: 'linux-os-encryption-started',
    phase: 'os-encrypting',
    percent: null,
    index: null,
    count: null,
    attempt: null,
  },
} as const
const now = (seconds: number) => startOfTime + seconds * 1000

describe('the work progress in a row', () => {
  it('comes from the observations, with a range of time left from three steps on', () => {
    const recent = [0, 200, 400].map((second, index) => observation(second, moving(10 + 10 * index)))
    const { history } = withWork(row, { observations: recent, cut: false }, observation(600, moving(40)), {
      past: [],
      now: now(600),
    })
    expect(history?.work).toMatchObject({ work: 'data-volumes', done: { basis: 'percent', done: 0.4 } })
    expect(history?.work?.timeLeft).toMatchObject({ basis: 'percent' })
  })

  it('shows for a copy only since when it is observed, and no start where older observations were left out', () => {
    const observations = [observation(0, copying)]
    const whole = withWork(row, { observations, cut: false }, observation(600, copying), { past: [], now: now(600) })
    expect(whole.history?.work).toMatchObject({ work: 'os-copy', start: { kind: 'first-seen', at: at(0) } })
    expect(whole.history?.work?.done).toEqual({ basis: 'none' })
    const cut = withWork(row, { observations, cut: true }, observation(600, copying), { past: [], now: now(600) })
    expect(cut.history?.work?.start).toBeNull()
  })

  it('is possibly stuck where the attempts to unmount increase, and the row shows it', () => {
    const attempt = (number: number) => ({
      ...copying,
      message: { ...copying.message, kind: null, attempt: number },
    })
    const observations = [observation(0, attempt(1)), observation(30, attempt(2))]
    const stuck = withWork(row, { observations, cut: false }, observation(60, attempt(3)), { past: [], now: now(60) })
    expect(stuck.flags).toContain('possibly-stuck')
    expect(stuck.problem).toMatchObject({ kind: 'encryption-overdue', severity: 'action' })
  })

  it('is longer than documented after 16 hours, which is no reason to call it stuck', () => {
    const late = 17 * 3600
    const observations = Array.from({ length: 5 }, (_, index) => observation(index * 4 * 3600, copying))
    const { flags } = withWork(row, { observations, cut: false }, observation(late, copying), {
      past: [],
      now: now(late),
    })
    expect(flags).toEqual(['longer-than-documented'])
  })

  it('is left out without a history, and where no work is running', () => {
    const observations = [observation(0, copying)]
    const without = { ...row, history: null }
    expect(withWork(without, { observations, cut: false }, undefined, { past: [], now: now(60) })).toBe(without)
    const done = { ...row, state: 'encrypted' as const }
    expect(withWork(done, { observations, cut: false }, undefined, { past: [], now: now(60) })).toBe(done)
  })
})
