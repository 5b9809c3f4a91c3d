import type { ArmContext } from '../model/http'
import { attestationTable } from './attestation-rows'
import { changesTable } from './changes'
import { containersTable } from './container-rows'
import { QueryRefusal, cannotCompute } from './language/refusal'
import type { Catalog, RowSource } from './language/plan'
import { protectedItemTable, sessionHostTable } from './related-rows'
import { resourcesTable } from './rows'

type Table = (context: ArmContext, subscriptionIds: readonly string[]) => RowSource

/** Tables that have rows here. */
const filled: Readonly<Record<string, Table>> = {
  resources: resourcesTable,
  resourcecontainers: containersTable,
  resourcechanges: changesTable,
  guestconfigurationresources: attestationTable,
  desktopvirtualizationresources: sessionHostTable,
  recoveryservicesresources: protectedItemTable,
}

/** https://docs.azure.cn/en-us/governance/resource-graph/concepts/query-language */
const inChina: readonly string[] = [
  ...['advisorresources', 'alertsmanagementresources', 'dnsresources', 'insightsresources'],
  ...['kubernetesconfigurationresources', 'maintenanceresources', 'patchassessmentresources'],
  ...['patchinstallationresources', 'policyresources', 'recoveryservicesresources', 'resourcechanges'],
  ...['resourcecontainerchanges', 'resourcecontainers', 'resources', 'securityresources', 'servicehealthresources'],
]

/** https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources */
const everywhere: readonly string[] = [
  ...inChina,
  ...['appserviceresources', 'authorizationresources', 'awsresources', 'azurebusinesscontinuityresources'],
  ...['chaosresources', 'communitygalleryresources', 'computeresources', 'desktopvirtualizationresources'],
  ...['edgeorderresources', 'elasticsanresources', 'extendedlocationresources', 'featureresources'],
  ...['guestconfigurationresources', 'healthresourcechanges', 'healthresources', 'iotsecurityresources'],
  ...['kustoresources', 'managedserviceresources', 'migrateresources', 'networkresources', 'orbitalresources'],
  ...['quotaresources', 'servicefabricresources', 'spotresources', 'supportresources', 'tagsresources'],
]

/** The tables that a caller of this world may name. */
export function catalogOf(context: ArmContext, readable: readonly string[]): Catalog {
  const known = context.world.spec.graph?.tables === 'china' ? inChina : everywhere
  return {
    table: (name) => {
      if (!known.includes(name)) {
        const message = `Logical table ${name} is invalid, unsupported or disallowed.`
        throw new QueryRefusal('an unknown table', 'DisallowedLogicalTableName', { message })
      }
      const table = Object.hasOwn(filled, name) ? filled[name] : undefined
      return table === undefined ? cannotCompute(`the table ${name}`) : table(context, readable)
    },
  }
}
