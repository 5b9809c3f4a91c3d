import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { judge } from '@/lib/encryption/judge'
import { both, stamped } from '@/lib/encryption/testing/judged'
import { samples } from '@/lib/messages/testing/samples'
import { checks, tables } from './checks'
import { diagnose, problemsIn } from './diagnose'
import { problemKinds } from './kinds'
import { anyBody } from './testing/any-body'
import { problemCases } from './testing/problem-cases'
import { readingOfCase } from './testing/reading-of-case'
import { factNames, problemSeverities, type Problem } from './types'

function diagnosed(body: unknown): readonly Problem[] {
  const facts = readVmFacts(body)
  return diagnose(facts, judge(facts))
}

const problems = (options: VmOptions): readonly Problem[] => diagnosed(vmBody(options))
const kinds = (options: VmOptions): readonly string[] => problems(options).map(({ kind }) => kind)
const lines = (options: VmOptions): readonly string[] =>
  problems(options).map(({ kind, severity, volume }) => `${severity} ${kind} ${volume}`)

describe('the checks', () => {
  it('exist once for each kind: no table replaces a rule of another', () => {
    expect(tables.flatMap((table) => Object.keys(table)).sort()).toEqual([...problemKinds].sort())
  })

  it('declare the facts that they use', () => {
    for (const { uses } of checks) {
      expect(uses.length).toBeGreaterThan(0)
      for (const name of uses) expect(factNames).toContain(name)
    }
    expect(factNames.filter((name) => !checks.some(({ uses }) => uses.includes(name)))).toEqual(['console-log'])
  })

  it.each(problemKinds)('%s', (kind) => {
    const { not, volume } = problemCases[kind]
    const check = checks.find((candidate) => candidate.kind === kind)
    expect(problemsIn(readingOfCase(problemCases[kind]))).toContainEqual({
      kind,
      severity: check?.severity,
      volume,
      evidence: check?.uses,
    })
    expect(kinds(not)).not.toContain(kind)
  })
})

describe('a diagnosis', () => {
  it('finds nothing on a VM that is encrypted or never was', () => {
    const report = both('Encrypted')
    const message = 'Encryption succeeded for all volumes'
    expect(problems({ osDisk: stamped, data: [stamped], extension: { status: { message }, report } })).toEqual([])
    expect(problems({ data: [{}] })).toEqual([])
    expect(problems({ instanceView: false })).toEqual([])
  })

  it('puts the most severe first, then the order of the list', () => {
    const failure = { code: 'ProvisioningState/failed/19', level: 'Error' }
    const cause = 'Could not unmount /oldroot in 10 attempts'
    const message = `Failed to encrypt OS volume with error: ${cause}, stack trace: x, machine state: unmount_oldroot`
    expect(
      lines({
        osDisk: stamped,
        model: { enabled: false },
        agent: 'Unavailable',
        extension: { name: 'ade', status: { ...failure, message }, report: both('NotEncrypted') },
      }),
    ).toEqual([
      'error os-failed-disk-untouched os',
      'error mount-busy os',
      'warning stamped-after-failed-run os',
      'warning agent-not-ready null',
      'info extension-renamed null',
      'info dual-pass-leftover os',
    ])
  })

  it('treats a silent agent and unmounted data disks as normal while the OS disk is encrypted', () => {
    const extension = {
      volumeType: 'OS',
      status: { message: 'OS disk encryption started' },
      report: { os: 'EncryptionInProgress', data: 'NotMounted' },
    }
    expect(lines({ osDisk: stamped, data: [{}], agent: 'Unavailable', extension })).toEqual([
      'info data-disks-not-mounted data',
      'info agent-not-ready null',
      'info os-encryption-silent-phase os',
    ])
  })

  it('warns of a VM that was switched off during a run, and never calls an error harmless where the run failed', () => {
    const report = both('EncryptionInProgress')
    expect(lines({ osDisk: stamped, power: 'deallocated', extension: { report } })).toContain(
      'warning vm-not-running null',
    )
    for (const options of Object.values(problemCases).map(({ shows }) => shows)) {
      const found = kinds(options)
      if (found.some((kind) => kind.startsWith('harmless-')))
        expect(judge(readVmFacts(vmBody(options))).state).not.toBe('failed')
    }
  })
})

describe('the volume of a problem', () => {
  const withFlags = (shows: VmOptions, ...codes: readonly ('possibly-stuck' | 'longer-than-documented')[]) => {
    const flags = codes.map((code) => ({ code, reason: 'model-enabled-false-left' }) as const)
    return problemsIn(readingOfCase({ shows, not: {}, volume: null, flags }))
  }

  it.each(['possibly-stuck', 'longer-than-documented'] as const)('is the one being processed: %s', (code) => {
    const overdue = (word: string) =>
      withFlags({ osDisk: stamped, data: [stamped], extension: { report: both(word) } }, code)
        .filter(({ kind }) => kind === 'encryption-overdue')
        .map(({ volume }) => volume)
    expect(overdue('EncryptionInProgress')).toEqual(['all'])
    expect(overdue('DecryptionInProgress')).toEqual(['all'])
    expect(overdue('Encrypted')).toEqual([null])
  })

  it('is null for a failure that left no volume in a failed state', () => {
    const extension = { operation: 'DisableEncryption', status: { level: 'Error', message: 'Nobody knows' } }
    expect(lines({ extension })).toContain('error failed-without-known-cause null')
    const query = {
      operation: 'QueryEncryptionStatus',
      status: { level: 'Error', message: samples['linux-operation-not-supported'] },
    }
    expect(kinds({ osDisk: stamped, extension: query })).toContain('query-sent-to-single-pass')
    expect(kinds({ osDisk: stamped, extension: query })).not.toContain('failed-without-known-cause')
  })

  it('has no step where the text names no known one', () => {
    const failedAt = (text: string) =>
      kinds({ osDisk: stamped, extension: { status: { level: 'Error', message: text } } })
    const message = 'Failed to encrypt OS volume with error: gone'
    expect(failedAt(message).filter((kind) => kind.startsWith('os-failed'))).toEqual([])
    expect(failedAt(`${message}, machine state: prereq`).some((kind) => kind.startsWith('os-failed'))).toBe(true)
  })

  it('is that of the data disks where only the text shows a decryption', () => {
    const status = { message: 'Decrypting 2 data volumes' }
    expect(lines({ osDisk: stamped, data: [stamped], extension: { status } })).toContain(
      'warning decryption-running data',
    )
  })

  it.each<[string, VmOptions, boolean]>([
    ['encryption at host beside ADE', { encryptionAtHost: true, extension: {} }, true],
    ['encryption at host alone', { encryptionAtHost: true }, false],
    ['ADE alone, without an OS disk', { osDisk: null, extension: {} }, false],
    ['a confidential OS disk', { osDisk: { securityEncryptionType: 'DiskWithVMGuestState' }, extension: {} }, false],
  ])('does not report two kinds of encryption: %s', (_, vm, found) => {
    expect(kinds(vm).includes('two-kinds-of-encryption')).toBe(found)
  })
})

describe('on any body', () => {
  it('never throws, returns only known codes, and reports each problem once', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const found = diagnosed(body)
        const ranks = found.map(({ severity }) => problemSeverities.indexOf(severity))
        expect(ranks).toEqual(ranks.toSorted((left, right) => left - right))
        expect(new Set(found.map(({ kind }) => kind)).size).toBe(found.length)
        for (const { kind, volume } of found) {
          expect(problemKinds).toContain(kind)
          expect(['os', 'data', 'all', null]).toContain(volume)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
