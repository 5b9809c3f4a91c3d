import 'server-only'
import { isSameDirectory, ownHosts, type SignInHosts } from '@/lib/shared/sign-in-hosts'

/** Azure clouds that a deployment can belong to. One deployment serves one cloud. */
export const cloudNames = ['public', 'usgovernment', 'china'] as const
export type CloudName = (typeof cloudNames)[number]

export interface CloudHosts extends SignInHosts {
  /** Origin of Azure Resource Manager. */
  readonly armEndpoint: string
  /** Origin of the Azure portal, for links. */
  readonly portalHost: string
  /** Suffixes of the names of blob storage hosts. */
  readonly storageSuffixes: readonly string[]
  /** Audience of a managed identity's token that replaces an application's secret. */
  readonly tokenExchangeAudience: string
  /** Audience of a managed identity's token that PostgreSQL accepts as a password. */
  readonly postgresAudience: string
}

/**
 * Hosts of each cloud. The sign-in hosts are those of MSAL
 * (https://github.com/AzureAD/microsoft-authentication-library-for-js/blob/dev/lib/msal-common/src/authority/AuthorityMetadata.ts),
 * and a test compares them; azure-cli still uses China's older name.
 * Source: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud and
 * https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure; audiences:
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity and
 * https://learn.microsoft.com/azure/postgresql/flexible-server/how-to-configure-sign-in-azure-ad-authentication
 */
export const cloudHosts: Readonly<Record<CloudName, CloudHosts>> = {
  public: {
    authorityHost: 'https://login.microsoftonline.com',
    authorityAliases: ['https://login.windows.net', 'https://login.microsoft.com', 'https://sts.windows.net'],
    signInDomain: 'microsoftonline.com',
    armEndpoint: 'https://management.azure.com',
    portalHost: 'https://portal.azure.com',
    storageSuffixes: ['blob.core.windows.net', 'blob.storage.azure.net'],
    tokenExchangeAudience: 'api://AzureADTokenExchange',
    postgresAudience: 'https://ossrdbms-aad.database.windows.net',
  },
  usgovernment: {
    authorityHost: 'https://login.microsoftonline.us',
    authorityAliases: ['https://login.usgovcloudapi.net'],
    signInDomain: 'microsoftonline.us',
    armEndpoint: 'https://management.usgovcloudapi.net',
    portalHost: 'https://portal.azure.us',
    storageSuffixes: ['blob.core.usgovcloudapi.net'],
    tokenExchangeAudience: 'api://AzureADTokenExchangeUSGov',
    postgresAudience: 'https://ossrdbms-aad.database.usgovcloudapi.net',
  },
  china: {
    authorityHost: 'https://login.partner.microsoftonline.cn',
    authorityAliases: ['https://login.chinacloudapi.cn'],
    signInDomain: 'microsoftonline.cn',
    armEndpoint: 'https://management.chinacloudapi.cn',
    portalHost: 'https://portal.azure.cn',
    storageSuffixes: ['blob.core.chinacloudapi.cn'],
    tokenExchangeAudience: 'api://AzureADTokenExchangeChina',
    postgresAudience: 'https://ossrdbms-aad.database.chinacloudapi.cn',
  },
}

/**
 * The cloud whose directory has an origin, under its present name or an older one; null for a directory outside every
 * Azure cloud.
 */
export function cloudOfAuthority(origin: string): CloudName | null {
  return cloudNames.find((name) => isSameDirectory(cloudHosts[name], origin)) ?? null
}

/**
 * The sign-in hosts of an authority: those of its cloud, with requests to the present name, or its own origin alone.
 */
export function signInHosts(origin: string): SignInHosts {
  const cloud = cloudOfAuthority(origin)
  return cloud === null ? ownHosts(origin) : cloudHosts[cloud]
}
