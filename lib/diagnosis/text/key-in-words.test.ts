import { describe, expect, it } from 'vitest'
import { samples } from '@/lib/messages/testing/samples'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import { explainAny } from './explain-any'
import type { ExplainedText } from './explain-text'
import { keyChangeInWords, keyLossInWords } from './key-in-words'

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
    'キーは変更していません。',
    'キー コンテナーのアクセス ポリシーを変更しました。',
  ])('is not in: %s', (words) => {
    expect(keyChangeInWords(words)).toBe(false)
  })

  it('is in no text of the catalogue', () => {
    expect(Object.values<string>(samples).filter(keyChangeInWords)).toEqual([])
  })
})

describe('a key that cannot be had', () => {
  const losses = [
    ['SecretNotFound: A secret with (name/id) x was not found in this key vault.', 'recover-secret'],
    ['the secret was deleted last week', 'recover-secret'],
    ['シークレットが削除されています。', 'recover-secret'],
    ['The secret was removed', 'recover-secret'],
    ['シークレットを消してしまいました。', 'recover-secret'],
    ['The secret is disabled since Friday', 'enable-secret-version'],
    ['シークレットが無効になっています。', 'enable-secret-version'],
    ['secret deleted and purged, no backup', 'ask-support'],
    ['(vault kv-prod was deleted and purged last week)', 'ask-support'],
  ] as const

  it.each(losses)('comes before any start: %s', (words, first) => {
    for (const screen of ['Enter the recovery key for this drive', 'VMStartTimedOut']) {
      const text = `${screen}\n${words}`
      expect(risky(text), text).toEqual([])
      expect(offeredBy(text), text).toContain(first)
      expect(showsNextIn(text), text).toBe(false)
    }
  })

  it.each(['the secret is not disabled', 'The secret was not deleted.', samples['linux-bek-not-attached']])(
    'is not in: %s',
    (words) => {
      expect(keyLossInWords(words)).toBeNull()
    },
  )
})
