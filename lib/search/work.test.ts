import { describe, expect, it } from 'vitest'
import { unknownSubject } from '@/lib/diagnosis/commands/unknown-subject'
import { stepFor } from '@/lib/diagnosis/steps'
import type { StepRisk } from '@/lib/diagnosis/steps/types'
import { articleOf, type Article } from './articles'
import { openedIndexes } from './testing/indexes'

const shown = 3
const harmful: readonly StepRisk[] = [
  'restart',
  'stops-vm',
  'removes-extension',
  'erases-data-disks',
  'unprotects-data',
  'replaces-disk',
  'changes-key',
]

function interrupts(article: Article | undefined): boolean {
  if (article?.type === 'step')
    return stepFor(article.kind, unknownSubject).risks.some((risk) => harmful.includes(risk))
  return article?.kind === 'restart-pending' || article?.kind === 'restart-awaited'
}

describe('questions about work that goes on', async () => {
  const ask = await openedIndexes()

  it.each([
    'can I restart the vm during encryption',
    'is it ok to reboot now',
    'stuck for 10 hours should I restart',
    'vm unreachable while encrypting, force stop?',
    'encryption hangs, deallocate vm',
    'cancel running encryption',
    'how do I stop encryption in progress',
    'can I resize the vm while encryption is running',
    'shut down vm over night while it encrypts',
    'encryption takes forever can I kill it',
    'may I detach the data disk during encryption',
    'patch reboot scheduled tonight encryption still running',
    'EncryptionInProgress for two days',
    'can I remove the extension while it is encrypting',
    'key rotation running can I restart',
    'decryption running may I reboot',
    '暗号化中に再起動',
    '暗号化が終わらないので再起動したい',
    'SSH できないので強制再起動していいか',
    '暗号化中に VM を停止する方法',
    '固まっているので電源を切りたい',
    '進捗が止まったので拡張機能を削除したい',
    '暗号化を途中でやめたい',
    '暗号化中にディスクを取り外してもいい',
    '暗号化中にスナップショットから戻したい',
    '暗号化中に VM のサイズ変更',
    '丸一日終わらない、再起動?',
    'このまま待っていていいですか',
  ])('no step that interrupts it leads: %s', (asked) => {
    const first = ask(asked).slice(0, shown)
    expect(first).not.toEqual([])
    expect(first.filter((id) => interrupts(articleOf(id)))).toEqual([])
  })

  it.each([
    'failed after 10 hours',
    'encryption failed after two days',
    'ran for 12h and then an error',
    'failed half way',
    '10時間後に失敗した',
    '暗号化が途中で失敗した',
    '丸一日かかって最後にエラーになった',
  ])('a run that failed late is a failure: %s', (asked) => {
    expect(ask(asked)[0]).toBe('problem:os-failed-disk-touched')
  })

  it('a part of a message leads to it, and a word of it does not', () => {
    expect(ask('not reported status for VM agent or')[0]).toBe('message:arm-vmagent-status-communication')
    expect(ask('status')[0]).not.toMatch(/^message:/)
  })

  it.each(['what does encryption settings stamped mean', 'encryption settings stamped'])(
    'a short message leads where a question has all of it: %s',
    (asked) => {
      expect(ask(asked)[0]).toMatch(/^message:.*stamped/)
    },
  )

  it.each([
    ['error code 22', 'message:linux-code-22-unmount-oldroot-error'],
    ['コード 53', 'message:linux-code-53-configuration-error'],
  ])('finds a status of the extension by its number: %s', (asked, first) => {
    expect(ask(asked)[0]).toBe(first)
  })

  it('finds the words of a code that Help does not know', () => {
    expect(['cause:vault-gone', 'step:recover-vault']).toContain(ask('VaultWasDeleted')[0])
    expect(ask('エラー VaultWasDeleted')).toContain('cause:vault-gone')
  })

  it('finds no similar word with another beginning', () => {
    expect(ask('EncryptionInProgress')).not.toContain('problem:decryption-running')
  })
})
