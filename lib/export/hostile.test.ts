import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { CsvCell } from '@/lib/views/csv'
import { csvPieces, jsonLinesPieces } from './text-files'
import { xlsxPieces } from './xlsx'
import { columnName } from './xlsx-parts'

/** Names, tags and messages that a guest OS or a user could choose. */
const hostile: readonly string[] = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  "=cmd|'/c calc'!A0",
  "+cmd|'/c calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.invalid?x="&A1,"click")',
  '=IMPORTXML("http://example.invalid","//a")',
  '=WEBSERVICE("http://example.invalid")',
  '=DDE("cmd";"/C calc";"!A0")',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  'x;=1+1;y',
  'x\t=1+1',
  'first line\n=1+1',
  'a,b',
  'say "=1+1"',
  '"=1+1"',
  "'=1+1",
  '<script>alert(1)</script>&amp;]]>',
  '_x000D_ and _x003D_1+1',
  'nul \u0000 bell \u0007 escape \u001b[31m',
  'half a pair \ud83d and \udc00',
  '\u202etxt.exe and \u2028 and \u2029',
  '1e99',
  'x'.repeat(40_000),
]

/** Reads CSV as RFC 4180 defines it, with this separator. */
function readCsv(text: string, separator = ','): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (quoted && character === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (quoted) {
      if (character === '"') quoted = false
      else cell += character
    } else if (character === '"' && cell === '') quoted = true
    else if (character === separator || character === '\n') {
      row.push(cell)
      cell = ''
      if (character === '\n') rows.push(row)
      if (character === '\n') row = []
    } else if (character !== '\r') cell += character
  }
  return rows
}

const rows: readonly (readonly CsvCell[])[] = hostile.map((text, index) => [index, text, 'end'])
const csv = [...csvPieces([['about', '=1']], [['n', 'text', 'end'], ...rows], 3)].join('')

function workbook(table: readonly (readonly CsvCell[])[]) {
  const sheets = [{ name: 'A & B', widths: [10, 40, 10], hasHeader: true, rows: table }]
  const pieces = [...xlsxPieces(sheets)]
  const files = unzipSync(Buffer.concat(pieces))
  const textOf = (path: string) => strFromU8(files[path] ?? new Uint8Array())
  return { pieces, paths: Object.keys(files), textOf }
}

describe('thirty hostile values', () => {
  it('are thirty', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(30)
  })

  it.each([',', ';'])('start no formula in CSV, with %j as the separator or without', (separator) => {
    const cells = readCsv(csv.slice(1), separator).flat()
    expect(cells.filter((cell) => /^[=+\-@＝＋－＠\t\r]/.test(cell))).toEqual([])
  })

  it('keep the same number of fields on every line of CSV', () => {
    const table = readCsv(csv.slice(1))
    expect(new Set(table.map((row) => row.length))).toEqual(new Set([3]))
    expect(table).toHaveLength(hostile.length + 3)
  })

  it('are texts in a workbook, character by character, and no cell is a formula', () => {
    const { textOf } = workbook([['n', 'text', 'end'], ...rows])
    const sheet = new SheetReader(textOf('xl/worksheets/sheet1.xml'))
    expect(sheet.count('f')).toBe(0)
    const seen = sheet.textsOfColumn('B').slice(1)
    const wanted = hostile.map((text) =>
      text.length > 32_767 ? `${text.slice(0, 32_766)}…` : text.replaceAll(/\p{Cs}/gu, '\ufffd'),
    )
    expect(seen).toEqual(wanted)
  })

  it('are one line each in JSON Lines, and parse to the original', () => {
    const text = [...jsonLinesPieces(hostile.map((value) => ({ value })))].join('')
    const lines = text.split(/[\n\u2028\u2029]/).filter((line) => line !== '')
    const back = lines.map((line) => {
      const { value }: { value: string } = JSON.parse(line)
      return value
    })
    expect(back).toEqual(hostile)
  })
})

/** The part of a workbook reader that the test needs: elements, entities, and the format's escapes. */
class SheetReader {
  constructor(private readonly xml: string) {}

  count(element: string): number {
    return [...this.xml.matchAll(new RegExp(`<${element}[ >/]`, 'g'))].length
  }

  textsOfColumn(column: string): readonly string[] {
    const cells = this.xml.matchAll(
      new RegExp(`<c r="${column}\\d+"[^>]* t="inlineStr"><is><t[^>]*>([^<]*)</t></is></c>`, 'g'),
    )
    const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
    return [...cells].map(([, text = '']) =>
      text
        .replace(/&(amp|lt|gt|quot);/g, (_whole, name: string) => entities[name] ?? '')
        .replace(/_x([0-9A-F]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    )
  }
}

describe('a workbook', () => {
  it('has the parts that spreadsheet programs require', () => {
    const { paths, textOf } = workbook([['n']])
    expect([...paths].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ])
    expect(textOf('xl/workbook.xml')).toContain('name="A &amp; B"')
  })

  it('writes numbers as numbers and omits empty cells', () => {
    const sheet = workbook([['n'], [7, null, '', 'x']]).textOf('xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<row r="2"><c r="A2" s="1"><v>7</v></c><c r="D2"')
  })

  it('comes in small pieces, for any number of rows', () => {
    const many = function* (): Generator<readonly CsvCell[]> {
      for (let index = 0; index < 20_000; index += 1)
        yield [`vm-${index}-${(index * 2_654_435_761) % 4_294_967_296}`, index]
    }
    const pieces = [...xlsxPieces([{ name: 'x', widths: [10], hasHeader: false, rows: many() }])]
    expect(pieces.length).toBeGreaterThan(5)
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(300_000)
  })

  it('names columns as spreadsheet programs do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})
