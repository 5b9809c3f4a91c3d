import { readBitLockerVolume, readManageBde } from './bitlocker'
import { readExtensionList } from './extension'
import { readJsonParts } from './json-parts'
import { readBlkid, readCryptsetupStatus, readCrypttab, readFstab, readLsblk, readLuksDump } from './linux-tools'
import type { Fragment } from './types'

/** Maximum of lines read for outputs of tools; a VM's disks need far fewer. */
const lineLimit = 5_000

function valueOf(text: string): unknown {
  const start = text.search(/[[{]/)
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
  if (start < 0 || end <= start || text.length > 1_000_000) return null
  try {
    return JSON.parse(text.slice(start, end + 1))
  } catch {
    return null
  }
}

/**
 * Statements about single volumes in outputs of tools and parts of answers, without a VM around them. Takes the cleaned
 * lines of a paste; never throws.
 */
export function readFragments(lines: readonly string[]): readonly Fragment[] {
  const read = lines.slice(0, lineLimit)
  const text = read.join('\n')
  const tools = [
    readExtensionList,
    readLsblk,
    readBlkid,
    readFstab,
    readCrypttab,
    readManageBde,
    readBitLockerVolume,
    readCryptsetupStatus,
    readLuksDump,
  ]
  return [...readJsonParts(text, valueOf(text)), ...tools.flatMap((tool) => tool(read) ?? [])]
}
