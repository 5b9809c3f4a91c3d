import { ownHosts } from '@/lib/shared/sign-in-hosts'
import type { HealthLine } from '@/lib/contract/health'
import { productApi } from '../simulator/names'
import { authority, leaf, type Answers } from './deployment'
import { ready, type DoctorStage, type Plan } from './stage'

/** A planted misconfiguration, and the only finding that doctor may report for it. */
type Planted = readonly [what: string, code: string, plan: (stage: DoctorStage) => Plan | Promise<Plan>]

const line = (check: HealthLine['check'], reason: HealthLine['reason']): HealthLine => ({
  check,
  standing: 'degraded',
  reason,
})

const without = (headers: Readonly<Record<string, string>>, name: string) =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))

/** A client or tenant id that does not exist. */
export const gone = '00000000-0000-4000-8000-000000000001'
const html =
  (status: number, headers: Record<string, string> = {}): Answers['instead'] =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<html>hello</html>')
  }

/** Every misconfiguration, planted one at a time. */
export const planted: readonly Planted[] = [
  ['a URL without a listener', 'address-refused', () => ({ address: () => 'https://localhost:9' })],
  ['a name that does not exist', 'address-unresolved', () => ({ address: () => 'https://sealwatch.invalid' })],
  [
    'a port that does not speak TLS',
    'tls-not-spoken',
    () => ({ tls: null, address: (origin) => origin.replace('http:', 'https:') }),
  ],
  ['an expired certificate', 'tls-expired', async (stage) => ({ tls: await leaf({ by: stage.trusted, until: -2 }) })],
  [
    'a certificate that expires soon',
    'tls-expires-soon',
    async (stage) => ({ tls: await leaf({ by: stage.trusted, until: 5 }) }),
  ],
  [
    'one of another host',
    'tls-wrong-host',
    async (stage) => ({ tls: await leaf({ by: stage.trusted, name: 'other.example' }) }),
  ],
  ['a self-signed certificate', 'tls-self-signed', async () => ({ tls: await leaf({ by: null }) })],
  ['one of an unknown authority', 'tls-untrusted', async () => ({ tls: await leaf({ by: await authority() }) })],
  [
    'a proxy that still speaks TLS 1.1',
    'old-tls-accepted',
    async (stage) => ({
      tls: { ...(await leaf({ by: stage.trusted })), minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
    }),
  ],
  [
    'http without a redirect',
    'http-not-redirected',
    (stage) => ({ args: ['--http-address', `${stage.simulator.origins.browser}/`] }),
  ],
  ['another site', 'not-sealwatch', () => ({ answers: { instead: html(200) } })],
  ['a proxy without a server', 'proxy-without-server', () => ({ answers: { instead: html(502) } })],
  [
    'a sign-in page of the proxy',
    'answers-elsewhere',
    () => ({ answers: { instead: html(302, { location: 'https://sso.example.com/start' }) } }),
  ],
  [
    'a database that is down',
    'database-unreachable',
    () => ({ answers: { ready: ready(line('history', 'unreachable')) } }),
  ],
  ['one not migrated', 'database-schema-older', () => ({ answers: { ready: ready(line('history', 'schema-older')) } })],
  [
    'a database migrated too far',
    'database-schema-newer',
    () => ({ answers: { ready: ready(line('history', 'schema-newer')) } }),
  ],
  ['a full database', 'database-unusable', () => ({ answers: { ready: ready(line('history', 'full')) } })],
  [
    'a server cut off',
    'server-misses-directory',
    () => ({ answers: { ready: ready(line('directory', 'entra-down')) } }),
  ],
  [
    'an invalid configuration',
    'configuration-invalid',
    () => ({
      answers: {
        ready: {
          ready: false,
          checks: [{ check: 'configuration', standing: 'failed', reason: 'configuration-invalid' }],
        },
      },
    }),
  ],
  ['a clock three minutes slow', 'clock-off', () => ({ answers: { ahead: -180_000 } })],
  [
    'a proxy that drops the policy',
    'headers-missing',
    (stage) => ({ answers: { headers: without(stage.headersOf(false), 'content-security-policy') } }),
  ],
  [
    'a proxy that closes the bridge',
    'bridge-closed',
    (stage) => ({ answers: { bridgeHeaders: stage.headersOf(false) } }),
  ],
  ['an undeclared proxy', 'proxies-too-few', () => ({ answers: { proxiesBefore: 1 } })],
  ['declared proxies that do not exist', 'proxies-too-many', () => ({ answers: { deployment: { proxies: 2 } } })],
  [
    'sign-in of one cloud, ARM of another',
    'cloud-mixed',
    (stage) => ({
      answers: { deployment: { armEndpoint: stage.other.origin } },
      others: [{ name: 'china', armEndpoint: stage.other.origin, ...ownHosts('https://nowhere.invalid') }],
    }),
  ],
  ['a tenant that does not exist', 'tenant-unknown', () => ({ answers: { deployment: { tenantId: gone } } })],
  [
    'an ARM URL of something else',
    'arm-not-azure',
    (stage) => ({ answers: { deployment: { armEndpoint: stage.simulator.origins.browser } } }),
  ],
  ['a page without a registration', 'page-unknown', () => ({ answers: { deployment: { spaClientId: gone } } })],
  [
    'an unregistered redirect URI',
    'redirect-unregistered',
    (stage) => ({
      plant: () =>
        stage.register((page) => ({ ...page, spa: { redirectUris: ['https://clinic.other.example/auth/redirect'] } })),
    }),
  ],
  [
    'a redirect URI registered for a web server',
    'redirect-not-single-page',
    (stage) => ({ plant: () => stage.register((page) => ({ ...page, web: page.spa, spa: { redirectUris: [] } })) }),
  ],
  [
    'a missing API registration',
    'scope-resource-unknown',
    () => ({ answers: { deployment: { apiScope: `api://${gone}/access_as_user` } } }),
  ],
  [
    'a missing scope',
    'scope-unknown',
    () => ({ answers: { deployment: { apiScope: `${productApi.identifierUri}/read` } } }),
  ],
  [
    'tokens of version 1',
    'token-version-old',
    (stage) => ({
      args: ['--registrations'],
      plant: () => {
        stage.preauthorised()
        stage.api((each) => ({ ...each, api: { ...each.api, requestedAccessTokenVersion: null } }))
      },
    }),
  ],
  [
    'no permission for ARM',
    'permission-missing',
    (stage) => ({
      args: ['--registrations'],
      plant: () => {
        stage.preauthorised()
        stage.api((each) => ({ ...each, requiredResourceAccess: [] }))
      },
    }),
  ],
  [
    'no consent',
    'consent-missing',
    (stage) => ({
      args: ['--registrations'],
      plant: () => {
        stage.preauthorised()
        stage.directory()?.grants.clear()
      },
    }),
  ],
  ['a page without pre-authorisation', 'page-not-preauthorised', () => ({ args: ['--registrations'] })],
  ['a wrong secret', 'secret-wrong', () => ({ file: { SEALWATCH_API_CLIENT_SECRET: 'not-the-secret' } })],
  [
    'an expired secret',
    'secret-expired',
    (stage) => ({
      file: {},
      plant: () =>
        stage.api((each) => ({
          ...each,
          passwords: each.passwords.map((one) => ({ ...one, endDateTime: '2021-01-01T00:00:00Z' })),
        })),
    }),
  ],
  ['a file with a gap', 'environment-invalid', () => ({ file: { SEALWATCH_TENANT: '' } })],
  ['a file of another deployment', 'environment-differs', () => ({ file: { SEALWATCH_SPA_CLIENT_ID: gone } })],
]
