import type { Deployment } from '@/lib/contract/deployment'
import { right, unchecked, wrong, type DoctorFinding, type DoctorLine } from './codes'
import { comparedSettings, type ComparedSetting, type CredentialTry, type Evidence } from './evidence'
import { noTenant } from './reading'

/** The variables that lead to the compared settings. */
const variables: Readonly<Record<ComparedSetting, string>> = {
  authorityHost: 'SEALWATCH_AUTHORITY_HOST',
  armEndpoint: 'SEALWATCH_ARM_ENDPOINT',
  tenantId: 'SEALWATCH_TENANT',
  spaClientId: 'SEALWATCH_SPA_CLIENT_ID',
  apiScope: 'SEALWATCH_API_SCOPE',
}

/** Checks the environment file, alone and against the deployment's own configuration. */
export function checkEnvironment({ environment }: Evidence, own: Deployment | null): DoctorLine {
  if (environment === null) return unchecked('environment', 'no-environment-file')
  const { settings } = environment
  if (settings === null) return wrong('environment', 'environment-invalid', { variables: environment.wrong.join(', ') })
  if (own === null) return right('environment')
  const differing = comparedSettings.filter((name) => settings[name] !== own[name])
  if (differing.length === 0) return right('environment')
  return wrong('environment', 'environment-differs', { settings: differing.map((name) => variables[name]).join(', ') })
}

type Settings = NonNullable<Evidence['environment']>['settings']

/** Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes#aadsts-error-codes */
const refusals: Readonly<Record<number, DoctorFinding>> = {
  7000215: 'secret-wrong',
  7000222: 'secret-expired',
  700016: 'credential-client-unknown',
  700213: 'federation-unknown',
  70021: 'federation-unknown',
}

function refused(number: number, settings: Settings): DoctorLine {
  if (noTenant.includes(number) && settings !== null)
    return wrong('credential', 'tenant-unknown', { tenant: settings.tenantId, authority: settings.authorityHost })
  return wrong('credential', refusals[number] ?? 'assertion-refused', { number: String(number) })
}

function judged(tried: CredentialTry, settings: Settings): DoctorLine {
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
      return refused(tried.number, settings)
  }
}

export function checkCredential({ environment }: Evidence): DoctorLine {
  const tried = environment?.credential ?? null
  if (environment === null || tried === null) return unchecked('credential', 'no-environment-file')
  return judged(tried, environment.settings)
}
