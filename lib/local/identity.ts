import 'server-only'
import { AccessToken } from '@/lib/auth/access-token'
import type { Identity } from '@/lib/auth/identity'
import type { AuthFailure, Caller } from '@/lib/auth/caller'
import type { CloudName } from '@/lib/config/clouds'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { LocalSessions } from './sessions'
import type { ToolTokens } from './tokens/tool-tokens'

/** A session has no end of its own; what is stored about an ended one is deleted after this time. */
const notedMilliseconds = 86_400_000

const bearer = /^Bearer ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/

/** The tenant and the page's secret in an `Authorization` header; null in any other. */
export function readLocalBearer(header: string | null): { readonly tenantId: string; readonly secret: string } | null {
  const [, tenantId, secret] = bearer.exec(header ?? '') ?? []
  return tenantId === undefined || secret === undefined ? null : { tenantId, secret }
}

/** The person of an open sign-in, for use cases that no page has asked for. */
export function callerOf(person: Pick<Caller, 'cloud' | 'tenantId' | 'objectId'>): Caller {
  return { ...person, roles: [], accessToken: new AccessToken('local'), expiresAt: Number.MAX_SAFE_INTEGER }
}

/** The one person of this program: known by the secret of their page, with the tokens of their own tool. */
export function localIdentity(cloud: CloudName, sessions: LocalSessions, tokens: ToolTokens): Identity {
  const authenticate = async (request: Request): Promise<Result<Caller, AuthFailure>> => {
    const header = request.headers.get('authorization')
    if (header === null) return fail({ code: 'sign-in-required' })
    const read = readLocalBearer(header)
    if (read === null || !sessions.hasSecret(read.secret)) return fail({ code: 'token-invalid' })
    const { tenantId, secret } = read
    if (!tokens.tenants.includes(tenantId)) return fail({ code: 'tenant-not-allowed' })
    let person = tokens.person(tenantId)
    if (person === null) {
      const first = await tokens.get(tenantId)
      if (!first.ok) return fail({ code: first.failure.code === 'entra-down' ? 'entra-down' : 'sign-in-required' })
      person = first.value.person
    }
    const { objectId, name } = person
    const expiresAt = Date.now() + notedMilliseconds
    return ok({ cloud, tenantId, objectId, name, roles: [], accessToken: new AccessToken(secret), expiresAt })
  }
  return {
    authenticate,
    isAddressed: (header) => {
      const read = readLocalBearer(header)
      return read !== null && sessions.hasSecret(read.secret)
    },
    tokenSource: ({ tenantId, objectId }) => ({
      get: async (signal) => {
        if (signal.aborted) return fail({ code: 'cancelled', claims: null })
        const answer = await tokens.get(tenantId)
        if (!answer.ok) return answer
        // The person has signed in to their tool as another one: nothing is read as that one for the first.
        if (answer.value.person.objectId !== objectId) return fail({ code: 'token-expired', claims: null })
        return ok(answer.value.token)
      },
      drop: (claims) => tokens.drop(tenantId, claims ?? null),
    }),
    forgetTokens: () => undefined,
  }
}
