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
}

/**
 * Hosts of each cloud.
 * Source: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud and
 * https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure
 */
export const cloudHosts: Readonly<Record<CloudName, CloudHosts>> = {
  public: {
    authorityHost: 'https://login.microsoftonline.com',
    armEndpoint: 'https://management.azure.com',
    portalHost: 'https://portal.azure.com',
    storageSuffixes: ['blob.core.windows.net', 'blob.storage.azure.net'],
  },
  usgovernment: {
    authorityHost: 'https://login.microsoftonline.us',
    armEndpoint: 'https://management.usgovcloudapi.net',
    portalHost: 'https://portal.azure.us',
    storageSuffixes: ['blob.core.usgovcloudapi.net'],
  },
  china: {
    authorityHost: 'https://login.chinacloudapi.cn',
    armEndpoint: 'https://management.chinacloudapi.cn',
    portalHost: 'https://portal.azure.cn',
    storageSuffixes: ['blob.core.chinacloudapi.cn'],
  },
}
