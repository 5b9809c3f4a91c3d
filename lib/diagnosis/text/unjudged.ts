import type { Fragment } from '@/lib/facts/paste/fragments/types'
import { stripLine } from '@/lib/messages/normalise/strip'
import { headingNameOf } from './machines'
import { messageLinesLimit, type ReadMessage } from '@/lib/messages/normalise/read-messages'

/** A command that only reads, with or without a prompt. Every other one can have changed what stands above it. */
const reader =
  /^(?:PS [^>]{0,80}> ?|[\w.-]{1,64}@[^$#]{1,80}[$#] ?|[$#>] ?)?(?:sudo )?(?:az (?:[a-z-]{1,30} ){1,4}(?:show|list|get-[a-z-]{1,30}|status)\b|Get-\w|manage-bde(?:\.exe)? -(?:status|protectors -get)\b|lsblk\b|blkid\b|cryptsetup (?:status|luksDump)\b|curl )/i
/** Prose in a plain form: three words or more of letters, with one blank between them. */
const prose = /^\p{L}[\p{L}'’,-]{0,40}(?: \p{L}[\p{L}'’,.-]{0,40}){2,40}[.!?]?$/u
/** A remark that a person marks as one. */
const remark = /^(?:note|nb|n\.b\.|attention|achtung|hinweis|注意|注|備考)\s?[:：]/i
/** A date, with or without its time, that belongs to no line: the answer can be of another time. */
const date =
  /^[=#*\s-]{0,10}(?:\p{L}{3,9},? )?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}\.? \p{L}{3,9}\.? \d{4}|\p{L}{3,9} {1,2}\d{1,2}(?:,| \d{1,2}:\d\d:\d\d)(?: [AP]M)?(?: [A-Z]{3,5})? \d{4}|\d{4}年\d{1,2}月\d{1,2}日)(?:[T\s\d:.,+-]|[AP]M|UTC|GMT|JST|Z|[時分秒]){0,40}[:=#*\s-]{0,10}$/u
const words = /\p{L}{2}|[\u3040-\u30FF\u4E00-\u9FFF]/u
/** A sentence, or a remark: what the output of a tool seldom has. */
const sentence = /^(?:\/\/|#)\s?\S|[a-z\d)]{2}[.!?:](?:\s|$)|[。！？]|[\u3040-\u309F]{3}/
/** What tools print of themselves, and fields with a value. */
const ofTool =
  /^(?:Copyright|BitLocker Drive|Disk volumes that|Key Protectors:|キーの保護機能|ボリューム|ディスク)|\S\s{0,40}[:：]\s{1,40}\S/

/** The VMs of the answers in a text: the names that the answers contain, and how many answers contain none. */
export interface AnsweredVms {
  readonly names: readonly string[]
  readonly unnamed: number
}

/** Whether headings name more machines than the answers can be of. */
function namesOtherMachine(lines: readonly string[], { names, unnamed }: AnsweredVms): boolean {
  const found = lines.map((line) => headingNameOf(line, names)).filter((name) => name !== null && !names.includes(name))
  return new Set(found).size > unnamed
}

const isOf = (line: string, raws: readonly string[]): boolean => raws.some((raw) => line.includes(raw))

/**
 * Whether words stand beside an answer that are no message, no command and no output of a tool: they can say that the
 * answer is old, an example or no longer true, which is not judged here. A date alone and the name of another machine do
 * so, too.
 * @param messages the messages that were read in the same words: they are shown and judged
 */
export function hasUnjudged(
  rest: string,
  fragments: readonly Fragment[],
  messages: readonly ReadMessage[],
  vms: AnsweredVms,
): boolean {
  const raws = fragments.flatMap(({ rows }) => rows.map(({ raw }) => raw))
  const lines = rest
    .split('\n')
    .map((full, index) => ({ line: full.trim().slice(0, 400), no: index + 1 }))
    .slice(-messageLinesLimit)
    .filter(({ no }) => !messages.some(({ line, lastLine }) => line <= no && no <= lastLine))
    .map(({ line }) => line)
    .filter((line) => !isOf(line, raws))
  if (namesOtherMachine(lines, vms)) return true
  return lines.some((line) => {
    if (date.test(line)) return true
    if (!words.test(line) || reader.test(line) || headingNameOf(line, vms.names) !== null) return false
    const { role } = stripLine(line)
    if (role === 'dropped') return false
    if (role === 'command' && !line.startsWith('#')) return true
    return (
      fragments.length === 0 || remark.test(line) || ((prose.test(line) || sentence.test(line)) && !ofTool.test(line))
    )
  })
}
