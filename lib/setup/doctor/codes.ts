/** The checks of `doctor`, in the order of its output. */
export const doctorChecks = [
  'address',
  'tls',
  'old-tls',
  'http',
  'identity',
  'alive',
  'database',
  'server-directory',
  'clock',
  'headers',
  'bridge',
  'proxies',
  'cloud',
  'tenant',
  'arm',
  'page-client',
  'redirect',
  'client-type',
  'scope',
  'consent',
  'token-version',
  'environment',
  'credential',
] as const
export type DoctorCheck = (typeof doctorChecks)[number]

/** Possible faults of the address and the server. A code says no more than what was observed. */
export const serverFindings = [
  'address-unresolved',
  'address-refused',
  'address-silent',
  'address-proxy-refused',
  'address-broken',
  'tls-missing',
  'tls-not-spoken',
  'tls-expired',
  'tls-expires-soon',
  'tls-not-yet',
  'tls-wrong-host',
  'tls-self-signed',
  'tls-untrusted',
  'old-tls-accepted',
  'http-not-redirected',
  'answers-elsewhere',
  'proxy-without-server',
  'not-sealwatch',
  'not-alive',
  'configuration-invalid',
  'database-unreachable',
  'database-refused',
  'database-schema-older',
  'database-schema-newer',
  'database-unusable',
  'server-misses-directory',
  'clock-off',
  'headers-missing',
  'bridge-closed',
  'proxies-too-few',
  'proxies-too-many',
] as const
export type ServerFinding = (typeof serverFindings)[number]

/** Possible faults between the deployment, the directory and ARM. */
export const directoryFindings = [
  'cloud-mixed',
  'cloud-other',
  'authority-not-entra',
  'tenant-unknown',
  'arm-not-azure',
  'arm-refused',
  'arm-other-authority',
  'page-unknown',
  'redirect-unregistered',
  'redirect-not-single-page',
  'scope-resource-unknown',
  'scope-unknown',
  'scope-missing',
  'permission-missing',
  'consent-missing',
  'page-not-preauthorised',
  'token-version-old',
  'api-unknown',
  'environment-invalid',
  'environment-differs',
  'secret-wrong',
  'secret-expired',
  'assertion-refused',
  'federation-unknown',
  'credential-unusable',
  'credential-client-unknown',
] as const
export type DirectoryFinding = (typeof directoryFindings)[number]

export type DoctorFinding = ServerFinding | DirectoryFinding

/** Why a check could not run. Its result is then neither right nor wrong. */
export const uncheckedReasons = [
  'no-connection',
  'plain-http-here',
  'plain-http',
  'own-port',
  'not-known',
  'not-sealwatch',
  'server-stopping',
  'history-off',
  'entra-not-reached',
  'arm-not-reached',
  'no-date',
  'forwarding-replaced',
  'client-is-proxy',
  'entra-asks-first',
  'entra-said-other',
  'only-registrations-tell',
  'registrations-unreadable',
  'registrations-other-tenant',
  'no-environment-file',
  'credential-only-there',
] as const
export type UncheckedReason = (typeof uncheckedReasons)[number]

/** Values in the words of a line. */
export type Details = Readonly<Record<string, string>>

export type DoctorLine =
  | { readonly check: DoctorCheck; readonly outcome: 'ok'; readonly seen: Details }
  | { readonly check: DoctorCheck; readonly outcome: 'wrong'; readonly code: DoctorFinding; readonly seen: Details }
  | {
      readonly check: DoctorCheck
      readonly outcome: 'unchecked'
      readonly why: UncheckedReason
      readonly seen: Details
    }

export const right = (check: DoctorCheck, seen: Details = {}): DoctorLine => ({ check, outcome: 'ok', seen })
export const wrong = (check: DoctorCheck, code: DoctorFinding, seen: Details = {}): DoctorLine => ({
  check,
  outcome: 'wrong',
  code,
  seen,
})
export const unchecked = (check: DoctorCheck, why: UncheckedReason, seen: Details = {}): DoctorLine => ({
  check,
  outcome: 'unchecked',
  why,
  seen,
})
