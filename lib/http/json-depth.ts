import 'server-only'

/** What is asked of the API is four levels deep at most. */
export const mostDepth = 32

/**
 * Whether JSON opens more levels inside each other than anything that is ever asked here. Looked at before it is parsed,
 * since what walks through a value afterwards may well do so by calling itself. Brackets inside texts do not count.
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
