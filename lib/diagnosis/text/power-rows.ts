import type { OpenOperation } from './activity-log'

/** Rows of a table in which Azure starts, stops or changes a VM, or a client waits for such a change. */
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
 * The VM whose row has an open `ProvisioningState`. Cells of Get-AzVM contain no spaces up to the name, so that the name
 * has the place of its heading.
 */
function changedVm(head: readonly string[], line: string): string | null {
  const words = line
    .trim()
    .slice(0, 400)
    .split(/[\s|]+/)
  const name = words[head.findIndex((word) => /^name$/i.test(word))] ?? ''
  const isOpen = words.some((word) => /^(?:updating|creating|migrating)$/i.test(word))
  return isOpen && isName(name) && head.some((word) => /^provisioningstate$/i.test(word)) ? name : null
}

/**
 * A job of `Get-Job` that still sends or awaits a request of disk encryption; it does not name its VM.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/get-job
 */
const openJob =
  /\sRunning\s{1,40}(?:True|False)\s{1,40}\S{1,64}\s{1,40}(?:Set|Disable|Remove)-Az(?:RM|ureRM)?VM(?:ss)?Disk/i

/**
 * Reads the tables that `az vm list -d`, `Get-AzVM` and `Get-Job` print. A row counts only below a head with the column of
 * the name, and with as many cells as that: of any other one it is not known which VM it is of.
 */
export function readPowerRows(text: string): PowerRows {
  let head: readonly string[] = []
  let words: readonly string[] = []
  const operations: OpenOperation[] = []
  const lines = text.split('\n').map((line) => {
    const cells = cellsOf(line)
    if (cells.some((cell) => /^name$/i.test(cell))) head = cells
    if (/(?:^|[\s|])Name(?:$|[\s|])/i.test(line) && /ProvisioningState/i.test(line))
      words = line
        .trim()
        .slice(0, 400)
        .split(/[\s|]+/)
    const changed = changedVm(words, line)
    if (changed !== null || openJob.test(line.slice(0, 400))) {
      operations.push({ vm: changed?.toLowerCase() ?? null, time: null, isRequest: false })
      return ''
    }
    const name = cells[head.findIndex((cell) => /^name$/i.test(cell))] ?? ''
    if (cells.length < 3 || cells.length !== head.length || !cells.some(isChange) || !isName(name)) return line
    operations.push({ vm: name.toLowerCase(), time: null, isRequest: false })
    return ''
  })
  return { operations, rest: lines.join('\n') }
}
