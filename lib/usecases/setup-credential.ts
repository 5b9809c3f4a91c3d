import 'server-only'
import { tryCredential, type CredentialOutcome } from '@/lib/auth/try-credential'
import type { ServerConfig } from '@/lib/config/server-config'

/** Whether the directory takes the API's proof of itself, as the environment names it. */
export function checkServerCredential(config: ServerConfig): Promise<CredentialOutcome> {
  return tryCredential(config)
}
