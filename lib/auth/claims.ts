import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { AuthFailure } from './caller'

const guid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i)
  .toLowerCase()

/** The only claim read before the signature is checked: it selects the keys. Nothing else relies on it. */
export const tenantClaim = z.object({ tid: guid })

const userClaims = z.object({
  tid: guid,
  oid: guid,
  exp: z.number(),
  ver: z.literal('2.0'),
  azp: z.string(),
  scp: z.string().optional(),
  idtyp: z.string().optional(),
  roles: z.array(z.string()).optional(),
  /** For display only: users can change it. */
  name: z.string().optional().catch(undefined),
})
export type UserClaims = z.infer<typeof userClaims>

/** Name of the delegated permission that the API publishes. */
export const delegatedScope = 'access_as_user'

/**
 * Checks what jose does not: token version, the client, and that the token is for a user and not for an application.
 * Source: https://learn.microsoft.com/entra/identity-platform/claims-validation
 * @param clients ids of the applications that may call the API for a user, lower case
 */
export function checkClaims(payload: unknown, clients: readonly string[]): Result<UserClaims, AuthFailure> {
  const parsed = userClaims.safeParse(payload)
  if (!parsed.success) return fail({ code: 'token-invalid' })
  const claims = parsed.data
  if (!clients.includes(claims.azp.toLowerCase())) return fail({ code: 'token-invalid' })
  if (claims.scp === undefined || claims.idtyp === 'app') return fail({ code: 'app-only-token' })
  if (!claims.scp.split(' ').includes(delegatedScope)) return fail({ code: 'scope-missing' })
  return ok(claims)
}
