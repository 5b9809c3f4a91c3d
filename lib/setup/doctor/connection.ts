import { right, unchecked, wrong, type DoctorCheck, type DoctorFinding, type DoctorLine } from './codes'
import type { CertificateSeen, ConnectionFailure, Evidence } from './evidence'
import { originOf } from './reading'

const day = 86_400_000
const soonDays = 14

const failures: Readonly<Record<ConnectionFailure, DoctorFinding>> = {
  unresolved: 'address-unresolved',
  refused: 'address-refused',
  silent: 'address-silent',
  'not-tls': 'tls-not-spoken',
  'proxy-refused': 'address-proxy-refused',
  broken: 'address-broken',
}

export function checkAddress({ failure, address }: Evidence): DoctorLine {
  const seen = { host: address.host }
  // A server that answers without TLS is a fault of TLS, not of the connection.
  if (failure === null || failure === 'not-tls') return right('address', seen)
  return wrong('address', failures[failure], seen)
}

/**
 * Reasons of OpenSSL, as Node names them (https://nodejs.org/api/tls.html#x509-certificate-error-codes). Any other
 * reason means untrusted, too.
 */
const problems: Readonly<Record<string, DoctorFinding>> = {
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-not-yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-self-signed',
}

const dateOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

function checkCertificate({ problem, validFrom, validTo, names }: CertificateSeen, now: number): DoctorLine {
  const seen = { from: dateOf(validFrom), until: dateOf(validTo), names: names.join(', ') }
  if (problem !== null) return wrong('tls', problems[problem] ?? 'tls-untrusted', { ...seen, reason: problem })
  if (validTo - now < soonDays * day) return wrong('tls', 'tls-expires-soon', seen)
  return right('tls', seen)
}

/** A check of https at an address without it; only an address of this machine is said to be on it. */
const withoutTls = (check: DoctorCheck, { here }: Evidence['address']): DoctorLine =>
  unchecked(check, here ? 'plain-http-here' : 'plain-http')

export function checkTls({ address, certificate, failure, now }: Evidence): DoctorLine {
  if (!address.secure) return address.here ? withoutTls('tls', address) : wrong('tls', 'tls-missing')
  if (failure === 'not-tls') return wrong('tls', 'tls-not-spoken')
  return certificate === null ? unchecked('tls', 'no-connection') : checkCertificate(certificate, now)
}

export function checkOldTls({ address, oldTls, certificate }: Evidence): DoctorLine {
  if (!address.secure) return withoutTls('old-tls', address)
  if (certificate === null) return unchecked('old-tls', 'no-connection')
  if (oldTls === 'unknown') return unchecked('old-tls', 'not-known')
  return oldTls === 'accepted' ? wrong('old-tls', 'old-tls-accepted') : right('old-tls')
}

/** A user who types the address without a scheme uses http: it has to redirect to https, or not answer. */
export function checkHttp({ address, http }: Evidence): DoctorLine {
  if (!address.secure) return withoutTls('http', address)
  if (http === null) return unchecked('http', 'own-port')
  if (http.kind === 'failed') {
    return http.why === 'refused' || http.why === 'silent'
      ? right('http', { to: '–' })
      : unchecked('http', 'no-connection')
  }
  const to = http.headers['location'] ?? ''
  const leads = http.status >= 300 && http.status < 400 && originOf(to) === address.origin
  return leads ? right('http', { to }) : wrong('http', 'http-not-redirected', { status: String(http.status) })
}
