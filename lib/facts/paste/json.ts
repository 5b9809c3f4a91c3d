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

/** From the first line that opens a brace to the last that closes one: skips a prompt and warnings around it. */
function cutOut(text: string): string | null {
  const start = /^[ \t]*[[{]/m.exec(text)
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
  return start === null || end <= start.index ? null : text.slice(start.index, end + 1)
}

/** What a text says around one JSON value, whose lines are left empty; the whole text where none is in it. */
export function besideJson(text: string): string {
  const cut = tryJson(text) === null && readJsonLines(text) === null ? cutOut(text) : text
  if (cut === null || (cut !== text && tryJson(cut) === null)) return text
  return text.replace(cut, () => cut.replace(/[^\n]+/g, ''))
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
 * Linear in the text. https://www.rfc-editor.org/rfc/rfc8259#section-4
 */
export function repeatsField(text: string): boolean {
  if (!readJson(text.trim()).ok) return false
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
const opensJson = (text: string): boolean => /^\s*[{"]/.test(text) || listOfJson.test(text)

/** Reads a pasted text as one JSON value; JSON Lines as a list. `not-a-vm` where no part of it has the form of JSON. */
export function readJson(text: string): Result<unknown, PasteFailure<UnreadCode>> {
  const whole = tryJson(text)
  if (whole !== null) return ok(whole.value)
  const lines = readJsonLines(text)
  if (lines !== null) return ok(lines)
  const cut = cutOut(text)
  const inner = cut === null ? null : tryJson(cut)
  if (inner !== null) return ok(inner.value)
  return fail({ code: opensJson(cut ?? text) || opensJson(text) ? 'json-invalid' : 'not-a-vm' })
}
