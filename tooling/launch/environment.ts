import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  adminAppRole,
  azureCliClientId,
  demoTenantId,
  demoTenantIds,
  productApi,
  productSpa,
} from '@/e2e/simulator/names'
import { top } from './paths'

export interface Ports {
  /** The dashboard. */
  readonly product: number
  /** The fake Azure for the browser (http) and for servers (https). */
  readonly http: number
  readonly https: number
}

/** Folder in which the fake Azure keeps its certificate and signing key. */
export function simulatorData(ports: Ports): string {
  return join(top, '.sealwatch', `simulator-${ports.https}`)
}

/** Folder in which the product keeps its history. */
export function productData(ports: Ports): string {
  return join(top, '.sealwatch', `product-${ports.product}`)
}

/** Node reads one file of extra certificates; a file that the user has configured is kept. */
function trusted(ports: Ports): string {
  const own = join(simulatorData(ports), 'ca.pem')
  const named = process.env['NODE_EXTRA_CA_CERTS']
  if (named === undefined || !existsSync(named)) return own
  const both = join(simulatorData(ports), 'trusted.pem')
  mkdirSync(simulatorData(ports), { recursive: true })
  rmSync(both, { force: true })
  writeFileSync(both, `${readFileSync(named, 'utf8')}\n${readFileSync(own, 'utf8')}`, { flag: 'wx' })
  return both
}

/** The variables that point a product at the fake Azure, without the trusted certificate. */
export function productSettings(ports: Ports): Record<string, string> {
  const browser = `http://localhost:${ports.http}/{tenantid}`
  const server = `https://localhost:${ports.https}`
  return {
    SEALWATCH_AUTHORITY_HOST: server,
    SEALWATCH_ARM_ENDPOINT: server,
    SEALWATCH_STORAGE_ORIGIN: `https://127.0.0.1:${ports.https}`,
    SEALWATCH_SPA_CLIENT_ID: productSpa.clientId,
    SEALWATCH_API_CLIENT_ID: productApi.clientId,
    SEALWATCH_API_CLIENTS: azureCliClientId,
    SEALWATCH_API_CLIENT_SECRET: productApi.clientSecret,
    SEALWATCH_TENANT: demoTenantId,
    SEALWATCH_ALLOWED_TENANTS: '*',
    SEALWATCH_SIGN_IN_ORIGINS: `http://localhost:${ports.http}`,
    SEALWATCH_BROWSER_AUTHORITY_METADATA: JSON.stringify({
      issuer: `${server}/{tenantid}/v2.0`,
      authorization_endpoint: `${browser}/oauth2/v2.0/authorize`,
      token_endpoint: `${browser}/oauth2/v2.0/token`,
      end_session_endpoint: `${browser}/oauth2/v2.0/logout`,
      jwks_uri: `${server}/{tenantid}/discovery/v2.0/keys`,
    }),
    SEALWATCH_DATA_DIR: productData(ports),
    SEALWATCH_SNAPSHOTS: 'on',
    SEALWATCH_ADMIN_ROLE: adminAppRole,
    SEALWATCH_STOP_DRAIN_SECONDS: '0',
  }
}

/** What the demo has besides: a tenant with a past, which was read so often, and a banner that leads through it. */
export const demoSettings: Readonly<Record<string, string>> = {
  SEALWATCH_TENANT: demoTenantIds.demo,
  SEALWATCH_POLL_MOVING_SECONDS: '1800',
  SEALWATCH_POLL_QUIET_SECONDS: '86400',
  SEALWATCH_DEMO_BANNER: 'on',
}

/** The worlds that the demo's fake Azure starts with; the demo's own is made with its past. */
export const demoWorlds = ['odd', 'empty', 'denied'] as const

/** The whole configuration of a product that uses the fake Azure. Only the demo tells the product that Azure is not real. */
export function productEnvironment(ports: Ports): Record<string, string> {
  return {
    ...productSettings(ports),
    NODE_EXTRA_CA_CERTS: trusted(ports),
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
