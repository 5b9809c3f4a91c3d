/** Every text in a table of any depth, with its path. */
export function textsIn(table: unknown, path: string): [string, string][] {
  if (typeof table === 'string') return [[path, table]]
  if (typeof table !== 'object' || table === null) return []
  return Object.entries(table).flatMap(([key, value]) => textsIn(value, `${path}.${key}`))
}
