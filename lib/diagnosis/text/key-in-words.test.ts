import { describe, expect, it } from 'vitest'
import { stamped } from '@/lib/encryption/testing/judged'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { samples } from '@/lib/messages/testing/samples'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import { explainAny } from './explain-any'
import type { ExplainedText } from './explain-text'
import { keyChangeInWords } from './key-in-words'
import { keyLossesIn } from './key-loss'

function read(text: string): ExplainedText {
  const found = explainAny(text)
  if (found.kind !== 'text') throw new Error(`taken for ${found.kind}`)
  return found.text
}
const offeredBy = (text: string): readonly StepKind[] =>
  read(text).problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
const showsNextIn = (text: string): boolean =>
  read(text).messages.some(({ decides, showsNext }) => decides && showsNext)
/** Steps that restart, stop, or ask for encryption again. */
const risky = (text: string): readonly StepKind[] =>
  offeredBy(text).filter((kind) =>
    steps[kind].risks.some((risk) => ['restart', 'stops-vm', 'irreversible-os-encryption'].includes(risk)),
  )

const changes = [
  'Key vault key rotated, the VM is up',
  '(system still up since Monday, rotation ran on Tuesday)',
  'The key was rotated yesterday.',
  'After the KEK rotation.',
  'We changed KEK version before this. VM was encrypted already.',
  'auto rotation of KEK was on',
  'we rotated the KEK this morning',
  'the file LinuxPassPhraseFileName is empty',
  '/mnt/azure_bek_disk/LinuxPassPhraseFileName is 0 bytes',
  '0 bytes  /mnt/azure_bek_disk/LinuxPassPhraseFileName',
  'ls: LinuxPassPhraseFileName: No such file or directory',
  'the passphrase file on it is empty',
  'Key slot 0 removed.',
  'I updated the key version in the vault',
  'LinuxPassPhraseFileName_1_0 vanished',
  'キーのバージョンを変えました。',
  'キーをローテーションしました。VMは稼働中です。',
  '昨日 KEK のバージョンを更新しました。',
  'パスフレーズ ファイルが空です。',
  'キー スロット 0 を削除しました。',
  'we re-keyed the VM at 10:00',
  'policy rolled the KEK over',
  'az keyvault key rotate -n kek-harbor',
  'moved ADE to vault kv-new today',
  'Set-AzVMDiskEncryptionExtension with another KeyEncryptionKeyUrl was run',
  'encryption settings: vault A -> vault B',
  '"Failed to store BEK in BEK VOLUME"',
  'keyslots: [True, False]',
  'luksAddKey: No key available with this passphrase.',
  'cryptsetup luksKillSlot 0',
  'stat: size 0 /mnt/azure_bek_disk/LinuxPassPhraseFileName',
  'wc -c /mnt/azure_bek_disk/LinuxPassPhraseFileName\n0 /mnt/azure_bek_disk/LinuxPassPhraseFileName',
  '別のキー コンテナーに切り替えました',
  'KEK を新しいバージョンにしました',
  '暗号化キーを再生成',
]

describe('a change of the key, or a key file without content, in words', () => {
  it.each(changes)('stops no VM and sends no request: %s', (words) => {
    for (const kind of ['linux-passphrase-missing', 'linux-bek-not-attached', 'linux-host-rejected-settings'] as const)
      for (const text of [`${samples[kind]}\n${words}`, `${words}\n\n${samples[kind]}`]) {
        expect(risky(text), text).toEqual([])
        expect(offeredBy(text), text).toEqual(
          expect.arrayContaining(['see-key-file', 'keep-vm-running', 'snapshot-disks', 'ask-support']),
        )
        expect(showsNextIn(text), text).toBe(false)
      }
  })

  it('is ended by the message of a successful change', () => {
    expect(keyChangeInWords('The key was rotated.')).toBe(true)
    expect(showsNextIn(`The key was rotated.\n${samples['linux-settings-updated']}`)).toBe(true)
  })

  it.each([
    'we did not rotate the key',
    'The key was not rotated.',
    'No rotation happened.',
    'log rotation is on',
    'Key vault firewall was changed',
    'We changed the access policy of the key vault',
    'We plan to rotate the KEK next month.',
    'We are going to replace the key next week',
    'キーは変更していません。',
    'キー コンテナーのアクセス ポリシーを変更しました。',
  ])('is not in: %s', (words) => {
    expect(keyChangeInWords(words)).toBe(false)
  })

  it.each([
    'We plan to rotate the KEK again next month.',
    'We plan to rotate the KEK next month, as the last rotation failed.',
    'We plan to rotate the KEK now.',
    'We planned to rotate the KEK last month.',
  ])('is in a plan that tells of an earlier one, or not of a later time: %s', (words) => {
    expect(keyChangeInWords(words)).toBe(true)
  })

  it('is in no text of the catalogue, but those of a key file that is missing or was not written', () => {
    const found = Object.values<string>(samples).filter(keyChangeInWords)
    expect(found.toSorted()).toEqual(
      [samples['linux-log-key-not-stored'], samples['guest-key-file-missing']].toSorted(),
    )
  })
})

describe('a key that cannot be had', () => {
  const losses = [
    ['the secret was deleted last week', 'recover-secret'],
    ['シークレットが削除されています。', 'recover-secret'],
    ['The secret was removed', 'recover-secret'],
    ['シークレットを消してしまいました。', 'recover-secret'],
    ['The secret is disabled since Friday', 'enable-secret-version'],
    ['シークレットが無効になっています。', 'enable-secret-version'],
    ['secret deleted and purged, no backup', 'ask-support'],
    ['(vault kv-prod was deleted and purged last week)', 'ask-support'],
  ] as const

  it.each([
    ['SecretNotFound', 'recover-secret'],
    ['(SecretNotFound) A secret with (name/id) web-07-key/1f2e was not found in this key vault.', 'recover-secret'],
    ['A key with (name/id) kek/1f2e was not found in this key vault.', 'recover-key'],
  ] as const)('is a known message, and comes before any start: %s', (words, first) => {
    for (const text of [words, `Enter the recovery key for this drive\n${words}`]) {
      expect(read(text).messages.map(({ kind }) => kind)).toContain('kv-access-denied-code')
      expect(risky(text), text).toEqual([])
      expect(offeredBy(text), text).toContain(first)
    }
  })

  const due = vmBody({
    osDisk: stamped,
    extension: { status: { message: samples['linux-os-please-reboot'] }, report: { os: 'VMRestartPending' } },
  })
  it.each([
    ['(SecretNotFound) A secret with (name/id) x was not found in this key vault', 'recover-secret'],
    ['the secret was deleted last week', 'recover-secret'],
    ['Key vault kv1 was soft-deleted', 'recover-vault'],
    ['{"attributes":{"enabled":false},"contentType":"BEK"}', 'enable-secret-version'],
    ['キー コンテナーは削除されました', 'recover-vault'],
    ['Key vault kv1 was purged', null],
  ] as const)('is secured before the restart that is due: %s', (words, first) => {
    const restartOf = (text: string): readonly StepKind[] => {
      const found = explainAny(text)
      if (found.kind !== 'vm') throw new Error(`taken for ${found.kind}`)
      const problem = found.troubleshooting.problems.find(({ kind }) => kind === 'restart-pending')
      return problem?.causes[0]?.steps ?? []
    }
    const body = JSON.stringify(due, null, 2)
    expect(restartOf(body)).toContain('restart-vm')
    const kinds = restartOf(`${body}\n\n${words}`)
    if (first === null) {
      expect(kinds).not.toContain('restart-vm')
      expect(kinds).toContain('ask-support')
    } else {
      expect(kinds.indexOf(first)).toBeGreaterThan(-1)
      expect(kinds.indexOf('prove-key-on-copy')).toBeGreaterThan(kinds.indexOf(first))
      expect(kinds.indexOf('restart-vm')).toBeGreaterThan(kinds.indexOf('prove-key-on-copy'))
    }
  })

  it.each(losses)('comes before any start: %s', (words, first) => {
    for (const screen of ['Enter the recovery key for this drive', 'VMStartTimedOut']) {
      const text = `${screen}\n${words}`
      expect(risky(text), text).toEqual([])
      expect(offeredBy(text), text).toContain(first)
      expect(showsNextIn(text), text).toBe(false)
    }
  })

  it.each([
    'The log of the vault',
    'the secret is in the vault',
    'the vault was not deleted',
    'the file was deleted',
    'access to the vault was removed',
    'the key volume is gone',
    'enabledForDiskEncryption: true',
    '"enabled": true, "kid": "https://kv-harbor.vault.azure.net/keys/kek/1"',
    '"networkAcls": {"bypass": "AzureServices", "defaultAction": "Deny"}',
    'シークレットは削除していません',
    'キー ボリュームが見つかりません',
    'the secret is not disabled',
    'The secret was not deleted.',
    samples['linux-bek-not-attached'],
  ])('is not in: %s', (words) => {
    expect(keyLossesIn(words)).toEqual([])
  })
})

/** Of each thing: how people, tools and Azure say that it cannot be had, and the one step that brings it back. */
const lost: readonly (readonly [StepKind, readonly string[]])[] = [
  [
    'recover-vault',
    [
      'kv-harbor was deleted on Tuesday',
      'The key vault was soft-deleted.',
      'kv-harbor no longer exists',
      'someone wiped the vault',
      'az keyvault show: (ResourceNotFound) The Resource Microsoft.KeyVault/vaults/kv-harbor was not found.',
      '{"error":{"code":"VaultNotFound","message":"The vault was not found"}}',
      'Conflict: Vault name kv-harbor is in a deleted but recoverable state',
      'secret at https://lotus7.vault.azure.net/secrets/x; lotus7 was deleted',
      'キー コンテナーは論理的に削除された状態です',
      'kv-harbor は先月廃止しました',
    ],
  ],
  [
    'enable-vault-for-disks',
    [
      'enabledForDiskEncryption: false',
      '"enabledForDiskEncryption": null',
      'Enabled For Disk Encryption?         : False',
    ],
  ],
  [
    'let-platform-into-vault',
    [
      'Code: Forbidden InnerError ForbiddenByFirewall',
      'vault firewall: defaultAction Deny, bypass None',
      'vault: "networkAcls": {"bypass": "None", "defaultAction": "Deny"}',
    ],
  ],
  [
    'recover-key',
    [
      '(KeyNotFound) A key with (name/id) kek/1 was not found in this key vault.',
      'the KEK was deleted',
      'we lost the wrapping key',
      '鍵を破棄しました',
      'KEK を消してしまいました',
    ],
  ],
  [
    'enable-key-version',
    [
      'The KEK is disabled.',
      'the KEK expired and then its version was switched off',
      'Operation unwrapKey is not permitted on this key. InnerError KeyDisabled',
      '"enabled": false, "kid": "https://kv-harbor.vault.azure.net/keys/kek/1"',
      'KEK を無効にしました',
    ],
  ],
  ['recover-secret', ['SecretNotFound', 'we cleaned up unused secrets last Friday', 'シークレットはもうありません']],
  ['enable-secret-version', ['SecretDisabled', 'Secret is disabled', 'シークレットを無効にしました']],
  [
    'ask-support',
    [
      'terraform destroyed kv-harbor and purged it',
      'az keyvault key purge --name kek-harbor --vault-name kv-harbor',
      'Remove-AzKeyVaultSecret -InRemovedState was run',
      'キーをパージしました',
    ],
  ],
  ['keep-vm-running', ['keyvault moved to another tenant', 'the subscription with the vault was cancelled']],
]
const repairs: readonly StepKind[] = [
  'recover-vault',
  'recover-key',
  'recover-secret',
  'enable-key-version',
  'enable-secret-version',
  'enable-vault-for-disks',
  'let-platform-into-vault',
]

describe.each(lost)('what %s brings back', (repair, texts) => {
  it.each(texts)('is brought back by nothing else, and the VM is not stopped before: %s', (words) => {
    for (const kind of ['linux-bek-not-attached', 'boot-bitlocker-recovery'] as const) {
      const text = `${samples[kind]}\n\n${words}`
      expect(offeredBy(text), text).toContain(repair)
      expect(offeredBy(text).filter((step) => repairs.includes(step) && step !== repair)).toEqual([])
      for (const { steps: kinds } of read(text).problems.flatMap(({ causes }) => causes)) {
        const stop = kinds.findIndex((step) => steps[step].risks.includes('needs-key'))
        if (stop !== -1) expect(kinds.slice(0, stop)).toContain(repair)
        if (stop !== -1) expect(['ask-support', 'keep-vm-running']).not.toContain(repair)
      }
    }
  })
})
