import type { Deployment } from '@/lib/contract/deployment'
import { isSameDirectory, ownHosts, trustedIssuer, type SignInHosts } from '@/lib/shared/sign-in-hosts'
import { readArmError } from '@/lib/wire/arm-error'
import type { RegistrationFault } from '../registrations/faults'
import { right, unchecked, wrong, type DoctorCheck, type DoctorFinding, type DoctorLine } from './codes'
import type { Evidence } from './evidence'
import { aadsts, jsonOf, noTenant, originOf, textField } from './reading'

const cloudOfSignIn = ({ clouds }: Evidence, origin: string) => clouds.find((cloud) => isSameDirectory(cloud, origin))

/** Hosts of the deployment's directory, as the server sees them. */
const hostsOf = (evidence: Evidence, { authorityHost }: Deployment): SignInHosts =>
  cloudOfSignIn(evidence, authorityHost) ?? ownHosts(authorityHost)

/** Whether sign-in and ARM belong to one cloud, and the tenant to that cloud. */
export function checkCloud(evidence: Evidence, own: Deployment): DoctorLine {
  const signIn = cloudOfSignIn(evidence, own.authorityHost)?.name
  const arm = evidence.clouds.find(({ armEndpoint }) => armEndpoint === own.armEndpoint)?.name
  const seen = { authority: own.authorityHost, arm: own.armEndpoint, cloud: own.cloud }
  if (signIn !== undefined && arm !== undefined && signIn !== arm) return wrong('cloud', 'cloud-mixed', seen)
  const other = evidence.tenantIn[0]
  const { entra } = evidence
  if (entra === null || entra.configuration.kind === 'failed') return unchecked('cloud', 'entra-not-reached', seen)
  const answered = aadsts(entra.configuration)
  if (answered !== null && noTenant.includes(answered) && other !== undefined)
    return wrong('cloud', 'cloud-other', { ...seen, tenant: own.tenantId, other })
  // For a tenant of another cloud, Entra names that cloud's pages.
  const pages = originOf(textField(jsonOf(entra.configuration), 'authorization_endpoint') ?? '')
  const elsewhere = pages === null ? undefined : cloudOfSignIn(evidence, pages)?.name
  if (elsewhere !== undefined && elsewhere !== signIn)
    return wrong('cloud', 'cloud-other', { ...seen, tenant: own.tenantId, other: elsewhere })
  return right('cloud', seen)
}

export function checkTenant(evidence: Evidence, own: Deployment): DoctorLine {
  const { entra } = evidence
  const seen = { tenant: own.tenantId, authority: own.authorityHost }
  if (entra === null || entra.configuration.kind === 'failed') return unchecked('tenant', 'entra-not-reached', seen)
  const number = aadsts(entra.configuration)
  if (number !== null && noTenant.includes(number)) return wrong('tenant', 'tenant-unknown', seen)
  const issuer = textField(jsonOf(entra.configuration), 'issuer')
  // The server accepts tokens of this issuer only, and only where it is on a host of this directory.
  const trusted = issuer !== null && trustedIssuer(hostsOf(evidence, own), issuer, own.tenantId) !== null
  return trusted ? right('tenant', seen) : wrong('tenant', 'authority-not-entra', { ...seen, issuer: issuer ?? '–' })
}

/** ARM names its directory before any sign-in. */
export function checkArm(evidence: Evidence, own: Deployment): DoctorLine {
  const { arm } = evidence
  const seen = { arm: own.armEndpoint, authority: own.authorityHost }
  if (arm === null || arm.kind === 'failed') return unchecked('arm', 'arm-not-reached', seen)
  const body = jsonOf(arm)
  if (arm.status !== 200) {
    const { codes } = readArmError(body)
    // A refusal in ARM's own format comes from ARM: its codes say why.
    if (codes.length > 0) return wrong('arm', 'arm-refused', { ...seen, found: [arm.status, ...codes].join(' ') })
    return wrong('arm', 'arm-not-azure', { ...seen, found: String(arm.status) })
  }
  const authentication: unknown =
    typeof body === 'object' && body !== null && 'authentication' in body ? body.authentication : undefined
  const login = originOf(textField(authentication, 'loginEndpoint') ?? '')
  if (login === null) return wrong('arm', 'arm-not-azure', { ...seen, found: String(arm.status) })
  // China's Resource Manager may still name an older host of the same directory.
  if (isSameDirectory(hostsOf(evidence, own), login)) return right('arm', seen)
  return wrong('arm', 'arm-other-authority', { ...seen, login })
}

/** The result of a check from the registrations, where they were read: the first of its faults, or correct. */
function registered(
  evidence: Evidence,
  check: DoctorCheck,
  faults: Partial<Readonly<Record<RegistrationFault, DoctorFinding>>>,
  seen: Readonly<Record<string, string>>,
): DoctorLine | null {
  const { registrations } = evidence
  if (registrations === null) return null
  if (registrations === 'unreadable') return unchecked(check, 'registrations-unreadable', seen)
  if ('signedIn' in registrations) return unchecked(check, 'registrations-other-tenant', { ...seen, ...registrations })
  for (const fault of registrations) {
    const code = faults[fault]
    if (code !== undefined) return wrong(check, code, seen)
  }
  return right(check, seen)
}

/** Entra checks client and redirect address before it asks for a user, and shows its refusals on a page. */
export function checkClient(evidence: Evidence, own: Deployment): DoctorLine {
  const { entra } = evidence
  const seen = { client: own.spaClientId }
  if (entra === null || entra.authorize.kind === 'failed') return unchecked('page-client', 'entra-not-reached', seen)
  const number = aadsts(entra.authorize)
  if (number === 700016) return wrong('page-client', 'page-unknown', { ...seen, tenant: own.tenantId })
  if (number === null || noTenant.includes(number))
    return unchecked('page-client', 'entra-said-other', { ...seen, number: String(number ?? '–') })
  return right('page-client', seen)
}

export function checkRedirect(evidence: Evidence, own: Deployment): DoctorLine {
  const { entra, redirectUri } = evidence
  const seen = { redirect: redirectUri, client: own.spaClientId }
  if (entra === null || entra.authorize.kind === 'failed') return unchecked('redirect', 'entra-not-reached', seen)
  const number = aadsts(entra.authorize)
  if (number === 50011) return wrong('redirect', 'redirect-unregistered', seen)
  const location = entra.authorize.headers['location'] ?? ''
  // Redirected to us with an error: the address is registered, even if another value is wrong.
  if (location.startsWith(redirectUri)) return right('redirect', seen)
  return unchecked('redirect', 'entra-said-other', { ...seen, number: String(number ?? '–') })
}

export function checkClientType(evidence: Evidence, own: Deployment): DoctorLine {
  const seen = { redirect: evidence.redirectUri, client: own.spaClientId }
  const token = evidence.entra?.token
  if (token !== undefined && aadsts(token) === 9002326) return wrong('client-type', 'redirect-not-single-page', seen)
  const faults = { 'page-redirect-type': 'redirect-not-single-page' } as const
  return registered(evidence, 'client-type', faults, seen) ?? unchecked('client-type', 'only-registrations-tell', seen)
}

export function checkScope(evidence: Evidence, own: Deployment): DoctorLine {
  const seen = { scope: own.apiScope }
  const { entra } = evidence
  const number = entra === null ? null : aadsts(entra.authorize)
  if (number === 500011) return wrong('scope', 'scope-resource-unknown', seen)
  if (number === 650053 || number === 70011) return wrong('scope', 'scope-unknown', seen)
  const faults = {
    'api-absent': 'api-unknown',
    'api-not-present': 'scope-resource-unknown',
    'api-identifier': 'scope-resource-unknown',
    'api-scope': 'scope-missing',
  } as const
  const known = registered(evidence, 'scope', faults, seen)
  if (known !== null) return known
  if (entra === null || entra.authorize.kind === 'failed') return unchecked('scope', 'entra-not-reached', seen)
  return unchecked('scope', 'entra-asks-first', seen)
}

export function checkConsent(evidence: Evidence, own: Deployment): DoctorLine {
  const seen = { client: own.spaClientId, scope: own.apiScope }
  const number = evidence.entra === null ? null : aadsts(evidence.entra.authorize)
  if (number === 65001) return wrong('consent', 'consent-missing', seen)
  const faults = {
    'api-arm-permission': 'permission-missing',
    'api-arm-consent': 'consent-missing',
    'api-knows-page': 'page-not-preauthorised',
  } as const
  return registered(evidence, 'consent', faults, seen) ?? unchecked('consent', 'only-registrations-tell', seen)
}

export function checkTokenVersion(evidence: Evidence): DoctorLine {
  const faults = { 'api-token-version': 'token-version-old', 'api-absent': 'api-unknown' } as const
  return registered(evidence, 'token-version', faults, {}) ?? unchecked('token-version', 'only-registrations-tell')
}
