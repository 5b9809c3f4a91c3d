import { fail, ok, type Result } from '@/lib/shared/result'
import type { PasteFailure } from './errors'

function tryJson(text: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch {
    return null
  }
}

/** From the first line that opens a brace to the last that closes one: leaves out a prompt and warnings around it. */
function cutOut(text: string): string | null {
  const start = /^[ \t]*[[{]/m.exec(text)
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
  return start === null || end <= start.index ? null : text.slice(start.index, end + 1)
}

/** Several values one after another, as in JSON Lines. */
function isJsonLines(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.slice(0, 2).every((line) => tryJson(line) !== null)
}

/** Reads a pasted text as one JSON value. `not-a-vm` where nothing in it looks like JSON. */
export function readJson(text: string): Result<unknown, PasteFailure> {
  const whole = tryJson(text)
  if (whole !== null) return ok(whole.value)
  if (isJsonLines(text)) return fail({ code: 'several-vms' })
  const cut = cutOut(text)
  const inner = cut === null ? null : tryJson(cut)
  if (inner !== null) return ok(inner.value)
  return fail({ code: cut !== null || /^\s*[[{"]/.test(text) ? 'json-invalid' : 'not-a-vm' })
}
