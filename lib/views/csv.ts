export type CsvCell = string | number | null

/** What a spreadsheet would run if a cell began with it, full-width forms included. */
const runnable = '=+\\-@\\uff0b\\uff0d\\uff1d\\uff20'
const atStart = new RegExp(`^[${runnable}\\t\\r\\n]`)
/** The same behind what some spreadsheets take for the end of a cell, whatever the quotes around it say. */
const inside = new RegExp(`([;\\t\\r\\n])(?=[${runnable}])`, 'g')

/**
 * One cell of a CSV file (RFC 4180) that a spreadsheet takes for text: a guest or a name may begin with what a
 * spreadsheet would run. https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value: CsvCell): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  const safe = (atStart.test(text) ? `'${text}` : text).replace(inside, "$1'")
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of a CSV file, with its end. */
export function csvLine(row: readonly CsvCell[]): string {
  return `${row.map(cell).join(',')}\r\n`
}

/** What a CSV file begins with: tells spreadsheets that it is UTF-8. */
export const csvMark = '\ufeff'

/** A CSV file with a header line; lines end with CR LF. */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return csvMark + [header, ...rows].map(csvLine).join('')
}
