import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messages } from '@/lib/i18n/messages'
import type { StepKind } from '../steps/kinds'
import { explainAny } from './explain-any'

const folder = join(process.env['SEALWATCH_SHARED'] ?? join(process.cwd(), '..', 'shared'), 'cases')

/** Pasted messages, for a reviewer to read: the deciding message, the problem, and a cause among the first three. */
const pasted: readonly (readonly [string, string, string | null, string | null, string])[] = [
  [
    '001',
    'dual-enable-failed',
    'dual-pass-vault-access-failed',
    'key-reference-malformed',
    'dual pass, key not stored: a vault address as key',
  ],
  [
    '006',
    'dual-kv-getheader',
    'dual-pass-vault-access-failed',
    'network-denies-entra-vault',
    'no way out to the vault',
  ],
  ['008', 'linux-os-target-busy', 'mount-busy', 'service-holds-root', 'root is busy'],
  [
    '012',
    'linux-host-rejected-settings',
    'host-rejected-key-settings',
    'vault-not-enabled',
    'vault unfit, nothing written',
  ],
  ['014', 'linux-log-vault-url-differs', 'key-change-begun', 'vault-address-differs', 'another spelling'],
  ['016', 'linux-log-package-lock', 'packages-not-installed', 'package-manager-locked', 'apt is locked'],
  ['018', 'boot-passphrase-prompt', 'boot-waits-for-key', 'boot-tool-missing', 'boot finds no key'],
  ['020', 'linux-log-mount-scheme-system', 'harmless-log-line', 'normal-step', 'noise'],
  ['022', 'linux-os-please-reboot', 'restart-pending', 'restart-awaited', 'restart due'],
  ['024', 'linux-data-failed-xfs', 'data-file-system-unsupported', 'file-system-not-in-place', 'xfs in place'],
  ['026', 'linux-data-failed-device', 'data-encryption-failed', 'distribution-not-listed', 'release not supported'],
  [
    '028',
    'dual-kv-getheader',
    'dual-pass-vault-access-failed',
    'release-lacks-python',
    'no way out to the vault, on a release without Python 2',
  ],
  ['029', 'linux-log-key-not-stored', 'key-update-failed', 'key-file-emptied', 'rotation broke: do not restart'],
  ['032', 'arm-generation-2-dual-pass', 'client-request-refused', 'dual-pass-on-generation-2', 'Entra parameters'],
  ['034', 'ps-scale-set-extension-missing', 'scale-set-refused', 'client-outdated', 'old cmdlet'],
  ['035', 'arm-scale-set-unsupported', 'scale-set-refused', 'scale-set-not-prepared', 'scale set not prepared'],
  ['037', 'linux-pre-lvm', 'lvm-layout-unsupported', 'lvm-layout-custom', 'custom LVM layout'],
  ['040', 'arm-vault-unfit', 'vault-refused', 'vault-id-mismatched', 'vault not enabled or wrong id'],
  ['042', 'cli-fault-no-settings', 'client-fault', 'client-outdated', 'fault of azure-cli'],
  ['047', 'asr-target-vault-missing', 'site-recovery-refused', 'keys-not-in-target-region', 'no keys in the target'],
  ['049', 'backup-vault-permissions', 'backup-refused', 'backup-service-lacks-rights', 'Backup lacks rights'],
  ['051', 'arm-disk-with-settings-as-data', 'repair-disk-locked', 'stamped-disk-attached', 'stamped disk attached'],
  ['053', 'boot-bitlocker-recovery', 'bitlocker-recovery', 'sign-in-lockout', 'locked by a policy'],
  ['054', 'guest-mount-locked', 'repair-disk-locked', 'disk-not-unlocked', 'unlock first'],
  ['057', 'linux-all-succeeded', null, null, 'ended well'],
  ['058', 'linux-log-no-space', 'no-space-left', 'memory-below-minimum', 'memory'],
  ['070', 'linux-key-file-missing', 'key-volume-missing', 'key-volume-detached', 'key file cannot be read'],
  [
    '072',
    'linux-os-partition-missing',
    'os-failed-disk-touched',
    'root-layout-unusual',
    'failed at the split: restore',
  ],
  ['073', 'linux-log-app-compat', 'precheck-warning', 'service-holds-root', 'Docker'],
  ['075', 'linux-log-lvm-volume-missing', 'lvm-layout-unsupported', 'lvm-layout-custom', 'tmplv is missing'],
  ['077', 'linux-log-new-passphrase-waiting', 'key-update-pending', 'new-key-awaited', 'new key awaited'],
  ['078', 'linux-bek-not-attached', 'key-volume-missing', 'key-volume-detached', 'key volume away'],
  ['080', 'linux-pre-volume-type-change', 'volume-type-rejected', 'volume-type-narrowed', 'narrower type'],
]

/** Outputs about a VM: the states of the VM, its OS and its data, and the problems. */
const machines: readonly (readonly [string, string, string, string, readonly string[]])[] = [
  ['010', 'unknown', 'unknown', 'unknown', ['mount-busy']],
  ['044', 'encrypted-unverified', 'encrypted-unverified', 'encrypted-unverified', []],
  ['061', 'encrypting', 'encrypting', 'encrypting', ['success-text-not-the-end']],
  ['063', 'encrypted-unverified', 'encrypted-unverified', 'not-mounted', ['data-disks-not-mounted']],
  ['065', 'unknown', 'not-encrypted', 'unknown', ['cmdlet-word-uncertain']],
]

const read = (id: string) => explainAny(readFileSync(join(folder, `${id}.txt`), 'utf8'))

describe.skipIf(!existsSync(folder))('collected pastes', () => {
  it.each(pasted)('%s is %s: %s by %s (%s)', (id, kind, problem, cause) => {
    const found = read(id)
    if (found.kind !== 'text') throw new Error(`${id} is read as ${found.kind}`)
    expect(found.text.messages.find(({ decides }) => decides)?.kind).toBe(kind)
    const named = found.text.problems.find((each) => each.kind === problem)
    expect(named?.kind ?? null).toBe(problem)
    if (problem === null) expect(found.text.problems).toEqual([])
    if (cause !== null) expect(named?.causes.slice(0, 3).map((each) => each.kind)).toContain(cause)
  })

  it('012 names first what the vault lacks, before what can fail of an OS disk', () => {
    const found = read('012')
    if (found.kind !== 'text') throw new Error(`012 is taken for ${found.kind}`)
    const [first, ...others] = found.text.problems
    // A second card about the OS disk would contradict the first: the run had not reached it.
    expect([first?.kind, others]).toEqual(['host-rejected-key-settings', []])
    expect(first?.causes.map(({ kind }) => kind).slice(0, 4)).toEqual([
      'vault-not-enabled',
      'vault-in-other-region',
      'vault-in-other-subscription',
      'vault-firewall-shuts-out',
    ])
  })

  it.each([
    // The text names two causes and does not say which of them it is; it says nothing of the VM's host.
    ['040', 'vault-refused', ['vault-not-enabled supported', 'vault-id-mismatched supported']],
    // Azure refused the disk: nothing was mounted or unlocked.
    ['051', 'repair-disk-locked', ['stamped-disk-attached shown']],
    ['073', 'precheck-warning', ['service-holds-root shown']],
  ])('%s has one problem, with the causes that its text names', (id, problem, causes) => {
    const found = read(id)
    if (found.kind !== 'text') throw new Error(`${id} is read as ${found.kind}`)
    expect(
      found.text.problems.map((each) => [each.kind, each.causes.map(({ kind, support }) => `${kind} ${support}`)]),
    ).toEqual([[problem, causes]])
  })

  it.each([
    // The file system had been shrunk when the partition was not found.
    ['072', 'root-cannot-shrink'],
    ['072', 'boot-files-not-written'],
    ['072', 'copy-interrupted'],
    ['072', 'memory-file-system-full'],
    // The trace is of Ubuntu.
    ['008', 'selinux-enforcing'],
  ])('%s is not put down to %s, which its text excludes', (id, cause) => {
    const found = read(id)
    if (found.kind !== 'text') throw new Error(`${id} is read as ${found.kind}`)
    const named = found.text.problems.flatMap(({ causes }) => causes.map(({ kind }) => kind))
    expect(named).not.toContain(cause)
  })

  it.each<readonly [string, string, readonly string[], readonly StepKind[]]>([
    [
      '016',
      'packages-not-installed',
      ['package-manager-locked shown', 'packages-unreachable possible', 'package-manager-broken possible'],
      ['check-nothing-runs', 'see-package-manager', 'wait-for-package-manager', 'snapshot-disks', 'enable-again'],
    ],
    [
      '026',
      'data-encryption-failed',
      ['data-volume-in-use possible', 'distribution-not-listed possible', 'no-room-for-header possible'],
      ['see-extension-log', 'show-snapshots', 'snapshot-disks', 'restore-data-disk', 'enable-again'],
    ],
    [
      '028',
      'dual-pass-vault-access-failed',
      ['network-denies-entra-vault possible', 'key-reference-malformed possible', 'release-lacks-python possible'],
      ['show-network-rules', 'allow-entra-and-vault', 'enable-again'],
    ],
    [
      '029',
      'key-update-failed',
      ['key-file-emptied supported', 'cause-only-in-log possible'],
      [
        'see-key-file',
        'test-key-file',
        'show-disk-settings',
        'keep-vm-running',
        'snapshot-disks',
        'ask-support',
        'restore-key-file',
      ],
    ],
    [
      '070',
      'key-volume-missing',
      ['key-volume-detached possible', 'packages-missing possible', 'vault-not-enabled possible'],
      ['check-nothing-runs', 'see-key-volume', 'snapshot-disks', 'prove-key-on-copy', 'deallocate-and-start'],
    ],
    [
      '078',
      'key-volume-missing',
      ['key-volume-detached shown', 'vault-not-enabled possible', 'secret-gone possible'],
      ['check-nothing-runs', 'see-key-volume', 'snapshot-disks', 'prove-key-on-copy', 'deallocate-and-start'],
    ],
  ])('%s is %s: its causes claim no more than the text, and the first begins safely', (id, problem, causes, wanted) => {
    const found = read(id)
    if (found.kind !== 'text') throw new Error(`${id} is read as ${found.kind}`)
    const named = found.text.problems.find(({ kind }) => kind === problem)?.causes ?? []
    expect(named.slice(0, 3).map(({ kind, support }) => `${kind} ${support}`)).toEqual(causes)
    expect(named[0]?.steps.filter((kind) => wanted.includes(kind))).toEqual(wanted)
  })

  it('029 says which device has no key slot', () => {
    const found = read('029')
    if (found.kind !== 'text') throw new Error(`029 is read as ${found.kind}`)
    expect(found.text.messages.map(({ kind }) => kind)).toEqual(['linux-log-no-key-slot', 'linux-log-key-not-stored'])
  })

  it('072 requests nothing again where only the log names the cause', () => {
    const found = read('072')
    if (found.kind !== 'text') throw new Error(`072 is read as ${found.kind}`)
    const open = found.text.problems.flatMap(({ causes }) => causes).find(({ kind }) => kind === 'cause-only-in-log')
    expect(open?.steps).toEqual(expect.arrayContaining(['see-extension-log', 'ask-support']))
    expect(open?.steps).not.toContain('enable-again')
  })

  it('057 recognises each line that says how the run ended', () => {
    const found = read('057')
    if (found.kind !== 'text') throw new Error(`057 is read as ${found.kind}`)
    expect(found.text.messages.map(({ kind }) => kind)).toEqual([
      'linux-machine-state-completed',
      'linux-all-succeeded',
      'linux-log-os-volume-encrypted',
    ])
  })

  it('037 shows the text of the extension without the link behind it', () => {
    const found = read('037')
    if (found.kind !== 'text') throw new Error(`037 is read as ${found.kind}`)
    expect(found.text.messages.map(({ text }) => text)).toEqual([
      'LVM OS disk layout does not satisfy prerequisites ( see https://aka.ms/adelvm )',
    ])
  })

  it.each<readonly [string, readonly StepKind[]]>([
    ['058', ['choose-larger-size']],
    ['072', ['restore-os-disk']],
    ['077', ['keep-vm-running', 'wait-for-key-change']],
    ['014', ['keep-vm-running', 'use-first-vault-address']],
    ['018', ['fetch-disk-key', 'enter-passphrase', 'install-boot-tool']],
    // The line can be old: the status is read before the restart.
    ['022', ['check-nothing-runs', 'see-boot-packages', 'snapshot-disks', 'restart-vm']],
    ['024', ['copy-data-away', 'enable-format-all']],
    ['028', ['use-single-pass', 'allow-entra-and-vault']],
    ['032', ['use-single-pass']],
    ['053', ['fetch-disk-key', 'repair-offline', 'deallocate-and-start', 'remove-lockout-policy']],
  ])('%s is advised what helped: %s', (id, kinds) => {
    const found = read(id)
    if (found.kind !== 'text') throw new Error(`${id} is read as ${found.kind}`)
    expect(found.text.steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]))
  })

  it('069 warns of a device whose UUID changed, and of lines without nofail', () => {
    const found = read('069')
    const rows = found.kind === 'text' ? (found.fragments[0]?.rows ?? []) : []
    expect(rows.filter(({ finding }) => finding === 'uuid-changed').map(({ subject }) => subject)).toEqual([
      '/dev/sdb1',
    ])
    for (const language of ['en', 'ja'] as const)
      expect(messages[language].explain.finding['uuid-changed']).toMatch(
        /UUID[^]*fstab[^]*nofail|UUID[^]*nofail[^]*fstab/,
      )
  })

  it.each(machines)('%s is a VM: %s, OS %s, data %s', (id, state, os, data, problems) => {
    const found = read(id)
    if (found.kind !== 'vm') throw new Error(`${id} is read as ${found.kind}`)
    const { explanation } = found.explained
    expect([explanation.state, explanation.os.state, explanation.data.state]).toEqual([state, os, data])
    expect(explanation.diagnosis.map(({ kind }) => kind)).toEqual(problems)
  })

  it.each([
    ['067', 'request-settings', 'asked'],
    ['069', 'blkid', 'plain-file-system'],
  ])('%s is a part of an answer: %s', (id, kind, finding) => {
    const found = read(id)
    if (found.kind !== 'text') throw new Error(`${id} is read as ${found.kind}`)
    expect(found.text.messages).toEqual([])
    expect(found.fragments.map((each) => each.kind)).toEqual([kind])
    expect(found.fragments[0]?.rows[0]?.finding).toBe(finding)
  })
})
