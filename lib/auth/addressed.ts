import 'server-only'
import { decodeJwt } from 'jose'
import { readBearer } from './bearer'

/**
 * Whether an `Authorization` header contains a token whose audience is this API. Nothing is verified: each caller who
 * knows the API's client id can write such a token. The check only separates callers that may need many requests from
 * those that send no plausible token.
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
