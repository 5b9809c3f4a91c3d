import 'server-only'
import { serverConfig } from '@/lib/config/config'
import type { Result } from '@/lib/shared/result'
import { readBearer } from './bearer'
import type { AuthFailure, Caller } from './caller'
import { remoteKeys, type RemoteKeys } from './keys'
import { verifyToken } from './verify'

let keys: RemoteKeys | undefined

/**
 * Finds out who makes a request. Only a bearer token in the `Authorization` header counts: no cookie, so that another
 * site cannot make the browser speak for its user.
 * @param mayAsk whether keys that are not here yet may be asked for: with any tenant allowed, callers choose the tenant
 */
export async function authenticate(request: Request, mayAsk: boolean): Promise<Result<Caller, AuthFailure>> {
  const token = readBearer(request.headers.get('authorization'))
  if (!token.ok) return token
  const config = serverConfig()
  keys ??= remoteKeys(config.authorityHost)
  return verifyToken(token.value, config, mayAsk || config.allowedTenants !== '*' ? keys : keys.present)
}
