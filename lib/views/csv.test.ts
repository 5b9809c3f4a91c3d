import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'

describe('a CSV file', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('keeps %j a text', (text) => {
    const [, line = ''] = csvOf(['a'], [[text]]).split('a\r\n')
    expect(line).toMatch(/^"?'/)
    // Nothing after a character that may end a cell in some spreadsheets begins a formula either.
    expect(line).not.toMatch(/[;\t\r\n][=+\-@＝]/)
  })

  it('quotes commas, quotes and line ends, and nothing else', () => {
    expect(
      csvOf(
        ['a', 'b'],
        [
          ['x,y', 'say "no"'],
          ['two\nlines', 3],
          ['plain', null],
        ],
      ),
    ).toBe('\ufeffa,b\r\n"x,y","say ""no"""\r\n"two\nlines",3\r\nplain,\r\n')
  })
})
