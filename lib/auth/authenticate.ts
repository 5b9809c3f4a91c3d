import 'server-only'
import { serverConfig } from '@/lib/config/config'
import type { Result } from '@/lib/shared/result'
import { remoteAuthorities, type RemoteAuthorities } from './authority'
import { readBearer } from './bearer'
import type { AuthFailure, Caller } from './caller'
import { verifyToken } from './verify'

let authorities: RemoteAuthorities | undefined

/**
 * Identifies the caller of a request. Only a bearer token in the `Authorization` header counts, never a cookie, so that
 * another site cannot make the browser send requests as its user.
 * @param mayAsk whether the server may request a tenant's metadata and keys that are not cached yet: with any tenant
 * allowed, callers choose the tenant
 */
export async function authenticate(request: Request, mayAsk: boolean): Promise<Result<Caller, AuthFailure>> {
  const token = readBearer(request.headers.get('authorization'))
  if (!token.ok) return token
  const config = serverConfig()
  authorities ??= remoteAuthorities(config.authorityHost)
  const mayAskAny = mayAsk || config.allowedTenants !== '*'
  const verified = await verifyToken(token.value, config, mayAskAny ? authorities : authorities.present)
  if (verified.ok) authorities.confirm(verified.value.tenantId)
  return verified
}
