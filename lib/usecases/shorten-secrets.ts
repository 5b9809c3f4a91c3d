import 'server-only'

const secretUrl = /(https:\/\/[^/\s"'\\]+\/secrets\/[^/\s"'\\]+)\/[^\s"'\\,;)}\]]+/gi

function shorten(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(secretUrl, '$1/…')
  if (Array.isArray(value)) return value.map(shorten)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shorten(inner)]))
}

const maxLength = 1_048_576

/**
 * What was read of a VM, for people to look at: pretty-printed, and with the version cut off every secret's address,
 * also inside messages. Cut at 1 MB.
 */
export function displayJson(json: unknown): string {
  const text = JSON.stringify(shorten(json), null, 2)
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`
}
