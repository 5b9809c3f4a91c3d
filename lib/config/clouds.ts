import 'server-only'

/** Azure clouds a deployment can belong to. One deployment serves one cloud. */
export const cloudNames = ['public', 'usgovernment', 'china'] as const
export type CloudName = (typeof cloudNames)[number]

export interface CloudHosts {
  /** Origin of Microsoft Entra ID. */
  readonly authorityHost: string
  /** Origin of Azure Resource Manager. */
  readonly armEndpoint: string
  /** Origin of the Azure portal, for links. */
  readonly portalHost: string
  /** Endings of the names of hosts that hold blobs. */
  readonly storageSuffixes: readonly string[]
  /** For what a managed identity asks a token when it stands in for an application's secret. */
  readonly tokenExchangeAudience: string
  /** For what it asks one that PostgreSQL takes as a password. */
  readonly postgresAudience: string
}

/**
 * Hosts of each cloud.
 * Source: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud and
 * https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure; audiences:
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity and
 * https://learn.microsoft.com/azure/postgresql/flexible-server/how-to-configure-sign-in-azure-ad-authentication
 */
export const cloudHosts: Readonly<Record<CloudName, CloudHosts>> = {
  public: {
    authorityHost: 'https://login.microsoftonline.com',
    armEndpoint: 'https://management.azure.com',
    portalHost: 'https://portal.azure.com',
    storageSuffixes: ['blob.core.windows.net', 'blob.storage.azure.net'],
    tokenExchangeAudience: 'api://AzureADTokenExchange',
    postgresAudience: 'https://ossrdbms-aad.database.windows.net',
  },
  usgovernment: {
    authorityHost: 'https://login.microsoftonline.us',
    armEndpoint: 'https://management.usgovcloudapi.net',
    portalHost: 'https://portal.azure.us',
    storageSuffixes: ['blob.core.usgovcloudapi.net'],
    tokenExchangeAudience: 'api://AzureADTokenExchangeUSGov',
    postgresAudience: 'https://ossrdbms-aad.database.usgovcloudapi.net',
  },
  china: {
    authorityHost: 'https://login.chinacloudapi.cn',
    armEndpoint: 'https://management.chinacloudapi.cn',
    portalHost: 'https://portal.azure.cn',
    storageSuffixes: ['blob.core.chinacloudapi.cn'],
    tokenExchangeAudience: 'api://AzureADTokenExchangeChina',
    postgresAudience: 'https://ossrdbms-aad.database.chinacloudapi.cn',
  },
}
