import type { NamedStatus } from './tool-status'

const fields = ['OsVolumeEncrypted', 'DataVolumesEncrypted', 'OsVolumeEncryptionSettings', 'ProgressMessage'] as const
type Field = (typeof fields)[number]

const fieldLine = new RegExp(`^[ \\t]*(${fields.join('|')})[ \\t]*:(.*)$`, 'i')
/** A list value that is longer than the console is wide continues below, under the value's column. */
const continuation = /^\s{2,}\S/

/** Longer values are hostile, and joining them line by line would take quadratic time. */
const valueLimit = 64 * 1024

/** Undoes the console's line break: texts break at a blank, addresses anywhere. */
function join(before: string, after: string): string {
  if (before.length > valueLimit) return before
  const lastWord = before.slice(Math.max(before.lastIndexOf(' ') + 1, before.length - 2_048))
  return /^https?:\/\//.test(lastWord) ? before + after : `${before} ${after}`
}

interface Block {
  readonly values: Map<Field, string>
  last: Field | null
}

function addLine(block: Block, line: string): void {
  const match = fieldLine.exec(line)
  const field = fields.find((name) => name.toLowerCase() === match?.[1]?.toLowerCase())
  if (field !== undefined) {
    block.values.set(field, (match?.[2] ?? '').trim())
    block.last = field
  } else if (block.last !== null && continuation.test(line)) {
    block.values.set(block.last, join(block.values.get(block.last) ?? '', line.trim()).trim())
  } else {
    block.last = null
  }
}

/** Whether a text holds the block that `Get-AzVMDiskEncryptionStatus` prints. */
export function isStatusBlock(text: string): boolean {
  return /^[ \t]*OsVolumeEncrypted[ \t]*:/im.test(text)
}

function readBlock(lines: readonly string[]): Block {
  const block: Block = { values: new Map(), last: null }
  for (const line of lines) addLine(block, line)
  return block
}

function statusOf({ values }: Block): NamedStatus {
  const value = (field: Field): string | null => values.get(field) || null
  return {
    tool: 'powershell',
    name: null,
    os: value('OsVolumeEncrypted'),
    data: value('DataVolumesEncrypted'),
    settings: value('OsVolumeEncryptionSettings'),
    message: value('ProgressMessage'),
    osType: null,
  }
}

/** Parts of a list that empty lines separate; where the empty lines were lost, a repeated field begins a part. */
function partsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]]
  let seen = new Set<string>()
  for (const line of lines) {
    const field = fieldLine.exec(line)?.[1]?.toLowerCase()
    if (line.trim() === '' || (field !== undefined && seen.has(field))) {
      parts.push([])
      seen = new Set()
    }
    if (field !== undefined) seen.add(field)
    parts.at(-1)?.push(line)
  }
  return parts
}

/**
 * Reads those blocks, also with a prompt around them and long values broken over lines. A single block owns all fields
 * of the text; of several, each has those of its own part, so that no VM gets the words of another.
 */
export function readStatusBlocks(text: string): readonly NamedStatus[] {
  const lines = text.split(/\r\n|\r|\n/)
  const heads = lines.filter((line) => fieldLine.exec(line)?.[1]?.toLowerCase() === 'osvolumeencrypted')
  if (heads.length < 2) return [statusOf(readBlock(lines))]
  return partsOf(lines)
    .map(readBlock)
    .filter(({ values }) => values.has('OsVolumeEncrypted'))
    .map(statusOf)
}
