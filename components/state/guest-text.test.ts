import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guestLine, guestText } from './guest-text'

const shown = (raw: string) =>
  guestText(raw, 1000)
    .parts.map((part) => (part.kind === 'text' ? part.text : `[${part.code}]`))
    .join('')

describe('guestText', () => {
  it.each([
    ['plain text, tabs\tand\nlines stay', 'plain text, tabs\tand\nlines stay'],
    ['日本語 and émigré', '日本語 and émigré'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007', 'click'],
    ['safe\u202egpj.exe', 'safe[202E]gpj.exe'],
    ['zero\u200bwidth\u200d\ufeff', 'zero[200B]width[200D][FEFF]'],
    ['bell\u0007 nul\u0000', 'bell[0007] nul[0000]'],
    ['\u2066iso\u2069', '[2066]iso[2069]'],
    ['tag\u{e0041}', 'tag[E0041]'],
    ['vs\ufe0f filler\u3164 joiner\u034f', 'vs[FE0F] filler[3164] joiner[034F]'],
    ['lone\ud800', 'lone[D800]'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%j', (raw, expected) => {
    expect(shown(raw)).toBe(expected)
  })

  it('cuts at the limit and says so', () => {
    expect(guestText('abcdef', 3)).toEqual({ parts: [{ kind: 'text', text: 'abc' }], cut: true })
    expect(guestLine('abcdef', 3)).toBe('abc…')
  })

  it('leaves no invisible or direction-changing character in the shown text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) =>
        guestText(raw, 1000).parts.every(
          (part) => part.kind === 'hidden' || !/[\p{Cf}\p{Cs}]|[^\P{Cc}\n\t]/u.test(part.text),
        ),
      ),
    )
  })
})

it('guestLine returns one line', () => {
  expect(guestLine('  a\n\n b\u200b\tc ', 100)).toBe('a b c')
})
