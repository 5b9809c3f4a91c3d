import 'server-only'

/**
 * A string literal of a Resource Graph query: quotes and backslashes cannot end it.
 * https://learn.microsoft.com/kusto/query/scalar-data-types/string
 */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
