import { describe, expect, it } from 'vitest'
import { judgeText } from '@/lib/encryption/judge-text'
import { samples } from '@/lib/messages/testing/samples'
import { catalogue } from '@/lib/messages/catalogue'
import type { CatalogueId } from '@/lib/messages/ids'
import { matchText } from '@/lib/messages/match'
import { commandText } from '../commands/build'
import { unknownSubject } from '../commands/unknown-subject'
import { readingOf } from '../reading'
import type { ProblemKind } from '../kinds'
import { stepFor } from '../steps'
import type { StepKind } from '../steps/kinds'
import { encrypted, failedOnWindows, prerequisite, type ProblemCase } from '../testing/case-parts'
import { readingOfCase } from '../testing/reading-of-case'
import { problemsIn } from '../diagnose'
import { causesOf } from './rank'
import type { CauseKind } from './kinds'
import { remedies } from './remedies'

const nothingElse = { tool: 'powershell', os: null, data: null, settings: null, osType: null } as const

/** A pasted text, its problem, and the cause that the text shows or best supports. */
const pastes: readonly (readonly [text: string, kind: CatalogueId, problem: ProblemKind, cause: CauseKind])[] = [
  [samples['kv-encryption-set-refused'], 'kv-encryption-set-refused', 'vault-access-refused', 'key-disabled'],
  [
    "Unable to access key 'https://kv-a.vault.azure.net/keys/key1/5330c5df289e4475bec5b8ffe17969ca'. Key is expired.",
    'kv-object-expired',
    'vault-access-refused',
    'key-expired',
  ],
  [samples['arm-disk-once-encrypted'], 'arm-disk-once-encrypted', 'azure-refused-request', 'refusal-names-reason'],
  [samples['arm-request-not-deserialized'], 'arm-request-not-deserialized', 'azure-refused-request', 'client-outdated'],
  ['KeyVaultKeyNotEnabled', 'kv-access-denied-code', 'vault-access-refused', 'key-disabled'],
  ['Operation wrapKey is not allowed on a disabled key.', 'kv-object-disabled', 'vault-access-refused', 'key-disabled'],
  [samples['kv-object-disabled'], 'kv-object-disabled', 'vault-access-refused', 'secret-disabled'],
  [samples['kv-object-deleted'], 'kv-object-deleted', 'vault-access-refused', 'secret-gone'],
  [
    'Key kek is currently in a deleted but recoverable state, and its name cannot be reused',
    'kv-object-deleted',
    'vault-access-refused',
    'key-gone',
  ],
  [samples['kv-vault-deleted'], 'kv-vault-deleted', 'vault-access-refused', 'vault-gone'],
  [samples['kv-no-secret-set'], 'kv-no-secret-set', 'vault-access-refused', 'caller-lacks-vault-rights'],
  [samples['kv-wrong-issuer'], 'kv-wrong-issuer', 'vault-access-refused', 'vault-of-former-tenant'],
  [samples['kv-forbidden-by-rbac'], 'kv-forbidden-by-rbac', 'vault-access-refused', 'caller-lacks-vault-rights'],
  [samples['arm-secret-unwrap-failed'], 'arm-secret-unwrap-failed', 'vault-access-refused', 'key-disabled'],
  [
    samples['arm-ade-version-unsupported'],
    'arm-ade-version-unsupported',
    'extension-version-refused',
    'single-pass-not-registered',
  ],
  [
    'The Move resources request contains KeyVault resources which are referenced by one or more VMs in the request.',
    'arm-cross-subscription-move',
    'move-refused',
    'vault-used-by-disks',
  ],
  [samples['guest-volume-group-twice'], 'guest-volume-group-twice', 'repair-disk-locked', 'volume-group-twice'],
  [
    'Cannot activate LVs in VG rootvg while PVs appear on duplicate devices.',
    'guest-volume-group-twice',
    'repair-disk-locked',
    'volume-group-twice',
  ],
  [samples['guest-partition-not-grown'], 'guest-partition-not-grown', 'disk-not-extended', 'linux-os-disk-resized'],
  [samples['guest-volume-not-extended'], 'guest-volume-not-extended', 'disk-not-extended', 'partition-in-the-way'],
  [samples['guest-bitlocker-policy'], 'guest-bitlocker-policy', 'bitlocker-rejected', 'bitlocker-policy-conflict'],
  // The numbers name their cause: 0x8031005B, 0x8031006F, 0x80070070.
  [samples['win-protectkey-policy'], 'win-protectkey-policy', 'bitlocker-rejected', 'bitlocker-policy-conflict'],
  [samples['win-protectkey-no-room'], 'win-protectkey-no-room', 'bitlocker-rejected', 'volume-without-room'],
  [
    'Failed to configure bitlocker as expected. Exception: ProtectKeyWithExternalKey failed with 2147942512',
    'win-protectkey-no-room',
    'bitlocker-rejected',
    'volume-without-room',
  ],
  [samples['win-key-not-saved'], 'win-key-not-saved', 'bitlocker-rejected', 'bitlocker-policy-conflict'],
  [samples['win-bek-missing'], 'win-bek-missing', 'key-volume-missing', 'key-volume-detached'],
  [samples['win-volume-label'], 'win-volume-label', 'windows-extension-fault', 'volume-label-unreadable'],
  [
    'BitlockerExtension::OnEnable hit exception An error occurred, inner exception System.Net.WebException: The underlying connection was closed',
    'win-connection-failed',
    'dual-pass-vault-access-failed',
    'network-denies-entra-vault',
  ],
  [samples['arm-scale-set-extension-twice'], 'arm-scale-set-extension-twice', 'scale-set-refused', 'client-outdated'],
  [samples['arm-secret-missing-tags'], 'arm-secret-missing-tags', 'azure-refused-request', 'refusal-names-reason'],
  [samples['arm-os-swap-refused'], 'arm-os-swap-refused', 'azure-refused-request', 'refusal-names-reason'],
  [samples['kv-bypass-required'], 'kv-bypass-required', 'azure-refused-request', 'refusal-names-reason'],
  [samples['kv-secret-not-retrieved'], 'kv-secret-not-retrieved', 'vault-access-refused', 'secret-gone'],
  [samples['kv-caller-not-permitted'], 'kv-caller-not-permitted', 'vault-access-refused', 'caller-lacks-vault-rights'],
  [samples['kv-firewall-refused'], 'kv-firewall-refused', 'vault-access-refused', 'vault-firewall-shuts-out'],
  [samples['kv-object-expired'], 'kv-object-expired', 'vault-access-refused', 'key-expired'],
  [
    'Operation "unwrapKey" is not allowed on a disabled key.',
    'kv-object-disabled',
    'vault-access-refused',
    'key-disabled',
  ],
  [samples['linux-host-kek-wrap-failed'], 'linux-host-kek-wrap-failed', 'host-rejected-key-settings', 'key-disabled'],
  [samples['kv-vault-name-taken'], 'kv-vault-name-taken', 'azure-refused-request', 'refusal-names-reason'],
  [samples['cli-fault-repair'], 'cli-fault-repair', 'client-fault', 'client-outdated'],
  [samples['guest-bitlocker-locked'], 'guest-bitlocker-locked', 'repair-disk-locked', 'disk-not-unlocked'],
  [
    'Failed to encrypt data volumes with error: Encryption failed forname:sdd1 type:part fstype:xfs mountpoint:/data',
    'linux-data-failed-xfs',
    'data-file-system-unsupported',
    'file-system-not-in-place',
  ],
]

describe('pasted texts', () => {
  it.each(pastes)('%s', (text, messageKind, problem, cause) => {
    const { target, facet, os, pass, origin, phase } = catalogue[messageKind]
    expect(matchText(target, text, { facet, os, pass, origin, phase, status: null }).kind).toBe(messageKind)
    const verdict = judgeText({ ...nothingElse, message: text })
    const reading = readingOf(null, { ...verdict, progress: { ...verdict.progress, messageKind } })
    const found = problemsIn(reading).find(({ kind }) => kind === problem)
    if (found === undefined) throw new Error(`no ${problem}`)
    const view = { reading, problem: found, prerequisites: reading.prerequisites, inside: null }
    expect(causesOf(view)[0]?.kind).toBe(cause)
  })
})

it('suspects neither region nor subscription of a vault that was reached and did not store the secret', () => {
  const verdict = judgeText({ ...nothingElse, message: samples['linux-host-keyvault-set-secret'] })
  const reading = readingOf(null, verdict)
  const problem = problemsIn(reading).find(({ kind }) => kind === 'host-rejected-key-settings')
  if (problem === undefined) throw new Error('no problem')
  const { prerequisites } = reading
  const causes = causesOf({ reading, problem, prerequisites, inside: null }).map(({ kind }) => kind)
  expect(causes.slice(0, 3)).toEqual(['vault-not-enabled', 'vault-firewall-shuts-out', 'secrets-policy-denies'])
})

const causesFor = (shown: ProblemCase, kind: ProblemKind): readonly string[] => {
  const reading = readingOfCase(shown)
  const problem = problemsIn(reading).find((each) => each.kind === kind)
  if (problem === undefined) return []
  const { prerequisites } = reading
  return causesOf({ reading, problem, prerequisites, inside: null }).map((each) => `${each.kind} ${each.support}`)
}

describe('the facts that were read', () => {
  it('distinguishes a key that expires soon from an expired one, which is a problem of the vault', () => {
    const version = (reason: 'key-version-expires-soon' | 'key-version-superseded'): ProblemCase => ({
      shows: encrypted,
      not: {},
      volume: null,
      found: [{ ...prerequisite('key-version', 'warn'), reason }],
    })
    expect(causesFor(version('key-version-expires-soon'), 'key-expires-soon')).toEqual(['key-near-expiry shown'])
    expect(causesFor(version('key-version-superseded'), 'key-expires-soon')).toEqual([])
  })

  it('rules out a disabled key behind a failed unwrap where the key version was read and is enabled', () => {
    const unwrap: ProblemCase = { shows: encrypted, not: {}, says: 'arm-secret-unwrap-failed', volume: null }
    expect(causesFor(unwrap, 'vault-access-refused')).toContain('key-disabled possible')
    const found = [prerequisite('key-version', 'pass')]
    expect(causesFor({ ...unwrap, found }, 'vault-access-refused')).toContain('key-disabled ruled-out')
  })

  it('lists MBAM and Storage Spaces on Windows as merely possible', () => {
    const failed: ProblemCase = {
      shows: failedOnWindows(
        'Failed to configure bitlocker as expected. Exception: ProtectKeyWithExternalKey failed with 2150694912',
      ),
      not: {},
      volume: null,
    }
    expect(causesFor(failed, 'bitlocker-rejected')).toEqual(
      expect.arrayContaining(['bitlocker-managed-by-mbam possible', 'storage-spaces-unsupported possible']),
    )
  })

  it('mentions Intune only where encryption at host protects a Windows VM that has the Entra sign-in extension', () => {
    const vm = (more: ProblemCase['shows']): ProblemCase => ({ shows: more, not: {}, volume: null })
    const signIn = { publisher: 'Microsoft.Azure.ActiveDirectory', type: 'AADLoginForWindows' }
    const host = { os: 'Windows', encryptionAtHost: true } as const
    const kind = 'host-encryption-not-counted'
    expect(causesFor(vm({ ...host, extensions: [signIn] }), kind)).toEqual(['compliance-reads-bitlocker possible'])
    expect(causesFor(vm(host), kind)).toEqual([])
    expect(causesFor(vm({ ...host, os: 'Linux', extensions: [signIn] }), kind)).toEqual([])
    expect(causesFor(vm({ os: 'Windows', extensions: [signIn] }), kind)).toEqual([])
    expect(causesFor(vm({ ...host, extensions: [{}, signIn] }), kind)).toEqual([])
  })
})

describe('restoring the OS disk', () => {
  const bash = (kind: StepKind): string => commandText(stepFor(kind, unknownSubject).commands['guest-bash'] ?? [])

  it('renames the volume group of the copy in a repair VM before boot files are built', () => {
    expect(bash('unlock-repair-disk')).not.toContain('vgimportclone')
    expect(bash('import-volume-group')).toMatch(
      /vgimportclone -n rescuemevg[\s\S]*vgchange -a y[\s\S]*mount \/dev\/rescuemevg\/rootlv/,
    )
    expect(bash('restore-group-name')).toMatch(/vgrename '<OLD-NAME-OF-COPY>' oldvg[\s\S]*vgrename rescuemevg /)
    const { do: work } = remedies['boot-modules-missing']
    expect(work.indexOf('import-volume-group')).toBeGreaterThan(work.indexOf('unlock-repair-disk'))
    expect(work.indexOf('rebuild-boot-files')).toBeGreaterThan(work.indexOf('restore-group-name'))
  })

  it('takes a snapshot before partitions and layers are changed', () => {
    for (const cause of ['partition-in-the-way', 'layers-not-extended'] as const)
      expect(remedies[cause].do[0]).toBe('snapshot-disks')
  })
})
