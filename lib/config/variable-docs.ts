import 'server-only'
import { telemetryDocs } from './telemetry-docs'
import type { VariableDoc } from './variable-doc'
import type { VariableName } from './variables'

const server = ['server'] as const
const collector = ['collector'] as const
const both = ['server', 'collector'] as const
const all = ['server', 'collector', 'store'] as const

const guid = '0f9e2c1a-5b7d-4c3e-9a1f-2d4b6c8e0a12'

type Part = Pick<VariableDoc, 'group' | 'secret' | 'readBy'>
const signIn: Part = { group: 'sign-in', secret: false, readBy: server }
const azure: Part = { group: 'azure', secret: false, readBy: both }
const ofCollector: Part = { group: 'azure', secret: false, readBy: both }
const past: Part = { group: 'history', secret: false, readBy: all }
const sharing: Part = { group: 'sharing', secret: false, readBy: server }
const operating: Part = { group: 'operating', secret: false, readBy: both }

/** The meaning of every variable. A variable without an entry here does not compile. */
export const variableDocs: Readonly<Record<VariableName, VariableDoc>> = {
  SEALWATCH_TENANT: {
    ...azure,
    meaning: 'Tenant in which users sign in unless a link names another, and which the collector watches',
    example: guid,
  },
  SEALWATCH_SPA_CLIENT_ID: { ...signIn, meaning: 'Client id of the app registration of the page', example: guid },
  SEALWATCH_API_CLIENT_ID: { ...signIn, meaning: 'Client id of the app registration of the API', example: guid },
  SEALWATCH_API_CLIENT_SECRET: {
    ...signIn,
    secret: true,
    meaning: 'Credential of the API: a client secret. Exactly one credential must be set',
    example: '(from Entra)',
  },
  SEALWATCH_API_CLIENT_CERTIFICATE_PATH: {
    ...signIn,
    meaning: 'Credential of the API: a PEM file with a certificate and its private key',
    example: '/run/secrets/api.pem',
  },
  SEALWATCH_API_FEDERATED_TOKEN_FILE: {
    ...signIn,
    meaning: 'Credential of the API: a file with a token of a workload identity, read again for each exchange',
    example: '/var/run/secrets/azure/tokens/azure-identity-token',
  },
  SEALWATCH_API_MANAGED_IDENTITY_CLIENT_ID: {
    ...signIn,
    meaning:
      'Credential of the API: the client id of a managed identity that is a federated credential of the registration',
    example: guid,
  },
  SEALWATCH_API_SCOPE: {
    ...signIn,
    meaning: 'Scope that the page requests',
    example: 'api://sealwatch/access_as_user',
    otherwise: '`api://<API client id>/access_as_user`',
  },
  SEALWATCH_API_CLIENTS: {
    ...signIn,
    meaning: 'Other applications that may call the API for a user: client ids, separated by commas',
    example: guid,
  },
  SEALWATCH_API_APPLICATIONS: {
    ...signIn,
    meaning:
      'Applications of `SEALWATCH_TENANT` that may [read the API without a user](api.md#applications-without-a-user), with the rights of the collector’s identity: client ids, separated by commas',
    example: guid,
    otherwise: 'none',
  },
  SEALWATCH_ALLOWED_TENANTS: {
    ...signIn,
    meaning: 'Tenants whose users may sign in: tenant ids, separated by commas, or `*`',
    example: '*',
    otherwise: '`SEALWATCH_TENANT`',
  },
  SEALWATCH_SIGN_IN_ORIGINS: {
    ...signIn,
    meaning: 'Origins of sign-in pages, for the content security policy, separated by commas',
    example: 'https://login.microsoftonline.com',
    otherwise: 'the authority',
  },
  SEALWATCH_BROWSER_AUTHORITY_METADATA: {
    ...signIn,
    meaning: 'Endpoints of a directory that the browser cannot discover, as JSON',
    example: '{"issuer":"…","authorization_endpoint":"…","token_endpoint":"…"}',
  },
  SEALWATCH_REQUESTS_PER_MINUTE: {
    ...signIn,
    group: 'operating',
    meaning: 'Requests to the API that one user may make per minute; each server counts separately',
    example: '600',
  },
  SEALWATCH_IDLE_MINUTES: {
    ...signIn,
    meaning: 'Minutes without key, pointer or touch after which a page signs out; 0 for never, as on a wall display',
    example: '15',
  },
  SEALWATCH_UNAUTHENTICATED_PER_MINUTE: {
    ...signIn,
    group: 'operating',
    meaning: 'Requests that one address may make per minute without a valid token; each server counts separately',
    example: '300',
  },
  SEALWATCH_CLOUD: { ...azure, readBy: all, meaning: 'Azure cloud', example: 'usgovernment' },
  SEALWATCH_AUTHORITY_HOST: {
    ...azure,
    meaning: 'Another directory; together with `SEALWATCH_ARM_ENDPOINT`',
    example: 'https://login.partner.example',
    otherwise: 'that of the cloud',
  },
  SEALWATCH_ARM_ENDPOINT: {
    ...azure,
    meaning: 'Another Resource Manager; together with `SEALWATCH_AUTHORITY_HOST`',
    example: 'https://management.local.example',
    otherwise: 'that of the cloud',
  },
  SEALWATCH_STORAGE_ORIGIN: {
    ...azure,
    meaning: 'The only origin from which boot diagnostics are fetched, and to which reports may be written',
    example: 'https://storage.local.example',
    otherwise: 'storage hosts of the cloud',
  },
  SEALWATCH_AZURE_SHARE: {
    ...azure,
    ofProcess: true,
    meaning:
      'This process’s part of the limits that Azure counts for all callers together; the parts of all processes must not add up to more than 1',
    example: '0.25',
  },
  SEALWATCH_COLLECTOR_CLIENT_ID: {
    ...ofCollector,
    meaning: 'Client id of the collector’s identity; that of a managed identity, where no credential is set',
    example: guid,
    otherwise: 'the machine’s own identity',
  },
  SEALWATCH_COLLECTOR_CLIENT_SECRET: {
    ...ofCollector,
    secret: true,
    meaning: 'Credential of the collector: a client secret. At most one credential may be set',
    example: '(from Entra)',
  },
  SEALWATCH_COLLECTOR_CERTIFICATE_PATH: {
    ...ofCollector,
    meaning: 'Credential of the collector: a PEM file with a certificate and its private key',
    example: '/run/secrets/collector.pem',
  },
  SEALWATCH_COLLECTOR_FEDERATED_TOKEN_FILE: {
    ...ofCollector,
    meaning: 'Credential of the collector: a file with a token of a workload identity',
    example: '/var/run/secrets/azure/tokens/azure-identity-token',
  },
  SEALWATCH_HISTORY: { ...past, meaning: 'Whether a history is stored', example: 'off' },
  SEALWATCH_DATA_DIR: { ...past, meaning: 'Folder of the SQLite database', example: '/var/lib/sealwatch' },
  DATABASE_URL: {
    ...past,
    secret: true,
    meaning: 'PostgreSQL instead of SQLite',
    example: 'postgres://sealwatch:PASSWORD@db.example:5432/sealwatch?sslmode=verify-full',
  },
  SEALWATCH_DATABASE_WITHOUT_TLS: {
    ...past,
    meaning: 'Whether connections to PostgreSQL on another machine may do without TLS: only where the network encrypts',
    example: 'allow',
  },
  SEALWATCH_DATABASE_IDENTITY: {
    ...past,
    meaning: 'Client id of a managed identity whose tokens are the password of PostgreSQL',
    example: guid,
  },
  SEALWATCH_HISTORY_DAYS: { ...past, meaning: 'Days after the last observation when a row is deleted', example: '400' },
  SEALWATCH_HISTORY_MAX_MB: {
    ...past,
    meaning: 'Size at which the oldest rows are deleted, at any age',
    example: '4096',
  },
  SEALWATCH_AUDIT_DAYS: { ...past, meaning: 'Days for which the audit log is kept', example: '400' },
  SEALWATCH_POLL_MOVING_SECONDS: {
    ...past,
    meaning: 'How often the collector reads a VM whose encryption is changing',
    example: '30',
  },
  SEALWATCH_POLL_QUIET_SECONDS: { ...past, meaning: 'How often the collector reads any other VM', example: '900' },
  SEALWATCH_WEBHOOKS_FILE: {
    ...sharing,
    readBy: both,
    meaning:
      'JSON file with the webhooks that may get notices, and which users may use them ([format](history.md#watches-and-webhooks)). The file contains secrets',
    example: '/run/secrets/webhooks.json',
  },
  SEALWATCH_WEBHOOK_LOCAL_RECEIVER: {
    ...sharing,
    readBy: both,
    meaning: 'For the fake Azure alone: the one receiver on this machine that may get posts',
    example: 'localhost:4011',
  },
  SEALWATCH_WEBHOOK_NETWORKS: {
    ...sharing,
    readBy: both,
    meaning: 'Private networks in which webhooks may be posted to, separated by commas; only those of your receivers',
    example: '10.1.2.0/24',
    otherwise: 'the public internet alone',
  },
  SEALWATCH_REPORTS_DIR: {
    ...sharing,
    readBy: collector,
    meaning:
      'Folder in which the collector writes [reports](history.md#reports) of the whole fleet: what its identity may read',
    example: '/var/lib/sealwatch/reports',
    otherwise: 'no reports',
  },
  SEALWATCH_REPORTS_CONTAINER: {
    ...sharing,
    readBy: collector,
    meaning:
      'Container of Azure Blob Storage to which the collector writes these reports instead, with its own identity',
    example: 'https://ACCOUNT.blob.core.windows.net/reports',
    otherwise: 'no reports',
  },
  SEALWATCH_REPORTS_HOURS: { ...sharing, readBy: collector, meaning: 'Hours between two reports', example: '168' },
  SEALWATCH_REPORTS_KEEP: {
    ...sharing,
    readBy: collector,
    meaning: 'How many reports are kept; older ones are deleted',
    example: '12',
  },
  SEALWATCH_REPORTS_LANGUAGE: { ...sharing, readBy: collector, meaning: 'Language of the reports', example: 'ja' },
  SEALWATCH_SNAPSHOTS: {
    ...sharing,
    meaning: 'Whether users may create links that open without sign-in',
    example: 'on',
  },
  SEALWATCH_SNAPSHOT_MAX_HOURS: { ...sharing, meaning: 'How long such a link may be open', example: '72' },
  SEALWATCH_PROXIES: {
    ...sharing,
    group: 'operating',
    meaning: 'Addresses or networks of your proxies, comma list; required where the server listens beyond loopback',
    example: '10.0.0.4,2001:db8::/64',
  },
  HTTPS_PROXY: {
    ...operating,
    secret: true,
    meaning: 'Proxy for every https request: Azure, Entra, webhooks, telemetry; `http://` or `https://`',
    example: 'http://proxy.example:3128',
    otherwise: 'no proxy',
  },
  NO_PROXY: {
    ...operating,
    meaning:
      'Hosts to which no proxy is used, separated by commas: `host`, `.suffix`, `host:port`, and for addresses networks (`10.0.0.0/8`)',
    example: 'vault.internal.example,.blob.core.windows.net',
  },
  SEALWATCH_LOG_LEVEL: { ...operating, meaning: 'The lowest level that is logged', example: 'warn' },
  SEALWATCH_LOG_ID_KEY: {
    ...operating,
    secret: true,
    meaning:
      'Key with which ids of users, tenants and subscriptions are hashed in logs, metrics and traces; at least 16 characters. Without it logs contain the ids themselves, metrics and traces contain no ids except those of `SEALWATCH_METRICS_SUBSCRIPTIONS`',
    example: '(32 random characters)',
  },
  SEALWATCH_ADMIN_ROLE: {
    ...operating,
    readBy: server,
    meaning:
      'Value of an app role of the API: users with it, in `SEALWATCH_TENANT`, may open `/admin` and the audit log',
    example: 'Sealwatch.Admin',
    otherwise: 'no user',
  },
  SEALWATCH_ADMINS: {
    ...operating,
    readBy: server,
    meaning: 'Users who may do so without the role: object ids in `SEALWATCH_TENANT`, separated by commas',
    example: guid,
    otherwise: 'no user',
  },
  SEALWATCH_DEMO_BANNER: {
    ...operating,
    readBy: server,
    meaning: 'Shows the banner of `npm run demo` on every page: this Azure is simulated',
    example: 'on',
  },
  SEALWATCH_STOP_DRAIN_SECONDS: {
    ...operating,
    readBy: server,
    meaning: 'How long a server still answers requests after a shutdown signal, so that load balancers can notice',
    example: '10',
  },
  SEALWATCH_STOP_SECONDS: {
    ...operating,
    meaning:
      'How long after a shutdown signal a program ends at the latest. Less than your platform waits before it kills',
    example: '25',
  },
  ...telemetryDocs,
}
