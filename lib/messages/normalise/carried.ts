import { cleanLine, linesOf } from './clean'

/** A line with its number in the paste, counted from 1, and its original text. */
export interface CarriedLine {
  readonly no: number
  readonly raw: string
}

/** The log's own carrier can have written a prefix before it. */
const container = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) (stdout|stderr) ([FP]) /
const docker = '{"log":"'
const headLimit = 300
/** `=` of quoted-printable precedes two hexadecimal digits or ends a line; in other texts it occurs anywhere. */
const bareMark = /=(?![0-9A-F]{2}|\r?\n|\r|$)/
const codedMark = /=(?:3D|20\r?\n|[CE][0-9A-F]=[89AB][0-9A-F]|\r?\n)/
/** In the header of the mail. */
const headerParameter = /\b(?:charset|boundary|format|delsp|name|filename)=/gi
const codes = /(?:=[0-9A-F]{2})+/g

/** Whether a text is an encoded mail body: each of its equals signs begins a code or breaks a line. */
export function isQuotedPrintable(text: string): boolean {
  return codedMark.test(text) && !bareMark.test(text.replace(headerParameter, ''))
}

function decodeBytes(found: string): string {
  const bytes = Uint8Array.from(found.slice(1).split('='), (code) => Number.parseInt(code, 16))
  return new TextDecoder().decode(bytes)
}

/** Joins the lines that a mail breaks softly, and decodes each. https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
function withoutMailCodes(lines: readonly CarriedLine[]): readonly CarriedLine[] {
  const joined: { no: number; parts: string[] }[] = []
  let goesOn = false
  for (const { no, raw } of lines) {
    const text = raw.trimEnd()
    const part = text.endsWith('=') ? text.slice(0, -1) : text
    if (goesOn) joined.at(-1)?.parts.push(part)
    else joined.push({ no, parts: [part] })
    goesOn = text.endsWith('=')
  }
  return joined.flatMap(({ no, parts }) =>
    linesOf(parts.join('').replace(codes, decodeBytes)).map((raw) => ({ no, raw })),
  )
}

interface Part {
  readonly stream: string
  readonly head: string
  readonly text: string
  readonly isLast: boolean
}

function textOfLog(json: string): { readonly log: string; readonly stream: string } | null {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value !== 'object' || value === null || !('log' in value) || typeof value.log !== 'string') return null
    return { log: value.log, stream: 'stream' in value && typeof value.stream === 'string' ? value.stream : '' }
  } catch {
    return null
  }
}

function dockerPart(line: string): Part | null {
  const start = line.slice(0, headLimit).indexOf(docker)
  const said = start < 0 ? null : textOfLog(line.slice(start, line.lastIndexOf('}') + 1))
  if (said === null) return null
  const { log, stream } = said
  const head = line.slice(0, start)
  return { stream, head, text: log.replace(/\r?\n$/, ''), isLast: log.endsWith('\n') }
}

/**
 * A line of a container log: in Kubernetes' format the parts before the last are marked `P`, in Docker's file the last
 * one ends the line. https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md
 * https://github.com/moby/moby/blob/master/daemon/logger/jsonfilelog/jsonlog/jsonlog.go
 */
function partOf(raw: string): Part | null {
  const line = cleanLine(raw)
  const found = container.exec(line.slice(0, headLimit))
  const inside = line.indexOf(docker)
  if (found === null || (inside >= 0 && inside < found.index)) return dockerPart(line) ?? dockerPart(raw)
  const [mark, stream = '', kind] = found
  const end = found.index + mark.length
  return { stream, head: line.slice(0, found.index), text: line.slice(end), isLast: kind === 'F' }
}

/** Joins the parts into which a container log split a line; each stream is joined separately. */
function withoutContainer(lines: readonly CarriedLine[]): readonly CarriedLine[] {
  const joined: { no: number; parts: string[] }[] = []
  const open = new Map<string, string[]>()
  for (const { no, raw } of lines) {
    const part = partOf(raw)
    const before = part === null ? undefined : open.get(part.stream)
    if (part === null) joined.push({ no, parts: [raw] })
    else if (before === undefined) {
      const parts = [part.head + part.text]
      joined.push({ no, parts })
      if (!part.isLast) open.set(part.stream, parts)
    } else {
      before.push(part.text)
      if (part.isLast) open.delete(part.stream)
    }
  }
  return joined.flatMap(({ no, parts }) => linesOf(parts.join('')).map((raw) => ({ no, raw })))
}

/** The codes that rsyslog writes for control characters. https://www.rsyslog.com/doc/rainerscript/global.html */
const octal = /#0(?:11|12|15|33)/g
const controls: Readonly<Record<string, string>> = { '#011': '\t', '#012': '\n', '#015': '', '#033': '\u001b' }

/** Splits the lines that syslog wrote as one. */
function withoutSyslogCodes(lines: readonly CarriedLine[]): readonly CarriedLine[] {
  return lines.flatMap(({ no, raw }) => {
    const line = cleanLine(raw)
    if (!line.includes('#0')) return [{ no, raw }]
    return linesOf(line.replace(octal, (found) => controls[found] ?? found)).map((each) => ({ no, raw: each }))
  })
}

/**
 * The lines of a text as their writer wrote them: lines that a mail or a container log broke are joined, under the
 * number of their first part, and lines that syslog wrote as one are split. Linear in the text; never throws.
 */
export function carriedLines(text: string): readonly CarriedLine[] {
  const lines = linesOf(text).map((raw, index) => ({ no: index + 1, raw }))
  const sent = isQuotedPrintable(text) ? withoutMailCodes(lines) : lines
  // A log of Docker can be read through Kubernetes.
  return withoutSyslogCodes(withoutContainer(withoutContainer(sent)))
}
