import 'server-only'

const seconds = /^\d{1,12}(\.\d+)?$/

/**
 * Milliseconds that a `Retry-After` header asks for: seconds, or a date. Null where it is missing, negative or
 * malformed.
 * Source: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function parseRetryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? ''
  if (seconds.test(text)) return Math.ceil(Number(text) * 1000)
  if (!/^[A-Za-z]{3},/.test(text)) return null
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

/** The same in milliseconds, which some of Azure's services send as well or instead (`x-ms-retry-after-ms`). */
export function parseRetryAfterMilliseconds(header: string | undefined): number | null {
  const text = header?.trim() ?? ''
  return seconds.test(text) ? Math.ceil(Number(text)) : null
}

/**
 * Milliseconds of Resource Graph's `x-ms-user-quota-resets-after`, which is `hh:mm:ss`.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests
 */
export function parseResetsAfter(header: string | undefined): number | null {
  const match = /^(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/.exec(header?.trim() ?? '')
  if (match === null) return null
  const [hours, minutes, full] = match.slice(1).map(Number)
  return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (full ?? 0)) * 1000
}
