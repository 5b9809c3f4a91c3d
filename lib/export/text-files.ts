import { csvLine, csvMark, type CsvCell } from '@/lib/views/csv'

/** Number of lines that are generated before their text is passed on. */
const linesAtOnce = 100

function* inPieces(lines: Iterable<string>): Generator<string> {
  let text = ''
  let count = 0
  for (const line of lines) {
    text += line
    count += 1
    if (count % linesAtOnce !== 0) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

function* csvLines(
  about: readonly (readonly CsvCell[])[],
  rows: Iterable<readonly CsvCell[]>,
  width: number,
): Generator<string> {
  yield csvMark
  // Every line of a CSV file has the same number of fields.
  const wide = (row: readonly CsvCell[]) => [
    ...row,
    ...Array.from({ length: Math.max(0, width - row.length) }, () => null),
  ]
  for (const row of about) yield csvLine(wide(row))
  for (const row of rows) yield csvLine(row)
}

/**
 * A CSV file (RFC 4180) in pieces: lines about the export, an empty line, then header and rows, all with the same
 * number of fields.
 */
export function csvPieces(
  about: readonly (readonly CsvCell[])[],
  rows: Iterable<readonly CsvCell[]>,
  width: number,
): Generator<string> {
  return inPieces(csvLines([...about, []], rows, width))
}

function* jsonLines(values: Iterable<unknown>): Generator<string> {
  // Separators that some readers treat as the end of a line are written as escapes.
  for (const value of values)
    yield `${JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`
}

/** A JSON Lines file, in pieces. */
export function jsonLinesPieces(values: Iterable<unknown>): Generator<string> {
  return inPieces(jsonLines(values))
}
