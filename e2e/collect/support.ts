import type { Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { collectorApplication } from '../simulator/names'

/** Environment variables of a collector for one simulated tenant, in addition to those of `startStack`. */
export function collectorEnvironment(tenant: TenantClient): Record<string, string | undefined> {
  return {
    SEALWATCH_AUTHORITY_HOST: process.env['SEALWATCH_AUTHORITY_HOST'],
    SEALWATCH_ARM_ENDPOINT: process.env['SEALWATCH_ARM_ENDPOINT'],
    SEALWATCH_TENANT: tenant.tenantId,
    SEALWATCH_COLLECTOR_CLIENT_ID: collectorApplication.clientId,
    SEALWATCH_COLLECTOR_CLIENT_SECRET: collectorApplication.clientSecret,
  }
}

/** Environment variables of a collector in a separate process, which checks certificates and logs its work. */
export function collectorProcessEnvironment(stack: Stack, tenant: TenantClient): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...collectorEnvironment(tenant),
    NODE_TLS_REJECT_UNAUTHORIZED: '1',
    NODE_EXTRA_CA_CERTS: stack.certificate.caFile,
    SEALWATCH_HISTORY: 'on',
    SEALWATCH_LOG_LEVEL: 'info',
  }
}
