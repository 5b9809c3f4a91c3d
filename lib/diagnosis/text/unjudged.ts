import type { Fragment } from '@/lib/facts/paste/fragments/types'
import { stripLine } from '@/lib/messages/normalise/strip'
import { messageLinesLimit, type ReadMessage } from '@/lib/messages/normalise/read-messages'

/** A command that only reads, with or without a prompt. Every other one can have changed what stands above it. */
const reader =
  /^(?:PS [^>]{1,80}> ?|[\w.-]{1,64}@[^$#]{1,80}[$#] ?|[$#>] ?)?(?:sudo )?(?:az (?:[a-z-]{1,30} ){1,4}(?:show|list|get-[a-z-]{1,30}|status)\b|Get-\w|manage-bde(?:\.exe)? -(?:status|protectors -get)\b|lsblk\b|blkid\b|cryptsetup (?:status|luksDump)\b|curl )/i
/** Prose in a plain form: three words or more of letters, with one blank between them. */
const prose = /^\p{L}[\p{L}'’,-]{0,40}(?: \p{L}[\p{L}'’,.-]{0,40}){2,40}[.!?]?$/u
/** A remark that a person marks as one. */
const remark = /^(?:note|nb|n\.b\.|attention|achtung|hinweis|注意|注|備考)\s?[:：]/i
/** A name with a digit, as a heading of the output below: `web01:`, `== vm1 ==`. */
const heading = /^[=#*\s-]{0,10}(?=\D{1,64}\d)[A-Za-z][\w.-]{1,63}:?[=#*\s-]{0,10}$/
const words = /\p{L}{2}|[\u3040-\u30FF\u4E00-\u9FFF]/u
/** A sentence, or a remark: what the output of a tool seldom has. */
const sentence = /^(?:\/\/|#)\s?\S|[a-z\d)]{2}[.!?:](?:\s|$)|[。！？]|[\u3040-\u309F]{3}/
/** What tools print of themselves, and fields with a value. */
const ofTool =
  /^(?:Copyright|BitLocker Drive|Disk volumes that|Key Protectors:|キーの保護機能|ボリューム|ディスク)|\S\s{0,40}[:：]\s{1,40}\S/

/**
 * Whether words stand beside an answer that are no message, no command and no output of a tool: they can say that the
 * answer is old, an example or no longer true, which is not judged here.
 * @param messages the messages that were read in the same words: they are shown and judged
 */
export function hasUnjudged(
  rest: string,
  fragments: readonly Fragment[],
  messages: readonly ReadMessage[] = [],
): boolean {
  const raws = fragments.flatMap(({ rows }) => rows.map(({ raw }) => raw))
  return rest
    .split('\n')
    .map((full, index) => ({ full, no: index + 1 }))
    .slice(-messageLinesLimit)
    .some(({ full, no }) => {
      if (messages.some(({ line, lastLine }) => line <= no && no <= lastLine)) return false
      const line = full.trim().slice(0, 400)
      if (!words.test(line) || reader.test(line) || raws.some((raw) => line.includes(raw))) return false
      const { role } = stripLine(line)
      if (role === 'dropped') return false
      if (role === 'command' && !line.startsWith('#')) return true
      if (fragments.length > 0)
        return remark.test(line) || ((prose.test(line) || sentence.test(line)) && !ofTool.test(line))
      return !heading.test(line)
    })
}
