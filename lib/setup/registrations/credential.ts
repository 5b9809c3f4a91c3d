import type { GraphChange } from './changes'
import type { Application, Registrations } from './graph'

/** How the API authenticates itself. */
export type CredentialChoice =
  | { readonly kind: 'keep' }
  | {
      readonly kind: 'secret'
      /** ISO 8601. */
      readonly until: string
      /** The secret in the environment file, if present. */
      readonly known: string | null
      /** Name of a new secret, by which a later run finds it if this one is interrupted. */
      readonly label: string
      readonly renew: boolean
    }
  | { readonly kind: 'certificate'; readonly der: string; readonly thumbprint: string }
  | { readonly kind: 'federated'; readonly issuer: string; readonly subject: string; readonly audience: string }

type Secret = Application['passwordCredentials'][number]

/** Graph shows only the first three letters of a secret. */
const isSecret = ({ hint }: Secret, secret: string): boolean => secret.startsWith(hint ?? '\0')

function holdsSecret(api: Application, secret: string, now: string): boolean {
  return api.passwordCredentials.some(
    (each) => isSecret(each, secret) && Date.parse(each.endDateTime ?? '') > Date.parse(now),
  )
}

const secretPrefix = 'sealwatch secret '

/**
 * A name for one secret. Each is unique, so that the secret of an interrupted run is distinguishable from the one in
 * use.
 */
export const secretLabel = (unique: string): string => `${secretPrefix}${unique.slice(0, 8)}`
export const isSecretLabel = (mark: string): boolean => mark.startsWith(secretPrefix)

/** The secrets of that name, as Graph shows them. */
export function secretsNamed(api: Application, label: string): Secret[] {
  return api.passwordCredentials.filter(({ displayName }) => displayName === label)
}

/**
 * Key ids of the secrets of that name that are in no file: an interrupted run created them.
 * @param known the secret in the environment file
 */
export function orphanSecrets(api: Application, label: string, known: string | null): string[] {
  return secretsNamed(api, label).flatMap((each) =>
    typeof each.keyId === 'string' && (known === null || !isSecret(each, known)) ? [each.keyId] : [],
  )
}

/** Removes a secret (https://learn.microsoft.com/graph/api/application-removepassword). */
export const secretRemoval = (api: Application, keyId: string): GraphChange => ({
  method: 'POST',
  path: `/applications/${api.id}/removePassword`,
  body: { keyId },
})

const labelOf = (thumbprint: string): string => `sealwatch ${thumbprint.slice(0, 16).toLowerCase()}`

function certificateChange(api: Application, der: string, thumbprint: string): GraphChange | null {
  const displayName = labelOf(thumbprint)
  if (api.keyCredentials.some((each) => each.displayName === displayName)) return null
  const added = { type: 'AsymmetricX509Cert', usage: 'Verify', key: der, displayName }
  return { method: 'PATCH', path: `/applications/${api.id}`, body: { keyCredentials: [...api.keyCredentials, added] } }
}

/** The request that gives the API its credential; null where it already has it. */
export function credentialChange(
  api: Application,
  { federated }: Pick<Registrations, 'federated'>,
  choice: CredentialChoice,
  now: string,
): GraphChange | null {
  switch (choice.kind) {
    case 'keep':
      return null
    case 'secret': {
      if (!choice.renew && choice.known !== null && holdsSecret(api, choice.known, now)) return null
      const passwordCredential = { displayName: choice.label, endDateTime: choice.until }
      return { method: 'POST', path: `/applications/${api.id}/addPassword`, body: { passwordCredential } }
    }
    case 'certificate':
      return certificateChange(api, choice.der, choice.thumbprint)
    case 'federated': {
      const { issuer, subject, audience } = choice
      if (federated.some((each) => each.issuer === issuer && each.subject === subject)) return null
      const name = `sealwatch-${federated.length + 1}`
      const body = { name, issuer, subject, audiences: [audience] }
      return { method: 'POST', path: `/applications/${api.id}/federatedIdentityCredentials`, body }
    }
  }
}
