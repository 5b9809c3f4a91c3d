import { firstLine, telltaleTraceLine, type TextPart } from './trace'

/** Sentences that only wrap the cause; the cause stands behind them. */
const wrappers = [
  'with error: ',
  'Error message: "',
  "with error message: '",
  'with the following exception details:',
  'as expected. Exception: ',
  'hit exception ',
  'Encountered the following error: ',
]
const causeEnds = [', stack trace: ', ', InnerException', ', inner exception', '\n Stacktrace: ', ', machine state: ']
/** A wrapper stands near the beginning; one cause can be wrapped again. */
const wrapperWindow = 600
const wrapperDepth = 4
/** A cause that says nothing by itself. */
const emptyCauses = ['did not reach completed state']

/**
 * The part of a failure text that tells most, for a place with room for one line: the cause behind the wrapping
 * sentence, the error output of a failed command, or the exception at the end of a stack trace. A text without such a
 * part is told from its beginning.
 * @returns offsets into `message`, `0 <= start <= end <= message.length`
 */
export function tellingPart(message: string): TextPart {
  const from = behindWrappers(message)
  if (from > 0) {
    const part = telltaleCause(message, from)
    if (part !== null) return part
  }
  return telltaleTraceLine(message) ?? errorOutput(message, 0, '[stderr]') ?? wholeOf(message, from)
}

function wholeOf(message: string, from: number): TextPart {
  return firstLine(message, from, message.length) ?? { start: 0, end: message.length }
}

function behindWrappers(message: string): number {
  let from = 0
  for (let depth = 0; depth < wrapperDepth; depth += 1) {
    const window = message.slice(from, from + wrapperWindow)
    const end = Math.min(...causeEnds.map((mark) => indexOrEnd(window, mark)))
    const found = wrappers.map((mark) => ({ at: window.indexOf(mark), length: mark.length }))
    const inside = found.filter(({ at }) => at >= 0 && at < end).map(({ at, length }) => at + length)
    if (inside.length === 0) break
    from += Math.min(...inside)
  }
  return from
}

function indexOrEnd(text: string, mark: string): number {
  const at = text.indexOf(mark)
  return at < 0 ? text.length : at
}

function telltaleCause(message: string, from: number): TextPart | null {
  const ends = causeEnds.map((mark) => message.indexOf(mark, from)).filter((at) => at >= 0)
  const end = Math.min(message.length, ...ends)
  const cause = message.startsWith('Command ', from) ? errorOutput(message.slice(0, end), from, '\nstderr:') : null
  const line = cause ?? firstLine(message, from, end)
  if (line === null || emptyCauses.includes(message.slice(line.start, line.end)))
    return telltaleTraceLine(message) ?? line
  return line
}

function errorOutput(message: string, from: number, mark: string): TextPart | null {
  const at = message.indexOf(mark, from)
  return at < 0 ? null : firstLine(message, at + mark.length, message.length)
}
