import { tenantOf, type Simulator } from '../server/state'
import type { EntraCloud } from './state'

/**
 * Hosts in the issuers of version 2.0 and 1.0 tokens
 * (https://learn.microsoft.com/entra/identity-platform/access-tokens#token-formats,
 * https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud; China's first:
 * https://github.com/MicrosoftDocs/azure-docs/issues/123050).
 */
const hosts: Readonly<Record<EntraCloud, { readonly authority: string; readonly first: string }>> = {
  public: { authority: 'https://login.microsoftonline.com', first: 'https://sts.windows.net' },
  usgovernment: { authority: 'https://login.microsoftonline.us', first: 'https://sts.windows.net' },
  china: { authority: 'https://login.partner.microsoftonline.cn', first: 'https://sts.chinacloudapi.cn' },
}

const cloudOf = (simulator: Simulator, tenantId: string): EntraCloud | null =>
  tenantOf(simulator, tenantId)?.signIn.cloud ?? null

/** The hosts in a tenant's metadata for servers and pages: those of its cloud, or the simulator's own addresses. */
export function endpointsOf(
  simulator: Simulator,
  tenantId: string,
): { readonly server: string; readonly pages: string } {
  const cloud = cloudOf(simulator, tenantId)
  const { server, browser } = simulator.origins
  return cloud === null ? { server, pages: browser } : { server: hosts[cloud].authority, pages: hosts[cloud].authority }
}

/** Issuer of v2.0 tokens of a tenant. */
export const issuerOf = (simulator: Simulator, tenantId: string): string =>
  `${endpointsOf(simulator, tenantId).server}/${tenantId}/v2.0`

/** Issuer of v1.0 tokens, which ARM and Microsoft Graph accept. It is on another host than the authority, as in Azure. */
export const firstIssuerOf = (simulator: Simulator, tenantId: string): string =>
  `${hosts[cloudOf(simulator, tenantId) ?? 'public'].first}/${tenantId}/`
