import { readFile } from 'node:fs/promises'
import { parseConfig } from '@/lib/config/parse'
import { readEnvironmentFile } from '@/lib/setup/env-file'
import type { CredentialTry, EnvironmentSeen } from '@/lib/setup/doctor/evidence'
import type { ServerConfig } from '@/lib/config/server-config'
import { checkServerCredential } from '@/lib/usecases/setup-credential'

/** A managed identity exists on the deployment's own machine only: its token cannot be requested from elsewhere. */
async function tried(config: ServerConfig): Promise<CredentialTry> {
  if (config.credential.kind === 'managed-identity') return { kind: 'elsewhere' }
  return checkServerCredential(config)
}

/** Reads an environment file as the server would, and tests its credential. Null where the file cannot be read. */
export async function checkEnvironment(file: string): Promise<EnvironmentSeen | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return null
  }
  const parsed = parseConfig(readEnvironmentFile(text))
  if (!parsed.ok) return { wrong: parsed.failure.map(({ variable }) => variable), settings: null, credential: null }
  const { authorityHost, armEndpoint, tenantId, spaClientId, apiScope } = parsed.value
  return {
    wrong: [],
    settings: { authorityHost, armEndpoint, tenantId, spaClientId, apiScope },
    credential: await tried(parsed.value),
  }
}
