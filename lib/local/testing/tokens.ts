import { UnsecuredJWT } from 'jose'
import type { ArmToken } from '@/lib/shared/token-source'

export const tenantA = '11111111-1111-4111-8111-111111111111'
export const tenantB = '22222222-2222-4222-8222-222222222222'
export const objectId = '33333333-3333-4333-8333-333333333333'

/** A token as a tool gives it, valid for an hour from `now` (epoch milliseconds). */
export function toolToken(claims: Record<string, unknown> = {}, now = Date.now()): ArmToken {
  const expiresAt = (Math.floor(now / 1000) + 3600) * 1000
  const payload = { tid: tenantA, oid: objectId, upn: 'aiko@example.com', exp: expiresAt / 1000, ...claims }
  return { token: new UnsecuredJWT(payload).encode(), expiresAt }
}
