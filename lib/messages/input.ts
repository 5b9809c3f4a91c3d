import type { ReadableText } from './matches-text'

/**
 * A status file may reach 128 KB before the agent truncates it. The first 64 KiB contain every wrapper and cause seen
 * in practice, and the machine state of an OS failure is at the very end, so the end is kept as well.
 * https://github.com/Azure/WALinuxAgent/blob/master/azurelinuxagent/ga/exthandlers.py
 */
const keptHead = 64 * 1024
const keptTail = 4 * 1024
/** Cannot occur in a status: the extension drops unprintable characters, so nothing matches across the seam. */
const seam = '\u0000'
/** The agent truncates a sub-status at 10 KB; a valid one has under 100 characters. */
const jsonLimit = 16 * 1024

/** Shortens a text to the part that the catalogue reads. */
export function capText(text: string): string {
  if (text.length <= keptHead + keptTail) return text
  return text.slice(0, keptHead) + seam + text.slice(-keptTail)
}

/** Prepares a text for the catalogue: length-limited, and parsed as JSON once where it may be an object. */
export function readText(text: string, mayBeJson: boolean): ReadableText {
  const capped = capText(text)
  return { text: capped, fields: mayBeJson && capped.length <= jsonLimit ? readJsonWords(capped) : null }
}

/** The text fields of a JSON object; `null` for anything else. Never throws. */
export function readJsonWords(text: string): ReadonlyMap<string, string> | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const words = new Map<string, string>()
    for (const [name, field] of Object.entries(value)) if (typeof field === 'string') words.set(name, field)
    return words
  } catch {
    return null
  }
}
