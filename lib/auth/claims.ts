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

/** The applications that may call this API without a user, and the only tenant in which they may. */
export interface Applications {
  readonly tenantId: string
  /** Client ids, lower case. */
  readonly ids: readonly string[]
}

/**
 * Whether a token is an application's own: Entra says so itself, and no user gave it a scope. A token without `idtyp` is none:
 * the optional claim must be on.
 * Source: https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
 */
export const isApplicationToken = ({ idtyp, scp }: UserClaims): boolean => idtyp === 'app' && scp === undefined

function checkApplication(claims: UserClaims, { tenantId, ids }: Applications): Result<UserClaims, AuthFailure> {
  if (!ids.includes(claims.azp.toLowerCase())) return fail({ code: 'app-only-token' })
  return claims.tid === tenantId ? ok(claims) : fail({ code: 'tenant-not-allowed' })
}

/** Name of the delegated permission that the API publishes. */
export const delegatedScope = 'access_as_user'

/**
 * Checks what jose does not: token version, the client, and that the token is for a user, or for an application that the
 * operator lists.
 * Source: https://learn.microsoft.com/entra/identity-platform/claims-validation
 * @param clients ids of the applications that may call the API for a user, lower case
 * @param applications those that may call it without a user
 */
export function checkClaims(
  payload: unknown,
  clients: readonly string[],
  applications: Applications = { tenantId: '', ids: [] },
): Result<UserClaims, AuthFailure> {
  const parsed = userClaims.safeParse(payload)
  if (!parsed.success) return fail({ code: 'token-invalid' })
  const claims = parsed.data
  if (isApplicationToken(claims) && applications.ids.length > 0) return checkApplication(claims, applications)
  if (!clients.includes(claims.azp.toLowerCase())) return fail({ code: 'token-invalid' })
  if (claims.scp === undefined || claims.idtyp === 'app') return fail({ code: 'app-only-token' })
  if (!claims.scp.split(' ').includes(delegatedScope)) return fail({ code: 'scope-missing' })
  return ok(claims)
}
