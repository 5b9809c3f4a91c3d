import 'server-only'
import { decodeJwt } from 'jose'
import { readBearer } from './bearer'

/**
 * Whether an `Authorization` header holds what looks like a token for this API. Nothing is verified: whoever knows the
 * API's id can write one. It only tells those who have a reason to send much from those who did not even look.
 */
export function isAddressedTo(audience: string, header: string | null): boolean {
  const token = readBearer(header)
  if (!token.ok) return false
  try {
    const { aud } = decodeJwt(token.value)
    return Array.isArray(aud) ? aud.includes(audience) : aud === audience
  } catch {
    return false
  }
}
