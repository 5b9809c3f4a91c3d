import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AzureAuthorityHosts } from '@azure/identity'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { isSignInAddress, trustedIssuer } from '@/lib/shared/sign-in-hosts'
import { cloudHosts, cloudNames, cloudOfAuthority, signInHosts } from './clouds'

/** MSAL's own tables, which no entry point of the package exports. */
const msalTables = z.object({
  EndpointMetadata: z.record(
    z.string(),
    z.object({ issuer: z.string(), jwks_uri: z.string(), token_endpoint: z.string() }),
  ),
  InstanceDiscoveryMetadata: z.object({
    metadata: z.array(z.object({ preferred_network: z.string(), aliases: z.array(z.string()) })),
  }),
})
const file = join(import.meta.dirname, '../../node_modules/@azure/msal-common/dist/authority/AuthorityMetadata.mjs')
const msal = msalTables.parse(await import(pathToFileURL(file).href))

const tenant = '11111111-1111-4111-8111-111111111111'
const host = (origin: string): string => new URL(origin).host

describe('sign-in hosts of each cloud', () => {
  it.each(cloudNames)('%s: equal those of MSAL', (name) => {
    const { authorityHost, authorityAliases } = cloudHosts[name]
    const entry = msal.InstanceDiscoveryMetadata.metadata.find(({ aliases }) => aliases.includes(host(authorityHost)))
    expect(entry?.preferred_network).toBe(host(authorityHost))
    expect([authorityHost, ...authorityAliases].map(host).sort()).toEqual([...(entry?.aliases ?? [])].sort())
    const endpoints = msal.EndpointMetadata[host(authorityHost)]!
    expect(trustedIssuer(cloudHosts[name], endpoints.issuer, tenant)).toBe(`${authorityHost}/${tenant}/v2.0`)
    expect(isSignInAddress(cloudHosts[name], endpoints.jwks_uri.replace('{tenantid}', tenant))).toBe(true)
  })

  it('belong to one cloud each, for any of its names', () => {
    for (const { aliases } of msal.InstanceDiscoveryMetadata.metadata) {
      const clouds = aliases.map((alias) => cloudOfAuthority(`https://${alias}`))
      expect(new Set(clouds).size, aliases.join()).toBe(1)
    }
  })

  it('include the names that other Microsoft libraries still use', () => {
    const { AzurePublicCloud, AzureGovernment, AzureChina } = AzureAuthorityHosts
    const named = [AzurePublicCloud, AzureGovernment, AzureChina].map(cloudOfAuthority)
    expect(named).toEqual(['public', 'usgovernment', 'china'])
    expect(signInHosts(AzureChina).authorityHost).toBe('https://login.partner.microsoftonline.cn')
  })

  it('of a directory outside every Azure cloud are its own origin alone', () => {
    const hosts = signInHosts('https://localhost:4011')
    expect(trustedIssuer(hosts, `https://localhost:4011/${tenant}/v2.0`, tenant)).not.toBeNull()
    expect(trustedIssuer(hosts, `https://localhost/${tenant}/v2.0`, tenant)).toBeNull()
    expect(trustedIssuer(hosts, `https://login.microsoftonline.com/${tenant}/v2.0`, tenant)).toBeNull()
  })
})

describe('an issuer in an authority’s metadata', () => {
  const china = cloudHosts.china
  const path = `${tenant}/v2.0`
  it.each([
    ['present name', `https://login.partner.microsoftonline.cn/${path}`],
    ['older name', `https://login.chinacloudapi.cn/${path}`],
    ['a possible future name', `https://login.next.microsoftonline.cn/${path}`],
    ['a template', 'https://login.partner.microsoftonline.cn/{tenantid}/v2.0'],
  ])('is trusted: %s', (_name, issuer) => {
    expect(trustedIssuer(china, issuer, tenant)).toBe(issuer.replace('{tenantid}', tenant))
  })

  it.each([
    ['another cloud', `https://login.microsoftonline.com/${path}`],
    ['a foreign host', `https://login.evil.test/${path}`],
    ['our host as the start of a foreign one', `https://login.partner.microsoftonline.cn.evil.test/${path}`],
    ['our domain as the end of a foreign one', `https://evilmicrosoftonline.cn/${path}`],
    ['the bare domain', `https://microsoftonline.cn/${path}`],
    ['a domain that customers have hosts in', `https://evil.chinacloudapi.cn/${path}`],
    ['our host as a user name', `https://login.partner.microsoftonline.cn@evil.test/${path}`],
    ['our host with a user name', `https://evil@login.partner.microsoftonline.cn/${path}`],
    ['another port', `https://login.partner.microsoftonline.cn:8443/${path}`],
    ['another port below the domain', `https://login.next.microsoftonline.cn:8443/${path}`],
    ['http', `http://login.partner.microsoftonline.cn/${path}`],
    ['other capitals', `https://LOGIN.partner.microsoftonline.cn/${path}`],
    ['a query', `https://login.partner.microsoftonline.cn/${path}?x`],
    ['a trailing slash', `https://login.partner.microsoftonline.cn/${path}/`],
    ['version 1', `https://sts.chinacloudapi.cn/${tenant}/`],
    ['another tenant', 'https://login.partner.microsoftonline.cn/99999999-9999-4999-8999-999999999999/v2.0'],
    ['all tenants', 'https://login.partner.microsoftonline.cn/common/v2.0'],
    ['a text that is not a URL', 'login.partner.microsoftonline.cn'],
    ['nothing', ''],
  ])('is refused: %s', (_name, issuer) => {
    expect(trustedIssuer(china, issuer, tenant)).toBeNull()
  })
})
