import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { CsvCell } from '@/lib/views/csv'
import { columnName, packageParts, sheetEnd, sheetStart, xmlText } from './xlsx-parts'

export interface Sheet {
  readonly name: string
  /** Widths of the columns in characters. */
  readonly widths: readonly number[]
  /** Whether its first row is a header that stays visible. */
  readonly hasHeader: boolean
  readonly rows: Iterable<readonly CsvCell[]>
}

const headerStyle = ' s="2"'
const numberStyle = ' s="1"'
/** Number of rows that are generated before their XML is passed on. */
const rowsAtOnce = 100
/** The lowest level compresses almost as well here, where rows resemble each other, and takes a third of the time. */
const compression = 1

/** One row. A text is written as an inline string (`inlineStr`), so no cell is ever a formula. */
function rowXml(number: number, row: readonly CsvCell[], columns: readonly string[], style: string): string {
  const cells = row.map((value, index) => {
    const place = `${columns[index] ?? columnName(index)}${number}`
    if (value === null || value === '') return ''
    if (typeof value === 'number') return `<c r="${place}"${numberStyle}><v>${value}</v></c>`
    const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : ''
    return `<c r="${place}"${style} t="inlineStr"><is><t${space}>${xmlText(value)}</t></is></c>`
  })
  return `<row r="${number}">${cells.join('')}</row>`
}

function* sheetXml({ widths, hasHeader, rows }: Sheet): Generator<string> {
  const columns = widths.map((_width, index) => columnName(index))
  let text = sheetStart(widths, hasHeader)
  let number = 0
  for (const row of rows) {
    number += 1
    text += rowXml(number, row, columns, hasHeader && number === 1 ? headerStyle : '')
    if (number % rowsAtOnce !== 0) continue
    yield text
    text = ''
  }
  yield text + sheetEnd
}

/** A workbook (Office Open XML) in pieces: at most a few hundred rows are in memory. The consumer sets the pace. */
export function* xlsxPieces(sheets: readonly Sheet[]): Generator<Uint8Array<ArrayBuffer>> {
  const ready: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error
    ready.push(piece)
  })
  for (const [path, text] of packageParts(sheets.map(({ name }) => name))) {
    const part = new ZipPassThrough(path)
    zip.add(part)
    part.push(strToU8(text), true)
  }
  for (const [index, sheet] of sheets.entries()) {
    const part = new ZipDeflate(`xl/worksheets/sheet${index + 1}.xml`, { level: compression })
    zip.add(part)
    for (const text of sheetXml(sheet)) {
      part.push(strToU8(text), false)
      yield* ready.splice(0)
    }
    part.push(new Uint8Array(0), true)
  }
  zip.end()
  yield* ready.splice(0)
}
