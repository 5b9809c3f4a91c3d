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

/** One value per line, as in JSON Lines; an invalid line gives `undefined`. `null` where the text has another form. */
function readJsonLines(text: string): readonly unknown[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const isLines = lines.length > 1 && lines.slice(0, 2).every((line) => tryJson(line) !== null)
  return isLines ? lines.map((line) => tryJson(line)?.value) : null
}

/** Reads a pasted text as one JSON value; JSON Lines as a list. `not-a-vm` where no part of it has the form of JSON. */
export function readJson(text: string): Result<unknown, PasteFailure<UnreadCode>> {
  const whole = tryJson(text)
  if (whole !== null) return ok(whole.value)
  const lines = readJsonLines(text)
  if (lines !== null) return ok(lines)
  const cut = cutOut(text)
  const inner = cut === null ? null : tryJson(cut)
  if (inner !== null) return ok(inner.value)
  return fail({ code: cut !== null || /^\s*[[{"]/.test(text) ? 'json-invalid' : 'not-a-vm' })
}
