import type { SimResponse } from '../model/http'
import type { Origins } from './state'

/** `GET /metadata/endpoints`: what azure-cli reads when it registers a cloud. Needs no token. */
export function cloudMetadata({ server }: Origins): SimResponse {
  const suffix = 'simulator.example'
  return {
    status: 200,
    json: {
      name: 'SimulatedCloud',
      portal: server,
      authentication: {
        loginEndpoint: server,
        audiences: [server, `${server}/`],
        tenant: 'common',
        identityProvider: 'AAD',
      },
      resourceManager: server,
      media: server,
      graph: server,
      graphAudience: server,
      microsoftGraphResourceId: 'https://graph.microsoft.com/',
      batch: server,
      sqlManagement: server,
      gallery: server,
      vmImageAliasDoc: `${server}/aliases.json`,
      activeDirectoryDataLake: server,
      suffixes: {
        storage: suffix,
        keyVaultDns: `vault.${suffix}`,
        sqlServerHostname: `database.${suffix}`,
        acrLoginServer: `registry.${suffix}`,
        azureDataLakeStoreFileSystem: `lake.${suffix}`,
        azureDataLakeAnalyticsCatalogAndJob: `analytics.${suffix}`,
      },
    },
  }
}
