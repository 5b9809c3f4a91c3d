import type { Fragment } from '@/lib/facts/paste/fragments/types'
import { stripLine } from '@/lib/messages/normalise/strip'
import { messageLinesLimit } from '@/lib/messages/normalise/read-messages'

/** A command without a prompt. */
const command = /^(?:sudo |az |Get-|Set-|manage-bde|lsblk|blkid|cryptsetup|curl |#\s*(?:az|lsblk|sudo) )/
/** A name alone, as a heading of the output below: `web01:`, `== vm1 ==`. */
const heading = /^[=#*\s-]{0,10}[\w.-]{1,64}:?[=#*\s-]{0,10}$/
const words = /[A-Za-z]{2}|[\u3040-\u30FF\u4E00-\u9FFF]/
/** A sentence, or a remark: what the output of a tool seldom has. */
const sentence = /^(?:\/\/|#)\s?\S|[a-z\d)]{2}[.!?:](?:\s|$)|[。！？]|[\u3040-\u309F]{3}/
/** What tools print of themselves, and fields with a value. */
const ofTool =
  /^(?:Copyright|BitLocker Drive|Disk volumes that|Key Protectors:|キーの保護機能|ボリューム|ディスク)|\S\s{0,40}[:：]\s{1,40}\S/

/**
 * Whether words stand beside an answer that are no message, no command and no output of a tool: they can say that the
 * answer is old, an example or no longer true, which is not judged here.
 */
export function hasUnjudged(rest: string, fragments: readonly Fragment[]): boolean {
  const raws = fragments.flatMap(({ rows }) => rows.map(({ raw }) => raw))
  return rest
    .split('\n')
    .slice(-messageLinesLimit)
    .some((full) => {
      const line = full.trim().slice(0, 400)
      if (!words.test(line) || command.test(line) || raws.some((raw) => line.includes(raw))) return false
      const { role } = stripLine(line)
      if (role === 'dropped' || (role === 'command' && !line.startsWith('#'))) return false
      if (fragments.length > 0) return sentence.test(line) && !ofTool.test(line)
      return !heading.test(line) || (/:$/.test(line) && !/[\d.-]/.test(line))
    })
}
