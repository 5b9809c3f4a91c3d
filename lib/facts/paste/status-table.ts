import { readOsType } from '../tool-reading'
import type { NamedStatus } from './tool-status'

/** Columns that are read, by their names in lower case; other columns are ignored. */
const columns = {
  osvolumeencrypted: 'os',
  osdisk: 'os',
  datavolumesencrypted: 'data',
  datadisk: 'data',
  osvolumeencryptionsettings: 'settings',
  progressmessage: 'message',
  ostype: 'osType',
  vmname: 'name',
  name: 'name',
} as const
type Field = (typeof columns)[keyof typeof columns]

interface Column {
  readonly field: Field | null
  readonly start: number
  readonly end: number
}

interface Head {
  readonly tool: 'powershell' | 'az-dual-pass'
  readonly columns: readonly Column[]
  /** The first line of the rows. */
  readonly at: number
}

/** Longer lines and more rows than any console prints. */
const lineLimit = 2_000
const rowLimit = 10_000

function isColumn(name: string): name is keyof typeof columns {
  return Object.hasOwn(columns, name)
}

function columnsOf(line: string): readonly Column[] {
  const names = [...line.slice(0, lineLimit).matchAll(/[A-Za-z]\w{0,60}/g)]
  return names.map(({ 0: name, index }, at) => {
    const lower = name.toLowerCase()
    return { field: isColumn(lower) ? columns[lower] : null, start: index, end: names[at + 1]?.index ?? lineLimit }
  })
}

/** The tool, by the columns of a table head; `null` for any other line. */
function toolOf(line: string): Head['tool'] | null {
  const words = line.slice(0, lineLimit).toLowerCase().split(/\s+/)
  if (words.includes('osvolumeencrypted') && words.includes('datavolumesencrypted')) return 'powershell'
  return words.includes('osdisk') && words.includes('datadisk') ? 'az-dual-pass' : null
}

function headOf(lines: readonly string[]): Head | null {
  for (const [index, line] of lines.entries()) {
    const tool = toolOf(line)
    const below = (lines[index + 1] ?? '').slice(0, lineLimit).trim()
    if (tool !== null && /^[- ]{5,2000}$/.test(below)) return { tool, columns: columnsOf(line), at: index + 2 }
  }
  return null
}

/** A row whose columns are below their names; of a copy that lost its blanks only what the order proves. */
function valuesOf(line: string, head: Head): ReadonlyMap<Field, string> {
  const isAligned = head.columns.every(({ start }) => start === 0 || line.length < start || line[start - 1] === ' ')
  const words = line.trim().split(/\s{1,200}/)
  const values = new Map<Field, string>()
  for (const [at, { field, start, end }] of head.columns.entries()) {
    const value = isAligned ? line.slice(start, end).trim() : (words[at] ?? '')
    const isShown = isAligned || ((field === 'os' || field === 'data') && at < 2 && /^[A-Za-z]{3,40}$/.test(value))
    if (field !== null && isShown && value !== '') values.set(field, value)
  }
  return values
}

function statusOf(tool: Head['tool'], values: ReadonlyMap<Field, string>): NamedStatus {
  const value = (field: Field): string | null => values.get(field) ?? null
  return {
    tool,
    name: value('name'),
    os: value('os'),
    data: value('data'),
    settings: value('settings'),
    message: value('message'),
    osType: readOsType(value('osType') ?? undefined),
  }
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/)
const withBlanks = (line: string): string => line.replaceAll('\t', '        ')

/**
 * Rows of `Get-AzVMDiskEncryptionStatus | Format-Table`, and of `az vm encryption show --output table` for dual pass,
 * with a name column where the user asked for one. Empty where the text contains no such table.
 */
export function readStatusTable(text: string): readonly NamedStatus[] {
  const lines = linesOf(text).map(withBlanks)
  const head = headOf(lines)
  if (head === null) return []
  const rows: Map<Field, string>[] = []
  for (const line of lines.slice(head.at, head.at + rowLimit)) {
    if (line.trim() === '') break
    const values = new Map(valuesOf(line.slice(0, lineLimit), head))
    const last = rows.at(-1)
    const goesOn = !values.has('os') && !values.has('data') && last !== undefined
    const more = values.get('message')
    if (goesOn && more !== undefined) last.set('message', `${last.get('message') ?? ''} ${more}`.trim())
    else if (values.has('os') || values.has('data')) rows.push(values)
  }
  return rows.map((values) => statusOf(head.tool, values))
}

/** The text without the head and the rows of that table, which are left empty: what was said beside it. */
export function besideStatusTable(text: string): string {
  const lines = linesOf(text)
  const head = headOf(lines.map(withBlanks))
  if (head === null) return text
  const length = lines.slice(head.at).findIndex((line) => line.trim() === '')
  const end = length === -1 ? lines.length : head.at + length
  return lines.map((line, at) => (at >= head.at - 2 && at < end ? '' : line)).join('\n')
}
