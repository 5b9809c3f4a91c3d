/** One `NAME=value` per line, as shells and container tools read it. */
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

/** A value in a form that shells and container tools read alike: unquoted where possible. */
function written(value: string): string {
  return /^[A-Za-z0-9_.:/@%+,=-][\w.:/@%+,=~-]*$/.test(value) ? value : `'${value.replaceAll(`'`, `'\\''`)}'`
}

/** The text with these variables set, and those of null removed. Everything else stays unchanged and in place. */
export function withVariables(text: string, values: Readonly<Record<string, string | null>>): string {
  const left = new Map(Object.entries(values))
  const before = readEnvironmentFile(text)
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n')
  const kept = lines.flatMap((line) => {
    const name = assignment.exec(line)?.[1]
    const value = name === undefined ? undefined : left.get(name)
    if (name === undefined || value === undefined) return [line]
    left.delete(name)
    if (value === null) return []
    // A line with the same value keeps its spelling.
    return before[name] === value ? [line] : [`${name}=${written(value)}`]
  })
  const added = [...left].flatMap(([name, value]) => (value === null ? [] : [`${name}=${written(value)}`]))
  const all = [...kept, ...added]
  return all.length === 0 ? '' : `${all.join('\n')}\n`
}

const secretName = /SECRET|PASSWORD|DATABASE_URL|TOKEN$/

/** A line that may be shown: values of secrets are hidden. */
function shown(line: string): string {
  const name = assignment.exec(line)?.[1]
  return name !== undefined && secretName.test(name) ? `${name}=********` : line
}

/** What changes between two environment files, line by line, without secrets. */
export function differences(before: string, after: string): string[] {
  const [old, next] = [before.split('\n'), after.split('\n')]
  const gone = old.filter((line) => line !== '' && !next.includes(line)).map((line) => `- ${shown(line)}`)
  const come = next.filter((line) => line !== '' && !old.includes(line)).map((line) => `+ ${shown(line)}`)
  return [...gone, ...come]
}
