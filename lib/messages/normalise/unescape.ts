/** Depth to which JSON inside strings of JSON is parsed; ARM nests three levels at most. */
const depthLimit = 5
const lengthLimit = 1_000_000

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '', t: '\t', b: '', f: '' }

/** A path of Windows with single backslashes: `C:\repo\new` contains no line end. Or one escape. */
const pathOrEscape = /(?<![A-Za-z])[A-Za-z]:\\(?![\\"'])[^\s"'<>|*?:]{1,300}|\\(?:u[0-9a-fA-F]{4}|[nrtbf"'\\/])/g
const windowsPath = /(?<![A-Za-z])[A-Za-z]:\\(?![\\"'])[^\s"'<>|*?:]{1,300}/g

/** Undoes one level of backslashes, as in JSON, Go and Python. Paths of Windows that are not escaped stay. */
export function unescapeOnce(text: string): string {
  return text.replace(pathOrEscape, (found) => {
    if (!found.startsWith('\\')) return found
    const letter = found.charAt(1)
    if (letter === 'u' && found.length === 6) return String.fromCharCode(Number.parseInt(found.slice(2), 16))
    return escapes[letter] ?? letter
  })
}

/** Whether a text contains backslashes of an outer level. */
export function isEscaped(text: string): boolean {
  return /\\(?:[nrt"\\]|u00[0-9a-fA-F]{2})/.test(text.includes(':\\') ? text.replace(windowsPath, '') : text)
}

/** The strings of a JSON value, in order; strings that are JSON themselves are parsed too. */
export function textsOfJson(value: unknown, depth = 0): readonly { readonly name: string; readonly text: string }[] {
  const found: { name: string; text: string }[] = []
  const walk = (each: unknown, name: string, level: number): void => {
    if (found.length > 2_000 || level > 64) return
    if (typeof each === 'string') {
      const inner = depth < depthLimit ? jsonOf(each) : undefined
      if (inner === undefined) found.push({ name, text: each })
      else found.push(...textsOfJson(inner, depth + 1))
    } else if (Array.isArray(each)) for (const item of each) walk(item, name, level + 1)
    else if (typeof each === 'object' && each !== null)
      for (const [key, item] of Object.entries(each)) walk(item, key, level + 1)
  }
  walk(value, '', 0)
  return found
}

/** A text as JSON where it is an object or a list; `undefined` otherwise. */
export function jsonOf(text: string): unknown {
  if (text.length > lengthLimit || !/^\s{0,64}[[{]/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? (value ?? undefined) : undefined
  } catch {
    return undefined
  }
}

/** The strings that damaged or truncated JSON still contains, with the name before each; also an unclosed one. */
export function textsOfCutJson(text: string): readonly { readonly name: string; readonly text: string }[] {
  const found: { name: string; text: string }[] = []
  const cut = text.slice(0, lengthLimit)
  let name = ''
  for (let at = cut.indexOf('"'); at >= 0 && found.length < 2_000;) {
    const end = endOfText(cut, at + 1)
    const inner = unescapeOnce(cut.slice(at + 1, end))
    if (/^\s{0,8}:/.test(cut.slice(end + 1, end + 10))) name = inner.slice(0, 80)
    else found.push({ name, text: inner })
    at = cut.indexOf('"', end + 1)
  }
  return found
}

function endOfText(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at
  }
  return text.length
}
