import { graphOrigin } from '../entra/scopes'
import type { ArmContext, SimResponse } from '../model/http'

/** The first request of a client for another cloud: where to sign in and for which audience. Needs no token. */
export function getEndpoints({ origin }: Pick<ArmContext, 'origin'>): SimResponse {
  const host = origin.replace(/^https?:\/\//, '')
  const cloud = {
    name: 'SimulatedCloud',
    portal: origin,
    authentication: {
      loginEndpoint: `${origin}/`,
      audiences: [`${origin}/`, origin],
      tenant: 'common',
      identityProvider: 'AAD',
    },
    resourceManager: origin,
    media: origin,
    graph: origin,
    graphAudience: origin,
    microsoftGraphResourceId: graphOrigin(origin),
    gallery: origin,
    batch: origin,
    sqlManagement: origin,
    vmImageAliasDoc: `${origin}/aliases.json`,
    activeDirectoryDataLake: origin,
    logAnalyticsResourceId: origin,
    appInsightsResourceId: origin,
    synapseAnalyticsResourceId: origin,
    attestationResourceId: origin,
    ossrDbmsResourceId: origin,
    suffixes: {
      storage: `core.${host}`,
      keyVaultDns: `vault.${host}`,
      sqlServerHostname: `database.${host}`,
      acrLoginServer: `azurecr.${host}`,
    },
  }
  return { status: 200, json: cloud }
}
