import 'server-only'
import { readFile } from 'node:fs/promises'
import type { Configuration } from '@azure/msal-node'
import { readCertificate } from '@/lib/config/certificate'
import type { ApiCredential } from '@/lib/config/server-config'
import { fail, ok, type Result } from '@/lib/shared/result'
import { managedIdentityToken } from './managed-identity'

type ClientProof = Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate' | 'clientAssertion'>

async function readToken(path: string): Promise<Result<ClientProof, 'unusable-credential'>> {
  try {
    const assertion = (await readFile(path, 'utf8')).trim()
    return assertion === '' ? fail('unusable-credential') : ok({ clientAssertion: assertion })
  } catch {
    return fail('unusable-credential')
  }
}

/**
 * The API's proof of identity in MSAL's form. Files are read each time, because Kubernetes rotates them while the
 * server runs.
 */
export async function clientProof(credential: ApiCredential): Promise<Result<ClientProof, 'unusable-credential'>> {
  switch (credential.kind) {
    case 'secret':
      return ok({ clientSecret: credential.secret })
    case 'certificate': {
      const certificate = readCertificate(credential.path)
      return certificate.ok ? ok({ clientCertificate: { ...certificate.value } }) : fail('unusable-credential')
    }
    case 'federated-token':
      return readToken(credential.path)
    case 'managed-identity': {
      const token = await managedIdentityToken(credential)
      return token.ok ? ok({ clientAssertion: token.value }) : token
    }
    case 'none':
      return fail('unusable-credential')
  }
}
