import type { TenantClient } from '../simulator/control/client'
import { collectorApplication } from '../simulator/names'

/** The environment of a collector of one simulated tenant, on top of what `startStack` set. */
export function collectorEnvironment(tenant: TenantClient): Record<string, string | undefined> {
  return {
    SEALWATCH_AUTHORITY_HOST: process.env['SEALWATCH_AUTHORITY_HOST'],
    SEALWATCH_ARM_ENDPOINT: process.env['SEALWATCH_ARM_ENDPOINT'],
    SEALWATCH_TENANT: tenant.tenantId,
    SEALWATCH_COLLECTOR_CLIENT_ID: collectorApplication.clientId,
    SEALWATCH_COLLECTOR_CLIENT_SECRET: collectorApplication.clientSecret,
  }
}
