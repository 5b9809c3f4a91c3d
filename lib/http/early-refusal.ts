import 'server-only'
import { apiError } from '@/lib/contract/errors'
import { randomUUID } from 'node:crypto'
import { errorResponse } from './responses'

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * Refuses an address with malformed percent-encoding: the framework would fail on it without a code. Null for any other
 * address.
 */
export function refusedEarly(path: string): Response | null {
  return isDecodable(path)
    ? null
    : errorResponse(apiError('request-invalid', { parameter: 'path' }), randomUUID(), null)
}
