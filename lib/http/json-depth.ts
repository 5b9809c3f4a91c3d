import 'server-only'

/** Valid requests to the API have at most four levels. */
export const mostDepth = 32

/**
 * Whether JSON is nested more deeply than any valid request. Checked before parsing, because later code may walk
 * through the value recursively. Brackets inside texts do not count.
 */
export function isTooDeep(text: string, most = mostDepth): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (inText && letter === '\\') at += 1
    else if (letter === '"') inText = !inText
    else if (!inText && (letter === '[' || letter === '{')) depth += 1
    else if (!inText && (letter === ']' || letter === '}')) depth = Math.max(0, depth - 1)
    if (depth > most) return true
  }
  return false
}
