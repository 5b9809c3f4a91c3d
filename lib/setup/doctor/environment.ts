import type { Deployment } from '@/lib/contract/deployment'
import { right, unchecked, wrong, type DoctorFinding, type DoctorLine } from './codes'
import { comparedSettings, type CredentialTry, type Evidence } from './evidence'

/** Checks the environment file, alone and against the deployment's own configuration. */
export function checkEnvironment({ environment }: Evidence, own: Deployment | null): DoctorLine {
  if (environment === null) return unchecked('environment', 'no-environment-file')
  const { settings } = environment
  if (settings === null) return wrong('environment', 'environment-invalid', { variables: environment.wrong.join(', ') })
  if (own === null) return right('environment')
  const differing = comparedSettings.filter((name) => settings[name] !== own[name])
  if (differing.length === 0) return right('environment')
  return wrong('environment', 'environment-differs', { settings: differing.join(', ') })
}

/** Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes#aadsts-error-codes */
const refusals: Readonly<Record<number, DoctorFinding>> = {
  7000215: 'secret-wrong',
  7000222: 'secret-expired',
  700016: 'credential-client-unknown',
  700213: 'federation-unknown',
  70021: 'federation-unknown',
}

function judged(tried: CredentialTry): DoctorLine {
  switch (tried.kind) {
    case 'accepted':
      return right('credential')
    case 'unusable':
      return wrong('credential', 'credential-unusable')
    case 'elsewhere':
      return unchecked('credential', 'credential-only-there')
    case 'unreachable':
      return unchecked('credential', 'entra-not-reached')
    case 'refused':
      return wrong('credential', refusals[tried.number] ?? 'assertion-refused', { number: String(tried.number) })
  }
}

export function checkCredential({ environment }: Evidence): DoctorLine {
  const tried = environment?.credential ?? null
  return tried === null ? unchecked('credential', 'no-environment-file') : judged(tried)
}
