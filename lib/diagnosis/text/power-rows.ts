import type { OpenOperation } from './activity-log'

/** Rows of a table in which Azure starts or stops a VM that the row names. */
export interface PowerRows {
  readonly operations: readonly OpenOperation[]
  /** The text with those rows left empty. */
  readonly rest: string
}

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(0, 400)
    .split(/ {2,}|\t|\|/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')

const isChange = (cell: string): boolean => /^(?:VM |PowerState\/)(?:starting|stopping|deallocating)$/i.test(cell)
const isName = (cell: string): boolean => /^[a-z0-9][\w.-]{0,63}$/i.test(cell)

/**
 * Reads the tables that `az vm list -d` and `Get-AzVM -Status` print. A row counts only below a head with the column of
 * the name, and with as many cells as that: of any other one it is not known which VM it is of.
 */
export function readPowerRows(text: string): PowerRows {
  let head: readonly string[] = []
  const operations: OpenOperation[] = []
  const lines = text.split('\n').map((line) => {
    const cells = cellsOf(line)
    if (cells.some((cell) => /^name$/i.test(cell))) head = cells
    const name = cells[head.findIndex((cell) => /^name$/i.test(cell))] ?? ''
    if (cells.length < 3 || cells.length !== head.length || !cells.some(isChange) || !isName(name)) return line
    operations.push({ vm: name.toLowerCase(), time: null, isRequest: false })
    return ''
  })
  return { operations, rest: lines.join('\n') }
}
