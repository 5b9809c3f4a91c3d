import { fail, ok, type Result } from '@/lib/shared/result'
import type { PasteFailure, UnreadCode } from './errors'

function tryJson(text: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch {
    return null
  }
}

/** One JSON value of a text and where it stands. */
export interface JsonPart {
  readonly value: unknown
  readonly start: number
  readonly end: number
}

/** Where the value ends that a bracket opens; -1 where the text ends before it. */
function endOfValue(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const mark = text[at]
    if (mark === '"') at = endOfQuoted(text, at)
    else if (mark === '{' || mark === '[') depth += 1
    else if (mark === '}' || mark === ']') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return -1
}

/** A value that can hold an answer; a mark such as `[  12.345]` is a number in a list. */
const holdsObject = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (!Array.isArray(value) || value.some((each) => typeof each === 'object'))

/** A mark in brackets that is not closed makes the search read to the end of the text: more of them have no answer after them. */
const unclosedLimit = 20

/**
 * The JSON values that begin on lines of a text, in order: what stands between them are prompts, warnings and the output
 * of tools. Null where a value breaks off or is damaged, because what it held is not known; behind a whole answer that
 * one is left to the words of the text.
 */
function valuesIn(text: string, isAnswer: IsAnswer | undefined): readonly JsonPart[] | null {
  const found: JsonPart[] = []
  const begins = /^[ \t]*(?=[[{])/gm
  let unclosed = 0
  for (let begin = begins.exec(text); begin !== null && unclosed < unclosedLimit; begin = begins.exec(text)) {
    const start = begin.index + begin[0].length
    const end = endOfValue(text, start)
    const read = end < 0 ? null : tryJson(text.slice(start, end))
    if (end < 0) unclosed += 1
    if (read === null && opensJson(text.slice(start, start + 200)))
      return isAnswer !== undefined && found.some(({ value }) => isAnswer(value)) ? found : null
    if (read !== null && holdsObject(read.value)) found.push({ value: read.value, start, end })
    begins.lastIndex = read === null ? start + 1 : end
  }
  return found
}

/**
 * The objects with fields of a text whose JSON breaks off or is damaged, the outermost of those that are complete; what
 * breaks off last is closed where its last complete field ends.
 * @param limit of the objects
 */
export function objectsOfBroken(text: string, limit: number): readonly unknown[] {
  const found: unknown[] = []
  let unclosed = 0
  for (let at = text.indexOf('{'); at >= 0 && found.length < limit; at = text.indexOf('{', at)) {
    const end = unclosed < unclosedLimit ? endOfValue(text, at) : -1
    const read = end < 0 ? closed(text.slice(at, at + 20_000)) : tryJson(text.slice(at, end))
    if (end < 0) unclosed += 1
    if (unclosed > unclosedLimit) return found
    if (read !== null) found.push(read.value)
    // Of an object that does not end, those inside it are read as well.
    at = read === null || end < 0 ? at + 1 : end
  }
  return found
}

/** An object that breaks off, as far as its own fields are complete. */
function closed(text: string): { readonly value: unknown } | null {
  let depth = 0
  let end = -1
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at]
    if (mark === '"') at = endOfQuoted(text, at)
    else if (mark === '{' || mark === '[') depth += 1
    else if (mark === '}' || mark === ']') depth -= 1
    else if (mark === ',' && depth === 1) end = at
  }
  return end < 0 ? null : tryJson(`${text.slice(0, end)}}`)
}

type IsAnswer = (value: unknown) => boolean

/** The values of a text: the whole text, its lines, or what stands between other lines. */
function partsOf(text: string, isAnswer?: IsAnswer): readonly JsonPart[] | null {
  const whole = tryJson(text)?.value ?? null
  if (whole !== null) return [{ value: whole, start: 0, end: text.length }]
  const lines = readJsonLines(text)
  if (lines === null || hasOneAnswer(lines, isAnswer)) return valuesIn(text, isAnswer)
  return [{ value: lines, start: 0, end: text.length }]
}

/** One answer in a line, and the output of a tool in another: no list of VMs. An invalid line can be of one. */
const hasOneAnswer = (lines: readonly unknown[], isAnswer: IsAnswer | undefined): boolean =>
  isAnswer !== undefined && !lines.includes(undefined) && lines.filter(isAnswer).length === 1

/** A text without some of its JSON values, whose lines are left empty. */
export function besideJson(text: string, isAnswer: IsAnswer): string {
  const parts = (partsOf(text, isAnswer) ?? []).filter(({ value }) => isAnswer(value))
  return parts.reduceRight((rest, { start, end }) => {
    const empty = rest.slice(start, end).replace(/[^\n]+/g, '')
    return rest.slice(0, start) + empty + rest.slice(end)
  }, text)
}

/** One value per line, as in JSON Lines; an invalid line gives `undefined`. `null` where the text has another form. */
function readJsonLines(text: string): readonly unknown[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const isLines = lines.length > 1 && lines.slice(0, 2).every((line) => tryJson(line) !== null)
  return isLines ? lines.map((line) => tryJson(line)?.value) : null
}

/** Where a text of JSON that begins at a quotation mark ends: at the closing one. */
function endOfQuoted(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at
  }
  return text.length
}

/**
 * Whether an object of a JSON text names a field twice: readers take one of the values, and which one differs.
 * What breaks off behind the last value is not searched. Linear in the text. https://www.rfc-editor.org/rfc/rfc8259#section-4
 */
export function repeatsField(pasted: string, isAnswer?: IsAnswer): boolean {
  const whole = pasted.trim()
  const last = partsOf(whole, isAnswer)?.at(-1)
  if (last === undefined) return false
  const text = whole.slice(0, last.end)
  const open: (Set<string> | null)[] = []
  for (let at = Math.max(0, text.search(/[[{]/)); at < text.length; at += 1) {
    const mark = text[at]
    if (mark === '{') open.push(new Set())
    else if (mark === '[') open.push(null)
    else if (mark === '}' || mark === ']') open.pop()
    else if (mark === '"') {
      const end = endOfQuoted(text, at)
      const name = text.slice(at + 1, end)
      const fields = open.at(-1)
      if (fields instanceof Set && /^\s{0,64}:/.test(text.slice(end + 1, end + 66))) {
        if (fields.has(name)) return true
        fields.add(name)
      }
      at = end
    }
  }
  return false
}

/** A list, not a mark in brackets: `[  OK  ]`, `[FAILED]`, `[OS Volume]`, the time of a chat. */
const listOfJson = /^\s*\[\s*(?:[[{"\]]|(?:true|false|null|-?\d[\d.eE+-]{0,40})\s*,)/
/** An object, or a field cut out of one: a person's sentence can begin with a quotation mark too. */
const fieldOfJson = /^\s*(?:\{|"[\w$.@-]{1,64}"\s{0,8}:)/
const opensJson = (text: string): boolean => fieldOfJson.test(text) || listOfJson.test(text)

const unread = (text: string): PasteFailure<UnreadCode> => {
  const start = text.search(/^[ \t]*[[{]/m)
  return { code: opensJson(text.slice(Math.max(0, start))) || opensJson(text) ? 'json-invalid' : 'not-a-vm' }
}

/**
 * Reads the JSON values of a pasted text; JSON Lines as one list. `not-a-vm` where no part of it has the form of JSON.
 * @param isAnswer what an answer about a VM is: where one line alone is, the others stand beside it
 * @returns at least one value
 */
export function readJsonValues(
  text: string,
  isAnswer?: IsAnswer,
): Result<readonly JsonPart[], PasteFailure<UnreadCode>> {
  const parts = partsOf(text, isAnswer)
  return parts === null || parts.length === 0 ? fail(unread(text)) : ok(parts)
}

/** The same where a text has one value; several are `not-a-vm`. */
export function readJson(text: string): Result<unknown, PasteFailure<UnreadCode>> {
  const parts = readJsonValues(text)
  if (!parts.ok) return parts
  const [only] = parts.value
  return parts.value.length === 1 && only !== undefined ? ok(only.value) : fail({ code: 'not-a-vm' })
}
