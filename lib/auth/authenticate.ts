import 'server-only'
import { serverConfig } from '@/lib/config/config'
import type { Result } from '@/lib/shared/result'
import { remoteAuthorities, type RemoteAuthorities } from './authority'
import { readBearer } from './bearer'
import type { AuthFailure, Caller } from './caller'
import { verifyToken } from './verify'

let authorities: RemoteAuthorities | undefined

/**
 * Finds out who makes a request. Only a bearer token in the `Authorization` header counts: no cookie, so that another
 * site cannot make the browser speak for its user.
 * @param mayAsk whether a tenant's metadata and keys that are not here yet may be asked for: with any tenant allowed, callers choose the tenant
 */
export async function authenticate(request: Request, mayAsk: boolean): Promise<Result<Caller, AuthFailure>> {
  const token = readBearer(request.headers.get('authorization'))
  if (!token.ok) return token
  const config = serverConfig()
  authorities ??= remoteAuthorities(config.authorityHost)
  const mayAskAny = mayAsk || config.allowedTenants !== '*'
  return verifyToken(token.value, config, mayAskAny ? authorities : authorities.present)
}
