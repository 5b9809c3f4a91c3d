import { describe, expect, it } from 'vitest'
import { hasJapanese, termsOf } from './tokens'

describe('termsOf', () => {
  it('splits Japanese into pairs and drops particles', () => {
    expect(termsOf('マウント解除に失敗しました')).toEqual(['マウ', 'ウン', 'ント', 'ト解', '解除', '失敗'])
    expect(termsOf('鍵')).toEqual(['鍵'])
  })

  it('finds one word in each of its forms', () => {
    expect(termsOf('ｽﾅｯﾌﾟｼｮｯﾄ')).toEqual(termsOf('スナップショット'))
    expect(termsOf('ＳＥＬｉｎｕｘ')).toEqual(['selinux'])
    expect(termsOf('サーバ')).toEqual(termsOf('サーバー'))
    expect(termsOf('キー コンテナー')).toEqual(termsOf('キーコンテナー'))
  })

  it('keeps codes and commands whole, and returns their parts', () => {
    expect(termsOf('0xc1425072')).toEqual(['0xc1425072'])
    expect(termsOf('Get-AzVMDiskEncryptionStatus')).toEqual([
      'get-azvmdiskencryptionstatus',
      'get',
      'azvmdiskencryptionstatus',
    ])
    expect(termsOf('168.63.129.16')).toEqual(['168.63.129.16'])
  })

  it('treats singular and plural as one word', () => {
    expect(termsOf('keys')).toEqual(termsOf('key'))
    expect(termsOf('status')).toEqual(['status'])
  })

  it('accepts any text', () => {
    for (const text of ['', ' ', '。、', '\u0000', '🙂', 'ー', '-'.repeat(1000)])
      expect(termsOf(text)).toEqual(expect.any(Array))
  })
})

it('hasJapanese distinguishes the two languages of the index', () => {
  expect(['SELinux 無効', 'ﾒﾓﾘ', 'あ'].map(hasJapanese)).toEqual([true, true, true])
  expect(['SELinux', '0x803100AE', ''].map(hasJapanese)).toEqual([false, false, false])
})
