import { describe, expect, it } from 'vitest'
import { vmStates } from '@/lib/contract/codes'
import { dataDisks } from './data-disks'
import { runningProgress } from './progress-kind'
import { groupOfState } from './state-groups'
import { messageExcerpt } from './message-excerpt'
import type { FleetRow } from '@/lib/contract/fleet'
import { fleetRow } from './testing/fleet-rows'
import { duringOf, nextOf, sentenceOf, type VerdictSummary } from './verdict-summary'

const summary = (changes: Partial<VerdictSummary>): VerdictSummary => ({
  state: 'encrypted',
  os: 'encrypted',
  data: 'none',
  progress: { phase: null, percent: null },
  flags: [],
  reading: 'read',
  otherEncryption: [],
  operation: null,
  ...changes,
})

describe('the sentence and the next step', () => {
  it('has one for every state', () => {
    for (const state of vmStates) {
      expect(sentenceOf(summary({ state }))).toBeTruthy()
      expect(nextOf(summary({ state })).code).toBeTruthy()
    }
  })

  it('names the disk concerned', () => {
    expect(sentenceOf(summary({ state: 'failed', os: 'failed', data: 'failed' }))).toBe('failed-both')
    expect(sentenceOf(summary({ state: 'failed', os: 'encrypted', data: 'failed' }))).toBe('failed-data')
    expect(sentenceOf(summary({ state: 'partly-encrypted', os: 'not-encrypted', data: 'not-encrypted' }))).toBe(
      'partly-confidential',
    )
    expect(sentenceOf(summary({ state: 'partly-encrypted', data: 'partly-encrypted' }))).toBe('partly-some-data')
    expect(sentenceOf(summary({ state: 'partly-encrypted', os: 'not-encrypted', data: 'encrypted' }))).toBe(
      'partly-data',
    )
  })

  it('names the silent phase, and requires no action', () => {
    const silent = summary({
      state: 'encrypting',
      os: 'encrypting',
      progress: { phase: 'os-encrypting', percent: null },
    })
    expect(sentenceOf(silent)).toBe('encrypting-os-silent')
    expect(nextOf(silent)).toEqual({ code: 'wait-silent', actor: 'none' })
    expect(nextOf({ ...silent, flags: ['possibly-stuck'] })).toEqual({ code: 'check', actor: 'person' })
  })

  it('lets a due restart wait for work on the data volumes', () => {
    const due = summary({ state: 'restart-pending', os: 'restart-pending', data: 'encrypted' })
    expect(nextOf(due).code).toBe('restart')
    expect(nextOf({ ...due, data: 'encrypting' })).toEqual({ code: 'wait', actor: 'none' })
    expect(nextOf({ ...due, data: 'decrypting' }).code).toBe('wait-decrypting')
    expect(sentenceOf({ ...due, data: 'encrypting' })).toBe('encrypting-data')
    expect(sentenceOf({ ...due, data: 'decrypting' })).toBe('decrypting-data')
  })

  it('gives the reason when a state is unknown', () => {
    const unknown = summary({ state: 'unknown', os: 'unknown' })
    expect(sentenceOf({ ...unknown, reading: 'pending' })).toBe('unknown-pending')
    expect(sentenceOf({ ...unknown, reading: 'failed' })).toBe('unknown-failed')
    expect(sentenceOf({ ...unknown, reading: 'incomplete' })).toBe('unknown-incomplete')
    expect(sentenceOf({ ...unknown, flags: ['runtime-not-read'] })).toBe('unknown-no-runtime')
    expect(nextOf({ ...unknown, reading: 'failed' }).code).toBe('read-again')
  })

  it('distinguishes "read and not encrypted" from "the inventory shows nothing"', () => {
    expect(sentenceOf(summary({ state: 'not-encrypted', reading: 'inventory' }))).toBe('plain-inventory')
    expect(sentenceOf(summary({ state: 'not-encrypted' }))).toBe('plain-read')
  })
})

describe('what happens next while ARM is at work', () => {
  const settled = vmStates.filter((state) => groupOfState(state) === 'settled')

  it.each(settled)('never leaves out an operation that runs, or may run: %s', (state) => {
    expect(nextOf(summary({ state, operation: 'running' })).code).toBe('operation-running')
    expect(nextOf(summary({ state, flags: ['operation-running'] })).code).toBe('operation-running')
    expect(nextOf(summary({ state, operation: 'not-known' }))).toEqual({
      code: 'operation-not-known',
      actor: 'not-known',
    })
  })

  it('leaves open whether work runs where the report has a word that is not known', () => {
    expect(nextOf(summary({ state: 'not-encrypted', flags: ['unreadable-report'] })).code).toBe('operation-not-known')
  })

  it.each(['failed', 'conflict'] as const)('adds the operation to the action that is needed: %s', (state) => {
    expect(nextOf(summary({ state, operation: 'running' })).actor).toBe('person')
    expect(duringOf(summary({ state, operation: 'running' }))).toBe('running')
    expect(duringOf(summary({ state, operation: 'not-known' }))).toBe('not-known')
    expect(duringOf(summary({ state }))).toBeNull()
  })
})

describe('progress that may be drawn', () => {
  const progress = (
    percent: number | null,
    phase: 'data-encrypting' | 'decrypting' | 'os-encrypting' | null = null,
  ) => ({
    message: null,
    messageKind: null,
    phase,
    percent,
  })

  it('draws the percentage of the message only while something moves', () => {
    const os = progress(42, 'os-encrypting')
    expect(runningProgress(fleetRow('a', { state: 'encrypting', progress: os }))).toMatchObject({
      kind: 'known',
      percent: 42,
    })
    expect(runningProgress(fleetRow('a', { state: 'failed', progress: progress(42) }))).toEqual({ kind: 'none' })
    const data = fleetRow('a', { state: 'decrypting', progress: progress(0, 'decrypting') })
    expect(runningProgress(data)).toMatchObject({ kind: 'unmeasured', direction: 'decrypting' })
  })

  it('is silent only in the OS disk phase, and otherwise a dash', () => {
    expect(
      runningProgress(fleetRow('a', { state: 'encrypting', progress: progress(null, 'os-encrypting') })).kind,
    ).toBe('silent')
    expect(runningProgress(fleetRow('a', { state: 'encrypting', progress: progress(null) })).kind).toBe('none')
  })
})

describe('progress from the history', () => {
  const copying = { message: null, messageKind: null, phase: 'os-encrypting', percent: null } as const
  const history = (work: Partial<NonNullable<NonNullable<FleetRow['history']>['work']>>): FleetRow['history'] => ({
    firstSeen: '2026-11-24T02:00:00Z',
    unbrokenSince: '2026-11-24T02:00:00Z',
    seenAt: '2026-11-24T09:00:00Z',
    before: null,
    beganBetween: false,
    work: {
      work: 'os-copy',
      start: null,
      done: { basis: 'none' },
      timeLeft: { basis: 'none', work: 'os-copy', why: 'too-few-samples' },
      stuck: [],
      ...work,
    },
  })
  const shown = (work: Parameters<typeof history>[0], percent: number | null = null) =>
    runningProgress(fleetRow('a', { state: 'encrypting', progress: { ...copying, percent }, history: history(work) }))

  it("covers all volumes if the history has them, instead of one volume's percentage", () => {
    const done = { basis: 'percent', done: 0.427, percent: 42, weighting: 'size', index: 1, count: 3 } as const
    expect(shown({ work: 'data-volumes', done }, 90)).toMatchObject({ kind: 'known', percent: 42 })
  })

  it('is an estimate by the bytes read, with the range of time left', () => {
    const done = {
      basis: 'metrics',
      done: 0.55,
      percent: 55,
      bytesRead: 1,
      sizeBytes: 2,
      knownMinutes: 1,
      minutes: 1,
      until: '',
    } as const
    const range = { low: 1, likely: 2, high: 3 }
    const timeLeft = { basis: 'metrics', work: 'os-copy', range, samples: 9, span: 9 } as const
    expect(shown({ done, timeLeft })).toMatchObject({ kind: 'estimated', percent: 55, left: { low: 1, high: 3 } })
  })

  it('states how long the silence was observed, and no range from the documentation alone', () => {
    const start = { kind: 'first-seen', at: '2026-11-24T02:20:00Z' } as const
    const timeLeft = { basis: 'documented', work: 'os-copy', low: 1, high: 2 } as const
    expect(shown({ start, timeLeft })).toMatchObject({
      kind: 'silent',
      silentFor: 400 * 60_000,
      isAtLeast: true,
      left: null,
    })
  })
})

describe('the specific part of a message', () => {
  const cases: readonly [string, string][] = [
    ['OS disk encryption started', 'OS disk encryption started'],
    [
      'Failed to encrypt OS volume with error: Attempt #11 to unmount /oldroot failed with error: Could not unmount /oldroot in 10 attempts, stack trace: Traceback (most recent call last):\n  ...\n, machine state: unmount_oldroot',
      'Could not unmount /oldroot in 10 attempts',
    ],
    [
      'Failed to encrypt OS volume with error: did not reach completed state, stack trace: Traceback (most recent call last):\n  ...\n, machine state: stripdown',
      'machine state: stripdown',
    ],
    [
      'Failed to encrypt OS volume with error: Command umount /oldroot failed with return code 32\nstdout:\n\nstderr:\numount: /oldroot: target is busy.\n, stack trace: Traceback (most recent call last):\n  ...\n, machine state: unmount_oldroot',
      'umount: /oldroot: target is busy.',
    ],
    [
      '[2.2.0.37] Failed to configure bitlocker as expected. Exception: ProtectKeyWithExternalKey failed with 2150695022, InnerException: , stack trace:    at Microsoft',
      'ProtectKeyWithExternalKey failed with 2150695022',
    ],
    ['OS disk successfully encrypted, please reboot the VM', 'OS disk successfully encrypted, please reboot the VM'],
  ]
  it.each(cases)('%s', (message, excerpt) => {
    const part = messageExcerpt(message)
    expect(part.text).toBe(excerpt)
    expect(part.cut).toBe(!message.replace(/\s+/g, ' ').startsWith(excerpt))
  })

  it('leaves an unknown message unchanged', () => {
    const text = 'Something that was never seen before, written at some length: and with error:'
    expect(messageExcerpt(text)).toEqual({ text, cut: false })
    expect(messageExcerpt('')).toEqual({ text: '', cut: false })
  })
})

describe('data disks', () => {
  const row = (state: FleetRow['data']['state'], message: string | null = null) =>
    fleetRow('a', {
      data: { state, stamped: 3, total: 3 },
      progress: { message, messageKind: null, phase: null, percent: null },
    })

  it('does not call a stamped disk done while it is being encrypted or after a failure', () => {
    expect(dataDisks(row('encrypting'))).toEqual({ done: 0, inWork: 3, total: 3 })
    expect(dataDisks(row('encrypting', 'Encrypting data volume 2/3: 42%'))).toEqual({ done: 1, inWork: 1, total: 3 })
    expect(dataDisks(row('encrypting', 'Encrypting data volume 2/5: 42%'))).toEqual({ done: 0, inWork: 3, total: 3 })
    expect(dataDisks(row('failed'))).toEqual({ done: 0, inWork: 0, total: 3 })
  })

  it('has no numbers for unknown values', () => {
    expect(dataDisks(row('unknown'))).toBeNull()
    expect(dataDisks(row('encrypted-unverified'))).toEqual({ done: 3, inWork: 0, total: 3 })
  })
})
