import 'server-only'
import { tryCredential, type CredentialOutcome } from '@/lib/auth/try-credential'
import type { ServerConfig } from '@/lib/config/server-config'

/** Whether the directory accepts the API's credential from the environment. */
export function checkServerCredential(config: ServerConfig): Promise<CredentialOutcome> {
  return tryCredential(config)
}
