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
import { failed, failedOnWindows, osFailed, says, type ProblemCase } from '../testing/case-parts'
import { problemCases } from '../testing/problem-cases'
import { prerequisite, readingOfCase } from '../testing/reading-of-case'
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

/** First cause and first step of the VM that shows each problem, with nothing known around it. */
const first: Readonly<Record<ProblemKind, readonly [CauseKind, StepKind]>> = {
  'os-failed-disk-touched': ['copy-interrupted', 'save-boot-log'],
  'os-failed-disk-untouched': ['memory-file-system-full', 'save-boot-log'],
  'os-failed-while-resuming': ['background-copy-stopped', 'save-boot-log'],
  'data-resume-failed': ['data-copy-interrupted', 'show-snapshots'],
  'data-file-system-unsupported': ['file-system-not-in-place', 'see-file-systems'],
  'data-encryption-failed': ['data-volume-in-use', 'see-what-holds-data'],
  'mount-busy': ['service-holds-root', 'save-boot-log'],
  'host-rejected-key-settings': ['vault-firewall-shuts-out', 'show-vault'],
  'key-vault-reference-invalid': ['vault-reference-malformed', 'show-this-extension'],
  'key-encryption-key-invalid': ['key-reference-malformed', 'show-this-extension'],
  'key-volume-missing': ['key-volume-detached', 'see-key-volume'],
  'packages-not-installed': ['packages-unreachable', 'see-package-manager'],
  'memory-too-small': ['memory-below-minimum', 'show-size'],
  'lvm-layout-unsupported': ['lvm-layout-custom', 'see-lvm-layout'],
  'distribution-unsupported': ['distribution-not-listed', 'see-kernel'],
  'volume-type-rejected': ['volume-type-narrowed', 'show-this-extension'],
  'confidential-vm-blocked': ['confidential-os-volume', 'show-this-extension'],
  'secure-key-release-failed': ['identity-may-not-release-key', 'show-this-extension'],
  'kernel-module-missing': ['key-volume-module-removed', 'see-modules'],
  'metadata-service-unreachable': ['metadata-traffic-altered', 'see-metadata-service'],
  'request-rejected': ['request-malformed', 'show-this-extension'],
  'bitlocker-rejected': ['bitlocker-policy-conflict', 'see-bitlocker-policy'],
  'windows-extension-fault': ['windows-extension-version', 'show-this-extension'],
  'dual-pass-vault-access-failed': ['network-denies-entra-vault', 'show-network-rules'],
  'decryption-failed': ['decryption-stopped-on-volume', 'see-extension-log'],
  'key-update-failed': ['key-volume-detached', 'see-key-volume'],
  'migration-failed': ['migration-stopped', 'see-extension-log'],
  'failed-without-known-cause': ['cause-only-in-log', 'save-boot-log'],
  'vault-unfit': ['vault-firewall-shuts-out', 'show-vault'],
  'network-unfit': ['network-denies-platform', 'show-network-rules'],
  'policy-denies-encryption': ['secrets-policy-denies', 'show-policies'],
  'lock-blocks-changes': ['lock-forbids', 'show-locks'],
  'stamped-but-not-encrypted': ['stamp-comes-first', 'show-encryption'],
  'restart-pending': ['restart-awaited', 'save-boot-log'],
  'encrypted-but-not-stamped': ['settings-cleared-only', 'show-disk-settings'],
  'stamped-after-failed-run': ['stamp-comes-first', 'show-encryption'],
  'data-not-encrypted-after-success': ['data-volume-skipped', 'see-what-holds-data'],
  'data-disk-not-covered': ['attached-after-encryption', 'show-disk-settings'],
  'data-disks-not-mounted': ['not-mounted-in-guest', 'see-mounts'],
  'decryption-not-resuming': ['decryption-interrupted', 'show-encryption'],
  'encryption-overdue': ['copy-no-longer-runs', 'save-boot-log'],
  'decryption-running': ['decryption-goes-on', 'show-encryption'],
  'disable-refused-os-encrypted': ['linux-os-cannot-be-decrypted', 'see-encryption-inside'],
  'query-sent-to-single-pass': ['query-replaced-status', 'show-encryption'],
  'extension-removed': ['removed-before-disabled', 'show-extensions'],
  'extension-deprecated': ['deprecated-publisher', 'show-extensions'],
  'extension-wrong-os': ['extension-for-other-os', 'show-extensions'],
  'other-extension-failed': ['other-extension-broken', 'show-extensions'],
  'other-extension-running': ['operation-goes-on', 'show-recent-changes'],
  'two-kinds-of-encryption': ['two-encryptions-chosen', 'show-disk-settings'],
  'report-unreadable': ['report-cut-or-old', 'show-this-extension'],
  'report-missing': ['extension-not-started', 'show-extensions'],
  'agent-not-ready': ['agent-outdated', 'show-agent'],
  'agent-too-old': ['agent-outdated', 'show-agent'],
  'vm-not-running': ['switched-off', 'show-power-state'],
  'os-encryption-silent-phase': ['copy-takes-hours', 'show-encryption'],
  'success-text-not-the-end': ['work-goes-on', 'show-encryption'],
  'harmless-unmount-attempt': ['normal-step', 'show-encryption'],
  'harmless-stripped-down-restart': ['normal-step', 'show-encryption'],
  'operation-running': ['operation-goes-on', 'show-recent-changes'],
  'message-unrecognised': ['text-unknown', 'show-encryption'],
  'extension-renamed': ['named-by-template', 'show-this-extension'],
  'dual-pass-leftover': ['dual-pass-disabled', 'show-disk-settings'],
  'dual-pass-in-use': ['dual-pass-chosen', 'show-this-extension'],
}

describe('the tables', () => {
  const rules = Object.values(causes).flat()

  it('use every cause and every step, and no cause twice for one problem', () => {
    expect(causeKinds.filter((kind) => !rules.some(({ cause }) => cause === kind))).toEqual([])
    expect(stepKinds.filter((kind) => !rules.some((rule) => rule.steps.includes(kind)))).toEqual([])
    for (const kind of problemKinds) {
      const named = causes[kind].map(({ cause }) => cause)
      expect(named).toEqual([...new Set(named)])
    }
  })

  it('go from checks to deeds to proof, and end with a proof', () => {
    for (const rule of rules) {
      const phases = rule.steps.map((kind) => stepPhases.indexOf(steps[kind].phase))
      expect(phases, rule.cause).toEqual(phases.toSorted((left, right) => left - right))
      expect(phases.at(-1), rule.cause).toBe(stepPhases.indexOf('verify'))
      expect(phases, rule.cause).toContain(stepPhases.indexOf('do'))
    }
  })

  it('never ask for a new run without a snapshot before it', () => {
    const runs: readonly StepKind[] = [
      'enable-again',
      'enable-with-right-vault',
      'enable-for-all-volumes',
      'enable-format-all',
    ]
    for (const rule of rules) {
      const run = rule.steps.findIndex((kind) => runs.includes(kind))
      if (run !== -1) expect(rule.steps.slice(0, run), rule.cause).toContain('snapshot-disks')
    }
    expect(Object.keys(remedies).sort()).toEqual([...causeKinds].sort())
  })
})

describe('with nothing known around the VM', () => {
  it.each(problemKinds)('%s has a first cause and a first step', (kind) => {
    const [cause] = causesIn(kind, problemCases[kind])
    expect([cause?.kind, cause?.steps[0]]).toEqual(first[kind])
  })
})

describe('the evidence', () => {
  const rejected = vmCase(
    failed(
      19,
      'Failed to encrypt data volumes with error: Encryption settings post request was not accepted. Error: Unknown, stack trace: x',
    ),
  )

  it('puts a vault that shuts the platform out first, and what is in order last', () => {
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
    expect(supportOf(found, 'key-disabled-or-expired')).toBe('possible')
    expect(found.at(-1)).toMatchObject({
      kind: 'vault-firewall-shuts-out',
      support: 'ruled-out',
      prerequisites: ['vault-firewall'],
    })
  })

  it('rules out a lack of memory where the size has enough', () => {
    const busy = vmCase(osFailed('Could not unmount /oldroot in 10 attempts', 'unmount_oldroot'))
    expect(supportOf(causesIn('mount-busy', busy), 'memory-below-minimum')).toBe('possible')
    const enough = causesIn('mount-busy', busy, { found: { memory: 'pass' } })
    expect(supportOf(enough, 'memory-below-minimum')).toBe('ruled-out')
    const little = causesIn('mount-busy', busy, { found: { memory: 'fail' } })
    expect(supportOf(little, 'memory-below-minimum')).toBe('supported')
  })

  it('ranks anew by lines of a console log', () => {
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

  it('takes the step at which the OS disk failed for what it is', () => {
    const at = (step: string): readonly string[] => {
      const kind = step === 'stripdown' || step === 'selinux' ? 'os-failed-disk-untouched' : 'os-failed-disk-touched'
      const [cause] = causesIn(kind, vmCase(osFailed('did not reach completed state', step)))
      return [cause?.kind ?? '', cause?.steps.find((name) => steps[name].phase === 'do') ?? '']
    }
    expect(at('selinux')).toEqual(['selinux-enforcing', 'restart-to-leave-memory-system'])
    expect(at('stripdown')).toEqual(['memory-file-system-full', 'restart-to-leave-memory-system'])
    expect(at('split_root_partition')).toEqual(['root-cannot-shrink', 'restore-os-disk'])
    expect(at('patch_boot_system')).toEqual(['boot-files-not-written', 'restore-os-disk'])
  })

  it('says that the network denies dual pass only where a rule was read that does', () => {
    const dual = problemCases['dual-pass-vault-access-failed']
    const found = causesIn('dual-pass-vault-access-failed', dual, { found: { 'network-entra-vault': 'fail' } })
    expect(found[0]).toMatchObject({ kind: 'network-denies-entra-vault', support: 'shown' })
    const open = causesIn('dual-pass-vault-access-failed', dual, { found: { 'network-entra-vault': 'pass' } })
    expect(supportOf(open, 'network-denies-entra-vault')).toBe('ruled-out')
  })

  it('knows that only the OS disk was asked for, and that OS encryption unmounts data disks', () => {
    const osOnly = vmCase(
      says('', both('Encrypted'), { data: [stamped, {}], extension: { volumeType: 'OS', report: both('Encrypted') } }),
    )
    expect(causesIn('data-disk-not-covered', osOnly)[0]).toMatchObject({ kind: 'only-os-requested', support: 'shown' })
    const copying = vmCase(
      says('OS disk encryption started', { os: 'EncryptionInProgress', data: 'NotMounted' }, { data: [{}] }),
    )
    expect(causesIn('data-disks-not-mounted', copying)[0]).toMatchObject({ kind: 'os-encryption-unmounts-data' })
  })

  it('has no cause of the other system', () => {
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
