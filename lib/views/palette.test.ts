import { describe, expect, it } from 'vitest'
import { matchesWords, namedLike } from './palette'

const vms = ['db-web', 'sap-web-1', 'web-01', 'WEB-02', 'web-03'].map((name) => ({ name }))
const named = (text: string, most: number) => namedLike(vms, text, most).map(({ name }) => name)

describe('the palette finds', () => {
  it('VMs by a part of their name, those first that begin with it', () => {
    expect(named('web', 9)).toEqual(['web-01', 'WEB-02', 'web-03', 'db-web', 'sap-web-1'])
    expect(named('web', 2)).toEqual(['web-01', 'WEB-02'])
    expect(named('ＷＥＢ-02', 9)).toEqual(['WEB-02'])
    expect(named('', 9)).toEqual([])
    expect(named('nothing', 9)).toEqual([])
  })

  it('pages and actions by all words of a text, in any order', () => {
    expect(matchesWords('Theme: Dark', 'dark theme')).toBe(true)
    expect(matchesWords('Theme: Dark', '')).toBe(true)
    expect(matchesWords('Theme: Dark', 'dark fleet')).toBe(false)
    expect(matchesWords('テーマ: ダーク', 'ﾀﾞｰｸ')).toBe(true)
  })
})
