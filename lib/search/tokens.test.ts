import { describe, expect, it } from 'vitest'
import { synonyms } from '@/lib/i18n/everyday/synonyms'
import { hasJapanese, questionTermsOf, termsOf } from './tokens'

describe('termsOf', () => {
  it('splits kanji into pairs and katakana into parts of three, and drops particles', () => {
    expect(termsOf('モジュール解除に成功しました')).toEqual(['モジュ', 'ジュー', 'ュール', '解除', '成功'])
    expect(termsOf('コンテナー').filter((term) => termsOf('メンテナンス').includes(term))).toEqual(['ンテナ'])
    expect(termsOf('式')).toEqual(['式'])
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
      'azvmdiskencryptionstatu',
    ])
    expect(termsOf('168.63.129.16')).toEqual(['168.63.129.16'])
  })

  it('treats the inflected forms of a word as one', () => {
    expect(termsOf('keys')).toEqual(termsOf('key'))
    expect(termsOf('encrypted encrypting encrypts')).toEqual(termsOf('encryption encryption encryption'))
  })

  it('replaces synonyms of both languages by one term', () => {
    expect(termsOf('reboot')).toEqual(termsOf('restart'))
    expect(termsOf('再起動')).toEqual(termsOf('restarting'))
    expect(termsOf('the VM won’t boot')).toEqual(['vm', 'unboot'])
    expect(termsOf('キーがなくなった')).toEqual(['delet', 'キー'])
    expect(termsOf('接続できない')).not.toContain('delet')
    expect(termsOf('データ ディスク')).toEqual(['data', 'disk'])
    expect(termsOf('データディスク')).toEqual(['data', 'disk'])
    expect(termsOf('VM が起動しない')).toEqual(['vm', 'unboot'])
    expect(termsOf('鍵の更新')).toEqual(termsOf('key rotation').slice(1))
    expect(termsOf('鍵')).toEqual(termsOf('キー'))
    expect(termsOf('コントロール')).not.toContain('role')
  })

  it.each(['does not boot', 'doesn’t boot', "won't boot", 'cannot boot', 'refuses to boot', 'no longer boots'])(
    'finds one negation in %s',
    (asked) => {
      expect(termsOf(asked)).toEqual(['unboot'])
    },
  )

  it.each(['起動しない', '起動しなくなった', '起動しなかった', '起動しません'])('finds one negation in %s', (asked) => {
    expect(termsOf(asked)).toEqual(['unboot'])
  })

  it.each(['鍵の更新', '鍵を更新', '鍵更新', 'キーを更新'])(
    'finds one phrase with and without its particle in %s',
    (asked) => {
      expect(termsOf(asked)).toEqual(['rotat'])
    },
  )

  it.each(['turn encryption off', 'turning off encryption', 'switch encryption off', 'disable encryption'])(
    'finds one verb in %s',
    (asked) => {
      expect(termsOf(asked)).toEqual(['decrypt'])
    },
  )

  it('finds no verb of two words across a sentence', () => {
    expect(termsOf('turn to page one of it')).not.toContain('enabl')
  })

  it.each(['10 hours', 'two days', '24h', '何日も', '10時間', '三日間'])('finds an amount of time in %s', (asked) => {
    expect(termsOf(asked)).toContain('durat')
  })

  it('takes the time of a failure for a failure, but not of what takes long', () => {
    expect(questionTermsOf('it ran for 10 hours, then an error')).not.toContain('durat')
    expect(questionTermsOf('no ssh for 10 hours')).toContain('durat')
  })

  it('distinguishes what has happened from what will', () => {
    expect(termsOf('expired')).not.toEqual(termsOf('expires'))
  })

  it('adds the group of a code to a question, since Help does not know each number', () => {
    expect(questionTermsOf('AADSTS7000215')).toEqual(['aadsts7000215', 'aadsts'])
    expect(questionTermsOf('0x80310024')).toEqual(['0x80310024', '0x8031'])
    expect(questionTermsOf('0x8031')).toEqual(['0x8031'])
  })

  it.each(['0x803100AE', '803100ae', '2150695086', '-2144272210'])('finds one result of Windows in %s', (asked) => {
    expect(termsOf(asked)).toEqual(['0x803100ae'])
  })

  it('takes no other number for a result of Windows', () => {
    expect(termsOf('1234567890')).toEqual(['1234567890'])
    expect(termsOf('80310000')).toEqual(['80310000'])
  })

  it.each([
    ['ウィルス', 'ウイルス'],
    ['ファイヤウォール', 'ファイアウォール'],
    ['フェイルオーバー', 'フェールオーバー'],
    ['取外す', '取り外す'],
    ['割当て', '割り当て'],
  ])('finds one word in %s and %s', (asked, other) => {
    expect(termsOf(asked)).toEqual(termsOf(other))
  })

  it('states each synonym once', () => {
    const forms = synonyms.flatMap(({ en, ja }) => [...en, ...ja])
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([])
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
