import { carriedLines } from '@/lib/messages/normalise/carried'
import { stripLine } from '@/lib/messages/normalise/strip'
import type { Decided } from './decide'
import { isLaterThan, timeOfLine, type LineTime } from './line-time'
import type { LoggedCommand } from './logged-commands'

/** The progress of a copy by cryptsetup, as a terminal shows it. */
const progress = /^Progress:[ \t]{1,8}(?!100\b)\d{1,3}[.,]\d/

export type ReadText = Pick<Decided, 'text' | 'read'>

/** The begin of a run, or of one of its steps, in the extension's own words. */
const begins = /\b(?:Resuming|copying|daemon|Entering|luks\w{1,20}|(?:En|Dis)abl(?:e|ing) encryption|transitioning)\b/i
/** A status report of a run that has just begun; the operation of a report says nothing, a failed one has it too. */
const reportBegins = /\[StatusReport \(\d{1,6}\)\] status: transitioning/
/** Lines that tell of a command or of a number, and that no entry knows. */
const commands = /\b(?:Executing|cryptsetup|Progress)\b/i
const isAtWork = (text: string): boolean => begins.test(text) || commands.test(text)

/** The time of the message that is judged; null where its line has none. */
const judgedAt = ({ deciding, ordered: { messages } }: Decided): LineTime | null =>
  messages.find(({ message }) => message === deciding)?.time ?? null

/**
 * Whether the extension logs work behind the judged message, in text or in time: that run can be another one, and it may
 * go on. Where the order is not known, anywhere.
 */
export function worksLater(decided: Decided): boolean {
  const { deciding, ordered } = decided
  const judged = judgedAt(decided)
  return logsWork(decided, (at, line) => {
    if (ordered.order === 'text') return at > deciding.lastLine
    const time = timeOfLine(line)
    return ordered.order === 'unknown' || time === null || judged === null || time.value > judged.value
  })
}

/** Whether the extension logs work in a line without a message, on which a condition holds. */
export function logsWork({ text, read }: ReadText, holds: (at: number, line: string) => boolean): boolean {
  // A step of a run is a message too, and still work.
  const others = read.known.filter(({ kind }) => kind !== 'linux-log-normal-step')
  const taken = new Set(others.flatMap(({ line, lastLine }) => range(line, lastLine)))
  return carriedLines(text).some(({ no: at, raw: line }) => {
    if (taken.has(at) || !isAtWork(line.slice(0, 400)) || !holds(at, line)) return false
    const { layers, label, text: rest } = stripLine(line)
    if (progress.test(rest.slice(0, 200))) return true
    if (label !== null) return layers.includes('extension') && reportBegins.test(line.slice(0, 400))
    const said = rest.slice(0, 200)
    // A console shows the commands of a run that has ended too.
    return (layers.includes('extension') && isAtWork(said)) || (layers.includes('console') && begins.test(said))
  })
}

const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

/**
 * The commands of runs behind the judged message, by the dates of both, otherwise by their place in the text; and those
 * of which it is not known whether they are.
 */
export function behindJudged(
  decided: Decided,
  commands: readonly LoggedCommand[],
): { readonly later: readonly LoggedCommand[]; readonly open: readonly LoggedCommand[] } {
  const { deciding, ordered } = decided
  const judged = judgedAt(decided)
  const isLater = ({ line, time }: LoggedCommand): boolean | null => {
    const byTime = isLaterThan(time, judged)
    return byTime ?? (ordered.order === 'unknown' ? null : line > deciding.line)
  }
  return {
    later: commands.filter((command) => isLater(command) === true),
    open: commands.filter((command) => isLater(command) === null),
  }
}
