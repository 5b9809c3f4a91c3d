import type { NamedStatus } from './tool-status'

const fields = ['OsVolumeEncrypted', 'DataVolumesEncrypted', 'OsVolumeEncryptionSettings', 'ProgressMessage'] as const
type Field = (typeof fields)[number]

const fieldLine = new RegExp(`^[ \\t]*(${fields.join('|')})[ \\t]*:(.*)$`, 'i')
/** A list value that is longer than the console is wide continues below, under the value's column. */
const continuation = /^\s{2,}\S/

/** Longer values are hostile, and joining them line by line would take quadratic time. */
const valueLimit = 64 * 1024

/** Undoes the console's line break: texts break at a blank, addresses and single words anywhere. */
function join(field: Field, before: string, after: string): string {
  const isWord = field === 'OsVolumeEncrypted' || field === 'DataVolumesEncrypted'
  if (isWord && /^[A-Za-z]{1,40}$/.test(before) && /^[a-z]{1,40}$/i.test(after)) return before + after
  if (before.length > valueLimit) return before
  const lastWord = before.slice(Math.max(before.lastIndexOf(' ') + 1, before.length - 2_048))
  return /^https?:\/\//.test(lastWord) ? before + after : `${before} ${after}`
}

/** A line that a script prints above each block. */
const headLine = /^[ \t]*(?:VM(?: ?Name)?|Name)[ \t]{0,40}:[ \t]{0,8}([A-Za-z0-9][\w-]{0,63})[ \t]*$/i

interface Block {
  readonly values: Map<Field, string>
  /** The name in a head above its fields. */
  name: string | null
  /** The lines that its values were read from. */
  readonly taken: Set<number>
  last: Field | null
}

interface Line {
  readonly at: number
  readonly text: string
}

const fieldOf = (line: string): string | undefined => fieldLine.exec(line)?.[1]?.toLowerCase()

function addLine(block: Block, { at, text }: Line): void {
  const match = fieldLine.exec(text)
  const head = block.values.size === 0 ? headLine.exec(text)?.[1] : undefined
  if (head !== undefined) {
    block.name = head
    block.taken.add(at)
    return
  }
  const field = fields.find((name) => name.toLowerCase() === match?.[1]?.toLowerCase())
  if (field !== undefined) {
    block.values.set(field, (match?.[2] ?? '').trim())
    block.last = field
    block.taken.add(at)
  } else if (block.last !== null && continuation.test(text)) {
    block.values.set(block.last, join(block.last, block.values.get(block.last) ?? '', text.trim()).trim())
    block.taken.add(at)
  } else {
    block.last = null
  }
}

/** Whether a text holds the block that `Get-AzVMDiskEncryptionStatus` prints. */
export function isStatusBlock(text: string): boolean {
  return /^[ \t]*OsVolumeEncrypted[ \t]*:/im.test(text)
}

function readBlock(lines: readonly Line[]): Block {
  const block: Block = { values: new Map(), name: null, taken: new Set(), last: null }
  for (const line of lines) addLine(block, line)
  return block
}

function statusOf({ values, name }: Block): NamedStatus {
  const value = (field: Field): string | null => values.get(field) || null
  return {
    tool: 'powershell',
    name,
    os: value('OsVolumeEncrypted'),
    data: value('DataVolumesEncrypted'),
    settings: value('OsVolumeEncryptionSettings'),
    message: value('ProgressMessage'),
    osType: null,
  }
}

/** Parts of a list that empty lines separate; where the empty lines were lost, a repeated field begins a part. */
function partsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const parts: Line[][] = [[]]
  let seen = new Set<string>()
  for (const line of lines) {
    const field = fieldOf(line.text)
    if (line.text.trim() === '' || (field !== undefined && seen.has(field))) {
      parts.push([])
      seen = new Set()
    }
    if (field !== undefined) seen.add(field)
    parts.at(-1)?.push(line)
  }
  return parts
}

function blocksOf(texts: readonly string[]): readonly Block[] {
  const lines = texts.map((text, at) => ({ at, text }))
  const named = lines.flatMap(({ text }) => fieldOf(text) ?? [])
  const isSingle = new Set(named).size === named.length
  const parts = isSingle ? [lines] : partsOf(lines)
  const blocks = parts.map(readBlock).filter(({ values }) => values.has('OsVolumeEncrypted'))
  // Where one of several has no head, it is not known of which VM the others are in relation to it.
  const areNamed = blocks.length > 1 && blocks.every(({ name }) => name !== null)
  return areNamed ? blocks : blocks.map((block) => ({ ...block, name: null }))
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/)

/**
 * Reads those blocks, also with a prompt around them and long values broken over lines. A single block owns all fields
 * of the text; where a field repeats, each has those of its own part, so that none gets the words of another.
 */
export function readStatusBlocks(text: string): readonly NamedStatus[] {
  return blocksOf(linesOf(text)).map(statusOf)
}

/** The text without the lines of its blocks, which are left empty: what was said beside them. */
export function besideStatusBlocks(text: string): string {
  const lines = linesOf(text)
  const taken = new Set(blocksOf(lines).flatMap((block) => [...block.taken]))
  return lines.map((line, at) => (taken.has(at) ? '' : line)).join('\n')
}
