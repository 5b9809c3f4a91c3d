export type CsvCell = string | number | null

/** Characters that make a spreadsheet run a cell as a formula, full-width forms included. */
const runnable = '=+\\-@\\uff0b\\uff0d\\uff1d\\uff20'
const atStart = new RegExp(`^[${runnable}\\t\\r\\n]`)
/** The same after characters that some spreadsheets treat as the end of a cell, even inside quotes. */
const inside = new RegExp(`([;\\t\\r\\n])(?=[${runnable}])`, 'g')

/**
 * One cell of a CSV file (RFC 4180) that spreadsheets read as text: a guest's message or a name may begin like a
 * formula.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value: CsvCell): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  const safe = (atStart.test(text) ? `'${text}` : text).replace(inside, "$1'")
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of a CSV file, with its line end. */
export function csvLine(row: readonly CsvCell[]): string {
  return `${row.map(cell).join(',')}\r\n`
}

/** Start of a CSV file: the byte order mark that makes spreadsheets read UTF-8. */
export const csvMark = '\ufeff'

/** A CSV file with a header line; lines end with CR LF. */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return csvMark + [header, ...rows].map(csvLine).join('')
}
