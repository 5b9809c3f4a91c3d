import { carriedLines } from '@/lib/messages/normalise/carried'
import { timeOfLine } from './line-time'

/** The command that copies the OS disk onto itself. */
export const copyCommand = /\bdd if=\S{1,80} of=\/dev\/mapper\/osencrypt\b/
const copyFailed = /\b(?:Command dd|failed|exit(?:ed)?|returned)\b/i

/**
 * Whether a text shows the copy of the OS disk: its command, not where it failed, on a line for which a condition holds.
 * @param holds gets the line's number and its time (epoch milliseconds, null where it has none)
 */
export function copiesIn(text: string, holds: (at: number, time: number | null) => boolean): 'os' | null {
  if (!text.includes('of=/dev/mapper/osencrypt')) return null
  const runs = carriedLines(text).some(({ no, raw }) => {
    const line = raw.slice(0, 2_000)
    return copyCommand.test(line) && !copyFailed.test(line) && holds(no, timeOfLine(line)?.value ?? null)
  })
  return runs ? 'os' : null
}
