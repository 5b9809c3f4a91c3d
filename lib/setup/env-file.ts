/** One `NAME=value` a line, as shells and container tools read it. */
const assignment = /^\s*(?:export\s+)?([A-Za-z_]\w*)=(.*)$/

function unquoted(text: string): string {
  const value = text.trim()
  const quote = value[0]
  if ((quote === "'" || quote === '"') && value.length > 1 && value.endsWith(quote)) {
    const inner = value.slice(1, -1)
    return quote === "'" ? inner.replaceAll(`'\\''`, "'") : inner.replaceAll('\\"', '"').replaceAll('\\\\', '\\')
  }
  return value
}

/** The variables of an environment file; the last of a name counts. */
export function readEnvironmentFile(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = assignment.exec(line) ?? []
    if (name !== undefined && value !== undefined) found[name] = unquoted(value)
  }
  return found
}
