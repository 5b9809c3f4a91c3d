import 'server-only'
import { decodeJwt } from 'jose'
import * as z from 'zod'

const guid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i)
  .toLowerCase()
const text = z.string().max(300).optional().catch(undefined)

/**
 * Source: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference. An ARM token is opaque to
 * clients by contract; these claims only name the person and are no proof: the token came from the person's own tool.
 */
const armClaims = z.object({
  tid: guid,
  oid: guid,
  exp: z.number(),
  name: text,
  upn: text,
  unique_name: text,
  preferred_username: text,
  appid: text,
})

/** The person that an ARM token acts for. */
export interface TokenPerson {
  readonly tenantId: string
  readonly objectId: string
  readonly name: string | null
  /** Null for a token that names no user. */
  readonly username: string | null
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** Reads whom a token acts for; null where it is not such a token. Nothing is verified. */
export function personOf(token: string): TokenPerson | null {
  try {
    const parsed = armClaims.safeParse(decodeJwt(token))
    if (!parsed.success) return null
    const { tid, oid, exp, name, upn, unique_name: unique, preferred_username: preferred, appid } = parsed.data
    return {
      tenantId: tid,
      objectId: oid,
      name: name ?? null,
      username: upn ?? preferred ?? unique ?? appid ?? null,
      expiresAt: exp * 1000,
    }
  } catch {
    return null
  }
}
