/** Key of a fleet's readings: never shared between tenants or accounts. */
export function fleetKey(tenantId: string, accountId: string): readonly string[] {
  return ['fleet', tenantId, accountId]
}
