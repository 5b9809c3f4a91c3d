import { describe, expect, it } from 'vitest'
import { keyChangeInWords } from './key-in-words'
import { keyLossesIn } from './key-loss'

describe('a setting or a habit', () => {
  it.each([
    'The key is rotated every 90 days.',
    'Key rotation policy: every 90 days',
    'Automatic key rotation is off',
    'Rotation policy is not configured',
    'KEK auto-rotation enabled',
    '自動ローテーションは無効です。',
    'キーは 90 日ごとにローテーションします。',
  ])('is no change of the key: %s', (words) => {
    expect(keyChangeInWords(words)).toBe(false)
  })

  it.each([
    'The key was rotated; it is rotated every 90 days.',
    'The rotation policy rotated the KEK.',
    'Key rotation is on and ran yesterday.',
    '90 日ごとのローテーションで昨日キーを更新しました。',
  ])('is one with an event: %s', (words) => {
    expect(keyChangeInWords(words)).toBe(true)
  })

  it.each([
    'The vault has purge protection.',
    'We use Key Vault with soft delete and purge protection enabled.',
    'キー コンテナーのパージ保護は有効です',
    'キー コンテナーの消去保護は有効です',
    'Deleted secrets: none',
    'Secrets deleted: 0',
    '削除されたシークレット: なし',
    'We had a similar case where the vault was deleted, but not here.',
  ])('is no loss: %s', (words) => {
    expect(keyLossesIn(words)).toEqual([])
  })
})
