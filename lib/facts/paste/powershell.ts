import { fail, ok, type Result } from '@/lib/shared/result'
import type { PasteFailure } from './errors'
import type { ToolStatusText } from './tool-status'

const fields = ['OsVolumeEncrypted', 'DataVolumesEncrypted', 'OsVolumeEncryptionSettings', 'ProgressMessage'] as const
type Field = (typeof fields)[number]

const fieldLine = new RegExp(`^[ \\t]*(${fields.join('|')})[ \\t]*:(.*)$`, 'i')
/** A list value that is longer than the console goes on below, under the value's column. */
const continuation = /^\s{2,}\S/

/** Longer values are hostile, and joining them line by line would take time without end. */
const valueLimit = 64 * 1024

/** Undoes the console's line break: texts break at a blank, addresses in the middle. */
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

/** Reads that block, also with a prompt around it and long values broken over lines. */
export function readStatusBlock(text: string): Result<ToolStatusText, PasteFailure> {
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.filter((line) => fieldLine.exec(line)?.[1]?.toLowerCase() === 'osvolumeencrypted').length > 1) {
    return fail({ code: 'several-vms' })
  }
  const block: Block = { values: new Map(), last: null }
  for (const line of lines) addLine(block, line)
  const value = (field: Field): string | null => block.values.get(field) || null
  return ok({
    tool: 'powershell',
    os: value('OsVolumeEncrypted'),
    data: value('DataVolumesEncrypted'),
    settings: value('OsVolumeEncryptionSettings'),
    message: value('ProgressMessage'),
    osType: null,
  })
}
