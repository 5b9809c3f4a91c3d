import { beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '@/lib/i18n/languages'
import { idOf } from './articles'
import { buildIndex } from './build-index'
import { indexLanguage, openIndex, type HelpIndex } from './find'
import { nearArticles } from './near'

describe('articles near a text without a known message', () => {
  const indexes = new Map<Language, HelpIndex>()
  beforeAll(async () => {
    for (const language of ['en', 'ja'] as const) indexes.set(language, await openIndex(await buildIndex(language)))
  })
  const near = (text: string): readonly string[] => {
    const index = indexes.get(indexLanguage(text))
    return index === undefined ? [] : nearArticles(index, text).map(idOf)
  }

  // Descriptions in a person's words, of the kind that forums hold: the subject stands anywhere in them.
  it.each([
    [
      'Hi all, second attempt on this box today.\nBig machine, 128 GB, nothing special.\nIn the end it gives up because oldroot is still busy after ten tries to unmount it.',
      'problem:mount-busy',
    ],
    [
      'We hardened the servers and modprobe now blocks vfat. Could that be why ADE finds no key disk?',
      'cause:key-volume-module-removed',
    ],
    [
      'After the vault team rotated the KEK, the re-encrypt of our Ubuntu server did not go through.',
      'problem:key-update-failed',
    ],
    [
      'Which rights does Azure Backup want on an RBAC vault so that it can back up our encrypted machines?',
      'problem:backup-refused',
    ],
    [
      'Replication to the second region refuses our ADE machine. Do the keys have to exist in a vault over there too?',
      'problem:site-recovery-refused',
    ],
    [
      'Is it possible to turn ADE off again on Linux when the OS disk is already encrypted?',
      'problem:disable-refused-os-encrypted',
    ],
    [
      'Made the OS disk bigger in the portal, but inside the encrypted Linux guest the volume stayed the same.',
      'problem:disk-not-extended',
    ],
    [
      'バックアップから戻した VM が BitLocker の回復キーを求めて止まります。どうすればよいですか。',
      'problem:bitlocker-recovery',
    ],
    ['KEK の有効期限が切れたら、暗号化した VM はどうなりますか？', 'cause:key-expired'],
  ])('%s', (text, id) => {
    expect(near(text)).toContain(id)
  })

  it('names at most three, and no step by itself: a step without its problem can harm', () => {
    const ids = near('I want to format and encrypt all data disks again with EncryptFormatAll and then restart the VM.')
    expect(ids.length).toBeLessThanOrEqual(3)
    expect(ids.filter((id) => !/^(?:problem|cause|requirement):/.test(id))).toEqual([])
  })

  it('finds nothing for what Help does not mention, and takes any text', () => {
    for (const text of [
      '',
      '\n',
      'zzz qqq xxyyzz',
      'Il disco non si apre dopo il ripristino della macchina',
      '{'.repeat(5_000),
      '。'.repeat(5_000),
    ])
      expect(near(text)).toEqual([])
  })
})
