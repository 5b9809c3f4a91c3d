import { describe, expect, it } from 'vitest'
import type { ObservedFacts } from '../observation'
import { noticesOf, type Step } from '../testing/notices-of'
import { seen } from '../testing/observations'
import { isWanted } from './notices'
import { isInView } from './view'

describe('noticeOf', () => {
  it('sends each step of a run that concerns the user once', () => {
    const run: Step[] = [
      ['10:00', 'not-encrypted'],
      ['10:10', 'encrypting'],
      ['12:00', 'restart-pending'],
      ['12:10', 'restart-pending'],
      ['12:20', 'unknown'],
      ['12:30', 'restart-pending'],
      ['12:40', 'encrypting'],
      ['12:50', 'encrypted'],
      ['13:00', 'encrypted'],
    ]
    expect(noticesOf(run)).toEqual(['12:00 needs-person 1', '12:50 finished 2'])
    // Every observation twice, as from two servers.
    expect(noticesOf(run.flatMap((step) => [step, step]))).toEqual(['12:00 needs-person 1', '12:50 finished 2'])
  })

  it('sends nothing for the first observation unless asked to', () => {
    for (const state of ['failed', 'conflict', 'restart-pending', 'encrypted'] as const)
      expect(noticesOf([['10:00', state]])).toEqual([])
    expect(noticesOf([['10:00', 'failed']], { notifyCurrent: true })).toEqual(['10:00 failed 1'])
    expect(noticesOf([['10:00', 'encrypted']], { notifyCurrent: true })).toEqual([])
  })

  it('reports failures and contradictions, and a second one after work resumed', () => {
    expect(
      noticesOf([
        ['10:00', 'encrypting'],
        ['10:10', 'failed'],
        ['10:20', 'failed'],
        ['10:30', 'encrypting'],
        ['11:00', 'failed'],
        ['11:10', 'conflict'],
      ]),
    ).toEqual(['10:10 failed 1', '11:00 failed 2', '11:10 needs-person 3'])
  })

  it('counts two overlapping readers as one episode', () => {
    expect(
      noticesOf([
        ['10:00', 'encrypting'],
        ['10:10', 'restart-pending'],
        ['10:10:20', 'encrypting'],
        ['10:10:40', 'restart-pending'],
      ]),
    ).toEqual(['10:10 needs-person 1'])
  })

  it('ignores observations that arrive late', () => {
    expect(
      noticesOf([
        ['10:00', 'encrypting'],
        ['11:00', 'encrypted'],
        ['10:50', 'restart-pending'],
        ['11:10', 'encrypted'],
      ]),
    ).toEqual(['11:00 finished 1'])
  })

  it('never reports finished without a live report', () => {
    const reported = { os: 'Encrypted', data: null } as const
    expect(
      noticesOf([
        ['10:00', 'encrypting'],
        ['10:10', 'encrypted-unverified'],
        ['10:20', 'partly-encrypted', { power: 'deallocated' }],
      ]),
    ).toEqual([])
    expect(
      noticesOf([
        ['10:00', 'encrypting'],
        ['10:10', 'encrypted-unverified'],
        ['10:20', 'encrypted'],
      ]),
    ).toEqual(['10:20 finished 1'])
    expect(
      noticesOf([
        ['10:00', 'encrypting'],
        ['10:10', 'partly-encrypted'],
        ['10:20', 'partly-encrypted', { reported }],
      ]),
    ).toEqual(['10:20 finished 1'])
    expect(
      noticesOf([
        ['10:00', 'encrypted-unverified'],
        ['10:10', 'encrypted'],
      ]),
    ).toEqual([])
  })

  it('reports the end of a run over data disks that leaves the OS disk as it was', () => {
    const data = { operation: 'EnableEncryption', volumeType: 'Data' } as const
    const all = { operation: 'EnableEncryption', volumeType: 'All' } as const
    const reported = { os: 'NotEncrypted', data: 'Encrypted' } as const
    const run = (more: Partial<ObservedFacts>) =>
      noticesOf([
        ['10:00', 'not-encrypted'],
        ['10:10', 'encrypting', { request: data }],
        ['11:00', 'partly-encrypted', { power: 'running', reported, ...more }],
        ['11:10', 'partly-encrypted', { power: 'running', reported, ...more }],
      ])
    expect(run({ request: data })).toEqual(['11:00 finished 1'])
    // A request for all volumes continues with the OS disk.
    expect(run({ request: all })).toEqual([])
    expect(run({ request: data, power: 'deallocated' })).toEqual([])
    expect(
      noticesOf([
        ['10:00', 'encrypted'],
        ['10:10', 'decrypting'],
        [
          '11:00',
          'partly-encrypted',
          { power: 'running', request: data, reported: { os: 'Encrypted', data: 'NotEncrypted' } },
        ],
      ]),
    ).toEqual(['11:00 finished 1'])
    expect(
      noticesOf([
        ['10:00', 'decrypting'],
        ['11:00', 'protected-otherwise'],
      ]),
    ).toEqual(['11:00 finished 1'])
  })

  it('reports the end of a decryption, and of a run that was not observed', () => {
    expect(
      noticesOf([
        ['10:00', 'encrypted'],
        ['10:10', 'decrypting'],
        ['11:00', 'not-encrypted'],
      ]),
    ).toEqual(['11:00 finished 1'])
    expect(
      noticesOf([
        ['10:00', 'not-encrypted'],
        ['18:00', 'encrypted'],
      ]),
    ).toEqual(['18:00 finished 1'])
  })

  it('reports a run as possibly stuck once', () => {
    const steps: Step[] = [
      ['10:00', 'encrypting'],
      ['10:30', 'encrypting'],
      ['10:40', 'encrypting'],
      ['11:00', 'encrypted'],
    ]
    expect(noticesOf(steps, { stuckAt: '10:30' })).toEqual(['10:30 stuck 1', '11:00 finished 2'])
  })

  it('starts over for a VM that was created again, and keeps its memory for an observation without `vmId`', () => {
    expect(
      noticesOf([
        ['10:00', 'encrypting'],
        ['10:10', 'failed', {}, 'machine-2'],
        ['10:20', 'not-encrypted', {}, null],
        ['10:30', 'failed', {}, 'machine-2'],
      ]),
    ).toEqual(['10:30 failed 1'])
  })

  it('sends failures to users who watch for what needs a person', () => {
    expect(isWanted('failed', ['needs-person'])).toBe(true)
    expect(isWanted('failed', ['finished'])).toBe(false)
    expect(isWanted('finished', ['finished'])).toBe(true)
  })
})

describe('isInView', () => {
  const all = { subscriptions: [], groups: [], os: [], states: [] }
  const observation = seen('10:00', null, { facts: { state: 'restart-pending' } })
  it('filters by what an observation contains', () => {
    expect(isInView(all, observation, null)).toBe(true)
    expect(isInView({ ...all, subscriptions: ['s'], groups: ['g'], os: ['Linux'] }, observation, null)).toBe(true)
    expect(isInView({ ...all, subscriptions: ['other'] }, observation, null)).toBe(false)
    expect(isInView({ ...all, groups: ['other'] }, observation, null)).toBe(false)
    expect(isInView({ ...all, os: ['Windows'] }, observation, null)).toBe(false)
    expect(isInView({ ...all, states: ['encrypting'] }, observation, 'encrypting')).toBe(true)
    expect(isInView({ ...all, states: ['encrypting'] }, observation, 'failed')).toBe(false)
  })
})
