import 'server-only'
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
const ofCollector: Part = { group: 'azure', secret: false, readBy: collector }
const past: Part = { group: 'history', secret: false, readBy: all }
const sharing: Part = { group: 'sharing', secret: false, readBy: server }
const operating: Part = { group: 'operating', secret: false, readBy: both }
const telemetry: Part = { group: 'telemetry', secret: false, readBy: both }

/** What every variable means. A variable without a line here does not compile. */
export const variableDocs: Readonly<Record<VariableName, VariableDoc>> = {
  SEALWATCH_TENANT: {
    ...azure,
    meaning: 'Tenant in which people sign in unless a link names another, and which the collector watches',
    example: guid,
  },
  SEALWATCH_SPA_CLIENT_ID: { ...signIn, meaning: 'Client id of the app registration of the page', example: guid },
  SEALWATCH_API_CLIENT_ID: { ...signIn, meaning: 'Client id of the app registration of the API', example: guid },
  SEALWATCH_API_CLIENT_SECRET: {
    ...signIn,
    secret: true,
    meaning: 'Proof of the API: a client secret. Exactly one proof must be set',
    example: '(from Entra)',
  },
  SEALWATCH_API_CLIENT_CERTIFICATE_PATH: {
    ...signIn,
    meaning: 'Proof of the API: a PEM file with a certificate and its private key',
    example: '/run/secrets/api.pem',
  },
  SEALWATCH_API_FEDERATED_TOKEN_FILE: {
    ...signIn,
    meaning: 'Proof of the API: a file with a token of a workload identity, read again for each exchange',
    example: '/var/run/secrets/azure/tokens/azure-identity-token',
  },
  SEALWATCH_API_MANAGED_IDENTITY_CLIENT_ID: {
    ...signIn,
    meaning: 'Proof of the API: the client id of a managed identity that is a federated credential of the registration',
    example: guid,
  },
  SEALWATCH_API_SCOPE: {
    ...signIn,
    meaning: 'Scope that the page asks for',
    example: 'api://sealwatch/access_as_user',
    otherwise: '`api://<API client id>/access_as_user`',
  },
  SEALWATCH_API_CLIENTS: {
    ...signIn,
    meaning: 'Other programs that may call the API for a person: a comma list of client ids',
    example: guid,
  },
  SEALWATCH_ALLOWED_TENANTS: {
    ...signIn,
    meaning: 'Tenants whose people may sign in: a comma list of tenant ids, or `*`',
    example: '*',
    otherwise: '`SEALWATCH_TENANT`',
  },
  SEALWATCH_SIGN_IN_ORIGINS: {
    ...signIn,
    meaning: 'Origins of sign-in pages, for the content security policy: a comma list',
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
    meaning: 'Requests to the API that one person may make in a minute; each server counts for itself',
    example: '600',
  },
  SEALWATCH_IDLE_MINUTES: {
    ...signIn,
    meaning: 'Minutes without key, pointer or touch after which a page signs out; 0 for never, as on a wall',
    example: '15',
  },
  SEALWATCH_STRANGERS_PER_MINUTE: {
    ...signIn,
    group: 'operating',
    meaning: 'The same for one address without a valid token',
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
    readBy: server,
    meaning: 'The one origin from which boot diagnostics are fetched',
    example: 'https://storage.local.example',
    otherwise: 'storage hosts of the cloud',
  },
  SEALWATCH_AZURE_SHARE: {
    ...azure,
    meaning:
      'Part of the limits that Azure counts for all callers together which this process may use; those of all processes must not add up to more than 1',
    example: '0.25',
  },
  SEALWATCH_COLLECTOR_CLIENT_ID: {
    ...ofCollector,
    meaning: 'Identity with which the collector reads; of a managed identity, where no proof is set',
    example: guid,
    otherwise: 'the machine’s own identity',
  },
  SEALWATCH_COLLECTOR_CLIENT_SECRET: {
    ...ofCollector,
    secret: true,
    meaning: 'Proof of the collector: a client secret. At most one proof may be set',
    example: '(from Entra)',
  },
  SEALWATCH_COLLECTOR_CERTIFICATE_PATH: {
    ...ofCollector,
    meaning: 'Proof of the collector: a PEM file with a certificate and its private key',
    example: '/run/secrets/collector.pem',
  },
  SEALWATCH_COLLECTOR_FEDERATED_TOKEN_FILE: {
    ...ofCollector,
    meaning: 'Proof of the collector: a file with a token of a workload identity',
    example: '/var/run/secrets/azure/tokens/azure-identity-token',
  },
  SEALWATCH_HISTORY: { ...past, meaning: 'Whether anything is remembered', example: 'off' },
  SEALWATCH_DATA_DIR: { ...past, meaning: 'Folder of the SQLite database', example: '/var/lib/sealwatch' },
  DATABASE_URL: {
    ...past,
    secret: true,
    meaning: 'PostgreSQL instead of SQLite',
    example: 'postgres://sealwatch:PASSWORD@db.example:5432/sealwatch?sslmode=verify-full',
  },
  SEALWATCH_DATABASE_WITHOUT_TLS: {
    ...past,
    meaning: 'Whether PostgreSQL on another machine may be spoken to without TLS: only where the network encrypts',
    example: 'allow',
  },
  SEALWATCH_DATABASE_IDENTITY: {
    ...past,
    meaning: 'Client id of a managed identity whose tokens are the password of PostgreSQL',
    example: guid,
  },
  SEALWATCH_HISTORY_DAYS: {
    ...past,
    meaning: 'Days after which what was last seen longer ago is forgotten',
    example: '400',
  },
  SEALWATCH_HISTORY_MAX_MB: {
    ...past,
    meaning: 'Size at which the oldest is forgotten, whatever its age',
    example: '4096',
  },
  SEALWATCH_AUDIT_DAYS: { ...past, meaning: 'Days for which the audit trail is kept', example: '400' },
  SEALWATCH_POLL_MOVING_SECONDS: { ...past, meaning: 'How often the collector looks at a VM in motion', example: '30' },
  SEALWATCH_POLL_QUIET_SECONDS: { ...past, meaning: 'How often the collector looks at any other VM', example: '900' },
  SEALWATCH_WEBHOOKS_FILE: {
    ...sharing,
    readBy: both,
    meaning:
      'JSON file with the webhooks that may be told of what happens, and who may use them ([format](history.md#watches-and-webhooks)). The file holds secrets',
    example: '/run/secrets/webhooks.json',
  },
  SEALWATCH_WEBHOOK_LOCAL_RECEIVER: {
    ...sharing,
    readBy: both,
    meaning: 'For the fake Azure alone: the one receiver on this machine that may be posted to',
    example: 'localhost:4011',
  },
  SEALWATCH_SNAPSHOTS: {
    ...sharing,
    meaning: 'Whether people may make links that open without sign-in',
    example: 'on',
  },
  SEALWATCH_SNAPSHOT_MAX_HOURS: { ...sharing, meaning: 'How long such a link may be open', example: '72' },
  SEALWATCH_PROXIES: {
    ...sharing,
    group: 'operating',
    meaning: 'How many proxies of yours stand before the server: what they say of a caller’s address counts',
    example: '1',
  },
  SEALWATCH_LOG_LEVEL: { ...operating, meaning: 'What is logged: this and what is graver', example: 'warn' },
  SEALWATCH_LOG_ID_KEY: {
    ...operating,
    secret: true,
    meaning:
      'Key under which ids of people, tenants and subscriptions are written to logs, metrics and traces as hashes; at least 16 characters. Without it logs have the ids themselves, metrics and traces none',
    example: '(32 random characters)',
  },
  SEALWATCH_ADMIN_ROLE: {
    ...operating,
    readBy: server,
    meaning:
      'Value of the app role of the API whose holders, in `SEALWATCH_TENANT`, may open `/admin` and the audit trail',
    example: 'Sealwatch.Admin',
    otherwise: 'nobody',
  },
  SEALWATCH_ADMINS: {
    ...operating,
    readBy: server,
    meaning: 'People who may do so without the role: a comma list of object ids in `SEALWATCH_TENANT`',
    example: guid,
    otherwise: 'nobody',
  },
  SEALWATCH_STOP_DRAIN_SECONDS: {
    ...operating,
    readBy: server,
    meaning: 'For how long a server that was told to stop still answers, so that balancers can notice',
    example: '10',
  },
  SEALWATCH_STOP_SECONDS: {
    ...operating,
    meaning:
      'After how long a program that was told to stop is gone, whatever is left. Less than your platform waits before it kills',
    example: '25',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    ...telemetry,
    meaning: 'Receiver of traces and metrics. Without any address nothing is sent',
    example: 'https://otel-collector:4318',
  },
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: {
    ...telemetry,
    meaning: 'Receiver of traces alone',
    example: 'https://otel-collector:4318/v1/traces',
  },
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: {
    ...telemetry,
    meaning: 'Receiver of metrics alone',
    example: 'https://otel-collector:4318/v1/metrics',
  },
  OTEL_EXPORTER_OTLP_PROTOCOL: { ...telemetry, meaning: 'How they are sent', example: 'http/json' },
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: {
    ...telemetry,
    meaning: 'How traces are sent',
    example: 'http/json',
    otherwise: '`OTEL_EXPORTER_OTLP_PROTOCOL`',
  },
  OTEL_EXPORTER_OTLP_METRICS_PROTOCOL: {
    ...telemetry,
    meaning: 'How metrics are sent',
    example: 'http/json',
    otherwise: '`OTEL_EXPORTER_OTLP_PROTOCOL`',
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    ...telemetry,
    secret: true,
    meaning: 'Headers for the receiver, such as its key',
    example: 'api-key=…',
  },
  OTEL_TRACES_EXPORTER: { ...telemetry, meaning: '`none` sends no traces', example: 'none' },
  OTEL_METRICS_EXPORTER: { ...telemetry, meaning: '`none` sends no metrics', example: 'none' },
  OTEL_METRIC_EXPORT_INTERVAL: {
    ...telemetry,
    meaning: 'Milliseconds between two sendings of metrics',
    example: '15000',
  },
  OTEL_SDK_DISABLED: { ...telemetry, meaning: '`true` sends nothing', example: 'true' },
  OTEL_SERVICE_NAME: {
    ...telemetry,
    meaning: 'Name under which this process is told apart',
    example: 'sealwatch-collector',
  },
  OTEL_RESOURCE_ATTRIBUTES: {
    ...telemetry,
    meaning: 'What else is said of this process',
    example: 'deployment.environment=prod',
  },
  OTEL_TRACES_SAMPLER: {
    ...telemetry,
    meaning: 'Which traces are kept',
    example: 'parentbased_traceidratio',
    otherwise: '`parentbased_always_on`',
  },
  OTEL_TRACES_SAMPLER_ARG: { ...telemetry, meaning: 'How many of them', example: '0.05' },
  SEALWATCH_TELEMETRY_WITHOUT_TLS: {
    ...telemetry,
    meaning: 'Whether a receiver on another machine may be spoken to without TLS: only where the network encrypts',
    example: 'allow',
  },
}
