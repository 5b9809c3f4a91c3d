import 'server-only'

/**
 * A text inside a query of Resource Graph: quotes and backslashes cannot end it.
 * https://learn.microsoft.com/kusto/query/scalar-data-types/string
 */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
