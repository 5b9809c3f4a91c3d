/** A part of a text, as offsets into it; `end` is after the last character. */
export interface TextPart {
  readonly start: number
  readonly end: number
}

const traceMarks = ['Traceback (most recent call last):', 'stack trace: ', 'Stacktrace: ']
const machineStateMark = ', machine state: '
/** Longest trace that is read; the exception is at its end. */
const traceWindow = 8_000
const lineLimit = 400

/**
 * The line of a stack trace that names the fault: the exception of a Python trace (without the bare word `Exception:`),
 * or the first frame of a .NET trace, which names the place. `null` without a trace or without a line.
 */
export function telltaleTraceLine(text: string): TextPart | null {
  const marks = traceMarks.map((mark) => ({ at: text.indexOf(mark), length: mark.length })).filter(({ at }) => at >= 0)
  if (marks.length === 0) return null
  const from = Math.max(...marks.map(({ at, length }) => at + length))
  const stateAt = text.lastIndexOf(machineStateMark)
  const end = stateAt >= from ? stateAt : text.length
  const lines = linesOf(text, Math.max(from, end - traceWindow), end)
  return pythonException(text, lines) ?? lines.find((line) => isDotNetFrame(text, line)) ?? null
}

/** The non-blank lines, trimmed at their end; white space at their beginning marks a frame. */
function linesOf(text: string, start: number, end: number): TextPart[] {
  const lines: TextPart[] = []
  for (let from = start; from < end;) {
    const found = text.indexOf('\n', from)
    const to = found < 0 || found > end ? end : found
    const length = text.slice(from, to).trimEnd().length
    if (length > 0) lines.push({ start: from, end: from + length })
    from = to + 1
  }
  return lines
}

function isDotNetFrame(text: string, line: TextPart): boolean {
  return /^\s{0,40}at \S/.test(text.slice(line.start, line.start + 60))
}

/** The first line after the last frame; a bare `Exception:` is skipped for the sentence after it. */
function pythonException(text: string, lines: readonly TextPart[]): TextPart | null {
  const lastFrame = lines.findLastIndex((line) => text.startsWith('  ', line.start))
  const named = lines[lastFrame + 1]
  if (lastFrame < 0 || named === undefined) return null
  const bare = /^Exception:\s*/.exec(text.slice(named.start, named.end))
  if (bare === null) return cutLine(text, named)
  const start = named.start + bare[0].length
  return cutLine(text, start < named.end ? { start, end: named.end } : (lines[lastFrame + 2] ?? named))
}

/** Limits a line, never inside a surrogate pair. */
function cutLine(text: string, line: TextPart): TextPart {
  if (line.end - line.start <= lineLimit) return line
  const end = line.start + lineLimit
  return { start: line.start, end: /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end }
}
