import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { languages } from '@/lib/i18n/languages'
import { articleOf, articlePath, articles, idOf } from './articles'
import { buildIndex } from './build-index'
import { openIndex } from './find'
import { openedIndexes } from './testing/indexes'
import { questionsOf } from './testing/questions'

const limit = 60_000

describe('the index of Help', () => {
  it.each(languages)('is small in %s', async (language) => {
    expect(gzipSync(await buildIndex(language)).length).toBeLessThan(limit)
  })

  it.each(languages)('is the same in %s for every build', async (language) => {
    expect(await buildIndex(language)).toBe(await buildIndex(language))
  })

  it('refuses a text that is not an index', async () => {
    const ofOtherArticles = (await buildIndex('en')).replace(/^(\S+ \d+) \w+/, '$1 0')
    for (const text of ['', '{}', '<html>\n</html>', ofOtherArticles])
      await expect(openIndex(text)).rejects.toThrow('no index of Help')
  })

  it('finds each article by its id', () => {
    expect(new Set(articles.map(idOf)).size).toBe(articles.length)
    expect(articleOf('problem:none')).toBeUndefined()
  })

  it('gives every article but a message an address', () => {
    const without = articles.filter(
      (article) => article.type !== 'message' && !/^\/help\/[a-z]/.test(articlePath(article) ?? ''),
    )
    expect(without).toEqual([])
  })
})

describe('questions from the cases, the guide and readers', async () => {
  const ask = await openedIndexes()

  it.each([
    ['the first 60', 60, 3],
    ['60 that were written before they were asked', 60, 3],
    ['30 more, written before they were asked', 30, 3],
    ['40 in plain words', 40, 2],
    ['those that once led astray', 23, 0],
    ['20 of a reader', 20, 0],
    ['60 of an administrator in a hurry', 60, 3],
    ['30 that were asked last', 30, 3],
    ['100 as different people type them', 100, 3],
    ['60 of everyday words, written before they were asked', 60, 4],
    // Blind: 45 were right when they were first asked. They show what the other sets, which were mended for, do not.
    ['60 of everyday words, held: only their number right was looked at', 60, 15],
    ['60 from the cases and the guide', 60, 3],
    ['60 more from the cases and the guide', 60, 3],
    // Two more of this set asked for what Help has no article about.
    ['58 from the cases and the guide, asked last', 58, 6],
    // Held, 51 of 75 were right first before the words of this set were added.
    ['150 of five people, written before they were asked', 150, 11],
    // Held, 14 of 30 before. Help has no article about prices, or a plan of Terraform.
    ["60 in the words of Microsoft's questions and of public issues", 60, 12],
    // Blind: 46 when they were first asked.
    ['60 that were asked once before any was looked at', 60, 7],
    // Blind, and only its number was looked at: keep it so.
    ['60 that were never mended for', 60, 17],
    // Before the likeness of questions counted: 98, 46 and 47 were right.
    ['128 from the cases and the guide, sealed: only their number right was looked at', 128, 21],
    ['60 from the cases and the guide, asked before the likeness of questions counted', 60, 10],
    ['60 more from the cases and the guide, asked once after it', 60, 11],
  ] as const)('%s in two languages have the right result first', (set, count, most) => {
    const asked = questionsOf(set)
    expect(asked.length).toBe(count)
    const known = new Set(articles.map(idOf).map(String))
    expect(asked.flatMap(([, ...first]) => first).filter((id) => !known.has(id))).toEqual([])
    const wrong = asked.flatMap(([question, ...first]) => {
      const [found] = ask(question)
      return found !== undefined && first.includes(found) ? [] : [`${question}: ${found ?? 'nothing'}`]
    })
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(most)
  })

  it('may be unfinished or misspelt in Latin letters', () => {
    expect(ask('snapsh')[0]).toBe(ask('snapshot')[0])
    expect(ask('fierwall')).toEqual(expect.arrayContaining(['requirement:vault-firewall']))
  })

  it('take no known word for a similar one with another meaning', () => {
    expect(ask('decrypting takes forever')).toContain('problem:decryption-running')
  })

  it('that name nothing here find nothing, and no text stops the search', () => {
    for (const asked of ['', ' ', 'zzzzqqq', 'ああああ', '\u0000', '('.repeat(500)]) expect(ask(asked)).toEqual([])
  })
})

/** The expected first result of each question. */
const added: readonly (readonly [asked: string, ...first: string[]])[] = [
  ['intune not compliant bitlocker', 'problem:host-encryption-not-counted'],
  ['Intune 非準拠', 'problem:host-encryption-not-counted'],
  ['resize os disk', 'problem:disk-not-extended', 'cause:linux-os-disk-resized'],
  ['OS ディスクの拡張', 'problem:disk-not-extended'],
  ['storage spaces', 'cause:storage-spaces-unsupported'],
  ['記憶域スペース', 'cause:storage-spaces-unsupported'],
  ['MBAM', 'cause:bitlocker-managed-by-mbam', 'step:take-out-of-mbam'],
  [
    'extension version 2.2 is not supported',
    'problem:extension-version-refused',
    'message:arm-ade-version-unsupported',
  ],
  ['move vm to another subscription', 'problem:move-refused'],
  ['別のサブスクリプションに移動', 'problem:move-refused'],
  ['tenant changed', 'cause:vault-of-former-tenant', 'step:renew-vault-tenant'],
  ['key expiring soon', 'problem:key-expires-soon'],
  ['vgimportclone', 'cause:volume-group-twice', 'step:import-volume-group', 'message:guest-volume-group-twice'],
  ['soft deleted vault', 'step:recover-vault', 'message:kv-vault-deleted'],
  ['ForbiddenByRbac', 'problem:vault-access-refused', 'message:kv-forbidden-by-rbac'],
  ['sysprep an encrypted vm', 'step:decide-about-move'],
  ['暗号化された VM の一般化', 'step:decide-about-move'],
  ['unattached disk', 'step:show-disk-settings'],
  ['アタッチされていないディスク', 'step:show-disk-settings'],
  ['luksHeaderBackup', 'step:back-up-luks-header'],
  ['ヘッダーのバックアップ', 'step:back-up-luks-header'],
  ['bitlocker suspended', 'step:see-windows-volumes'],
  ['BitLocker の一時停止', 'step:see-windows-volumes'],
  ['15 September 2028', 'step:use-encryption-at-host'],
  ['2028 年 9 月 15 日', 'step:use-encryption-at-host'],
]

describe('articles about keys, disks and policies', async () => {
  const ask = await openedIndexes()

  it.each(added)('%s', (asked, ...first) => {
    expect(first).toContain(ask(asked)[0])
  })
})
