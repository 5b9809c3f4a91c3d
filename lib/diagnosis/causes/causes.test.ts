import { describe, expect, it } from 'vitest'
import { both, stamped } from '@/lib/encryption/testing/judged'
import type { InsideEvidence } from '../inside/types'
import { problemKinds, type ProblemKind } from '../kinds'
import type { PrerequisiteKind } from '../readiness/kinds'
import type { PrerequisiteOutcome } from '../readiness/types'
import { problemsIn } from '../diagnose'
import { steps } from '../steps'
import { stepKinds, type StepKind } from '../steps/kinds'
import { stepPhases } from '../steps/types'
import { failed, failedOnWindows, osFailed, says, type ProblemCase, prerequisite } from '../testing/case-parts'
import { problemCases } from '../testing/problem-cases'
import { readingOfCase } from '../testing/reading-of-case'
import { causes } from '.'
import { causeKinds, type CauseKind } from './kinds'
import { causesOf } from './rank'
import { remedies } from './remedies'
import type { Cause } from './types'

interface Around {
  readonly found?: Readonly<Partial<Record<PrerequisiteKind, PrerequisiteOutcome>>>
  readonly inside?: InsideEvidence
}

function causesIn(kind: ProblemKind, vm: ProblemCase, { found = {}, inside }: Around = {}): readonly Cause[] {
  const reading = readingOfCase(vm)
  const more = Object.entries(found).map(([name, outcome]) => {
    const prerequisiteKind = name as PrerequisiteKind
    return [prerequisiteKind, prerequisite(prerequisiteKind, outcome)] as const
  })
  const prerequisites = new Map([...reading.prerequisites, ...more])
  const seen = { ...reading, prerequisites }
  const problem = problemsIn(seen).find((candidate) => candidate.kind === kind)
  expect(problem, kind).toBeDefined()
  return causesOf({ reading: seen, problem: problem!, prerequisites, inside: inside ?? null })
}
const vmCase = (shows: ProblemCase['shows']): ProblemCase => ({ shows, not: {}, volume: null })
const supportOf = (found: readonly Cause[], kind: CauseKind): string | undefined =>
  found.find((cause) => cause.kind === kind)?.support

const logOf = (...kinds: readonly InsideEvidence['lines'][number]['kind'][]): InsideEvidence => ({
  source: 'pasted',
  lines: kinds.map((kind, index) => ({ kind, text: 'x', line: index + 1, at: null })),
  steps: [],
  cut: false,
})

const requests: readonly StepKind[] = [
  'enable-again',
  'enable-single-pass',
  'enable-with-right-vault',
  'enable-for-all-volumes',
  'enable-format-all',
]

describe('the tables', () => {
  const rules = Object.values(causes).flat()

  it('use every cause and every step, and list no cause twice for one problem', () => {
    expect(causeKinds.filter((kind) => !rules.some(({ cause }) => cause === kind))).toEqual([])
    // A step that replaces an unsafe one, and the check before a change after a paste, belong to no remedy.
    const instead: readonly StepKind[] = ['other-problem-first', 'check-nothing-runs', 'request-unsupported']
    const used = new Set([...rules.flatMap(({ steps: all, unproven = [] }) => [...all, ...unproven]), ...instead])
    expect(stepKinds.filter((kind) => !used.has(kind))).toEqual([])
    for (const kind of problemKinds) {
      const named = causes[kind].map(({ cause }) => cause)
      expect(named).toEqual([...new Set(named)])
    }
  })

  it('order each remedy as checks, then changes, then proof, and end with a proof', () => {
    for (const rule of rules) {
      // The system in memory has no SSH: what only the VM shows is read right after the restart that leaves it.
      const restarted = rule.steps.indexOf('restart-to-leave-memory-system')
      const isLate = (kind: StepKind, at: number): boolean =>
        restarted !== -1 &&
        at > restarted &&
        steps[kind].phase === 'check' &&
        steps[kind].right === 'guest-administrator'
      const late = rule.steps.flatMap((kind, at) => (isLate(kind, at) ? [at] : []))
      expect(late, rule.cause).toEqual(late.map((_, index) => restarted + 1 + index))
      // A changed vault is proved before the steps that rely on it.
      const phases = rule.steps
        .filter((kind, at) => !isLate(kind, at) && kind !== 'verify-vault')
        .map((kind) => stepPhases.indexOf(steps[kind].phase))
      expect(phases, rule.cause).toEqual(phases.toSorted((left, right) => left - right))
      expect(phases.at(-1), rule.cause).toBe(stepPhases.indexOf('verify'))
      expect(phases, rule.cause).toContain(stepPhases.indexOf('do'))
    }
  })

  it('prove a changed vault before the request that relies on it', () => {
    const both = rules.filter((rule) => rule.steps.includes('verify-vault') && rule.steps.includes('enable-again'))
    expect(both.length).toBeGreaterThan(3)
    for (const rule of both)
      expect(rule.steps.indexOf('verify-vault'), rule.cause).toBeLessThan(rule.steps.indexOf('enable-again'))
  })

  it('never request a new run without a snapshot before it', () => {
    for (const rule of rules) {
      const run = rule.steps.findIndex((kind) => requests.includes(kind))
      if (run !== -1) expect(rule.steps.slice(0, run), rule.cause).toContain('snapshot-disks')
    }
    expect(Object.keys(remedies).sort()).toEqual([...causeKinds].sort())
  })
})

describe('the evidence', () => {
  const rejected = vmCase(
    failed(
      19,
      'Failed to encrypt data volumes with error: Encryption settings post request was not accepted. Error: Unknown, stack trace: x',
    ),
  )

  it('ranks a vault that shuts the platform out first, and causes that are ruled out last', () => {
    const found = causesIn('host-rejected-key-settings', rejected, {
      found: {
        'vault-region': 'fail',
        'vault-firewall': 'pass',
        'vault-enabled': 'warn',
        'key-version': 'not-allowed',
      },
    })
    expect(found.slice(0, 2).map(({ kind, support }) => `${kind} ${support}`)).toEqual([
      'vault-in-other-region shown',
      'vault-not-enabled supported',
    ])
    expect(supportOf(found, 'key-disabled')).toBe('possible')
    expect(found.at(-1)).toMatchObject({
      kind: 'vault-firewall-shuts-out',
      support: 'ruled-out',
      prerequisites: ['vault-firewall'],
    })
  })

  it('rules out too little memory where the size has enough', () => {
    const busy = vmCase(osFailed('Could not unmount /oldroot in 10 attempts', 'unmount_oldroot'))
    expect(supportOf(causesIn('mount-busy', busy), 'memory-below-minimum')).toBe('possible')
    const enough = causesIn('mount-busy', busy, { found: { memory: 'pass' } })
    expect(supportOf(enough, 'memory-below-minimum')).toBe('ruled-out')
    const little = causesIn('mount-busy', busy, { found: { memory: 'fail' } })
    expect(supportOf(little, 'memory-below-minimum')).toBe('supported')
  })

  it('ranks the causes again by the lines of a console log', () => {
    const failure = vmCase(
      failed(
        19,
        'Failed to encrypt data volumes with error: Encryption failed for name:sdc1 type:part fstype:ext4 mountpoint:/data label:, stack trace: x',
      ),
    )
    const without = causesIn('data-encryption-failed', failure)
    const within = causesIn('data-encryption-failed', failure, { inside: logOf('linux-log-no-shrink-space') })
    expect([without[0]?.kind, within[0]?.kind]).toEqual(['data-volume-in-use', 'no-room-for-header'])
    expect(within[0]?.facts).toEqual(['console-log'])
  })

  it('uses the step at which the OS disk failed as evidence', () => {
    const at = (step: string): readonly string[] => {
      const kind = step === 'stripdown' || step === 'selinux' ? 'os-failed-disk-untouched' : 'os-failed-disk-touched'
      const [cause] = causesIn(kind, vmCase(osFailed('did not reach completed state', step)))
      const [snapshot, change = ''] = cause?.steps.filter((name) => steps[name].phase === 'do') ?? []
      expect(snapshot).toBe('snapshot-disks')
      return [cause?.kind ?? '', change]
    }
    expect(at('selinux')).toEqual(['selinux-enforcing', 'restart-to-leave-memory-system'])
    expect(at('stripdown')).toEqual(['memory-file-system-full', 'restart-to-leave-memory-system'])
    expect(at('split_root_partition')).toEqual(['root-cannot-shrink', 'restore-os-disk'])
    expect(at('patch_boot_system')).toEqual(['boot-files-not-written', 'restore-os-disk'])
  })

  it('blames the network for dual pass only where a denying rule was read', () => {
    const dual = problemCases['dual-pass-vault-access-failed']
    const found = causesIn('dual-pass-vault-access-failed', dual, { found: { 'network-entra-vault': 'fail' } })
    expect(found[0]).toMatchObject({ kind: 'network-denies-entra-vault', support: 'shown' })
    const open = causesIn('dual-pass-vault-access-failed', dual, { found: { 'network-entra-vault': 'pass' } })
    expect(supportOf(open, 'network-denies-entra-vault')).toBe('ruled-out')
  })

  it('knows that only the OS disk was requested, and that OS encryption unmounts data disks', () => {
    const osOnly = vmCase(
      says('', both('Encrypted'), { data: [stamped, {}], extension: { volumeType: 'OS', report: both('Encrypted') } }),
    )
    expect(causesIn('data-disk-not-covered', osOnly)[0]).toMatchObject({ kind: 'only-os-requested', support: 'shown' })
    const copying = vmCase(
      says('OS disk encryption started', { os: 'EncryptionInProgress', data: 'NotMounted' }, { data: [{}] }),
    )
    expect(causesIn('data-disks-not-mounted', copying)[0]).toMatchObject({ kind: 'os-encryption-unmounts-data' })
  })

  it.each([
    ['creating', 'supported', undefined],
    ['Updating', 'supported', undefined],
    ['Deleting', 'supported', undefined],
    ['failed', 'supported', 'supported'],
    ['Succeeded', 'possible', undefined],
  ])(
    'treats another extension that is %s as a concurrent change: %s, and as the cause: %s',
    (state, change, broken) => {
      const other = { publisher: 'Contoso', type: 'Other', provisioningState: state }
      const beside = ({ shows }: ProblemCase): ProblemCase =>
        vmCase({ ...shows, extensions: [...(shows.extension ? [shows.extension] : []), other] })
      const stopped = causesIn('os-failed-disk-touched', beside(problemCases['os-failed-disk-touched']))
      expect(supportOf(stopped, 'changed-meanwhile')).toBe(change)
      const unexplained = causesIn('failed-without-known-cause', beside(problemCases['failed-without-known-cause']))
      expect(supportOf(unexplained, 'other-extension-broken')).toBe(broken)
    },
  )

  it('lists no cause of the other operating system', () => {
    const windows = causesIn(
      'bitlocker-rejected',
      vmCase(
        failedOnWindows(
          'Failed to configure bitlocker as expected. Exception: ProtectKeyWithExternalKey failed with 2147942450',
        ),
      ),
    )
    expect(windows[0]).toMatchObject({ kind: 'volume-unfit-for-bitlocker', support: 'shown' })
    const linux = causesIn('packages-not-installed', problemCases['packages-not-installed'])
    expect(linux.map(({ kind }) => kind)).toEqual(['packages-unreachable', 'package-manager-broken'])
  })
})
