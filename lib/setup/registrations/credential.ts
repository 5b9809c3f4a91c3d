import type { GraphChange } from './changes'
import type { Application, Registrations } from './graph'

/** How the API shall prove itself. */
export type CredentialWish =
  | { readonly kind: 'keep' }
  | {
      readonly kind: 'secret'
      /** ISO 8601. */
      readonly until: string
      /** The secret that the environment file holds, if it does. */
      readonly known: string | null
      readonly renew: boolean
    }
  | { readonly kind: 'certificate'; readonly der: string; readonly thumbprint: string }
  | { readonly kind: 'federated'; readonly issuer: string; readonly subject: string; readonly audience: string }

/** Graph shows the first three letters of a secret and nothing else. */
function holdsSecret(api: Application, secret: string, now: string): boolean {
  return api.passwordCredentials.some(
    ({ hint, endDateTime }) => secret.startsWith(hint ?? '\0') && Date.parse(endDateTime ?? '') > Date.parse(now),
  )
}

const labelOf = (thumbprint: string): string => `sealwatch ${thumbprint.slice(0, 16).toLowerCase()}`

function certificateChange(api: Application, der: string, thumbprint: string): GraphChange | null {
  const displayName = labelOf(thumbprint)
  if (api.keyCredentials.some((each) => each.displayName === displayName)) return null
  const added = { type: 'AsymmetricX509Cert', usage: 'Verify', key: der, displayName }
  return { method: 'PATCH', path: `/applications/${api.id}`, body: { keyCredentials: [...api.keyCredentials, added] } }
}

/** The request that gives the API its proof; null where it has it already. */
export function credentialChange(
  api: Application,
  { federated }: Pick<Registrations, 'federated'>,
  wish: CredentialWish,
  now: string,
): GraphChange | null {
  switch (wish.kind) {
    case 'keep':
      return null
    case 'secret': {
      if (!wish.renew && wish.known !== null && holdsSecret(api, wish.known, now)) return null
      const passwordCredential = { displayName: 'sealwatch', endDateTime: wish.until }
      return { method: 'POST', path: `/applications/${api.id}/addPassword`, body: { passwordCredential } }
    }
    case 'certificate':
      return certificateChange(api, wish.der, wish.thumbprint)
    case 'federated': {
      const { issuer, subject, audience } = wish
      if (federated.some((each) => each.issuer === issuer && each.subject === subject)) return null
      const name = `sealwatch-${federated.length + 1}`
      const body = { name, issuer, subject, audiences: [audience] }
      return { method: 'POST', path: `/applications/${api.id}/federatedIdentityCredentials`, body }
    }
  }
}
