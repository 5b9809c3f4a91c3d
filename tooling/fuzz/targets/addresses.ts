import assert from 'node:assert/strict'
import { isIP } from 'node:net'
import { authorityOf } from '@/components/providers/msal-client'
import { tenantOfLink } from '@/components/providers/wanted-tenant'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import { followable, pageKey } from '@/lib/azure/calls/paging'
import { isStorageAddress } from '@/lib/config/storage-address'
import { isPublicAddress } from '@/lib/config/receiver-addresses'
import type { Target } from '../target'

const configuration: BrowserConfig = {
  cloud: 'public',
  authorityHost: 'https://login.test',
  authorityMetadata: null,
  local: false,
  demo: false,
  spaClientId: '',
  tenantId: '',
  apiScope: '',
  portalHost: '',
  snapshotHours: null,
  otherTenants: true,
  idleMinutes: null,
}
const arm = 'https://arm.test'
const suffix = 'blob.core.windows.net'
const closed =
  /^(0|10|127|22[4-9]|23\d|24\d|25\d)\.|^172\.(1[6-9]|2\d|3[01])\.|^192\.168\.|^169\.254\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./

/** Source: https://url.spec.whatwg.org/#url-writing, parsed without `URL`. */
const written = /^([a-z][a-z0-9+.-]*):\/\/(?:([^/?#@]*)@)?([^/?#:@]*)(?::(\d+))?(?=[/?#]|$)/

function checkFollowed(text: string): void {
  const next = followable(text, arm, new Set())
  if (next === null) return
  const [, scheme, credentials, host, port] = written.exec(next) ?? []
  assert.deepEqual([scheme, credentials, host, port], ['https', undefined, 'arm.test', undefined], 'ARM alone')
  assert.equal(followable(text, arm, new Set([pageKey(next)])), null, 'no page twice')
}

function checkStorage(text: string): void {
  if (!isStorageAddress(text, { kind: 'suffixes', suffixes: [suffix] })) return
  const [, scheme, credentials, host = '', port] = written.exec(new URL(text).href) ?? []
  assert.deepEqual([scheme, credentials, port], ['https', undefined, undefined])
  assert.ok(host.endsWith(`.${suffix}`) && /^[^.]/.test(host), 'an account of the storage')
}

function checkTenant(text: string): void {
  for (const search of [text, `?tenant=${text}`, `?tenant=${encodeURIComponent(text)}`]) {
    const tenant = tenantOfLink(search)
    if (tenant === null) continue
    const authority = new URL(authorityOf(configuration, tenant))
    assert.deepEqual([authority.origin, authority.pathname], ['https://login.test', `/${tenant}`])
  }
}

function checkHost(text: string): void {
  for (const address of [text, `http://${text}/`]) {
    const host = URL.canParse(address) ? new URL(address).hostname.replace(/^\[|\]$/g, '') : ''
    if (isIP(host) === 4 && isPublicAddress(host)) assert.doesNotMatch(host, closed, 'an address of a private network')
    if (isIP(host) === 6 && isPublicAddress(host)) assert.match(host, /^[23]/, 'an address of the public internet')
  }
}

/** Addresses from untrusted sources: the next page, a log in a storage account, a tenant of a link, a webhook's host. */
export const target: Target = {
  bodies: () => [],
  texts: [
    `${arm}/subscriptions?api-version=2022-12-01&$skiptoken=x`,
    'https://arm.test:443/x',
    'https://arm.test@evil.test/',
    'https://evil.test\\@arm.test/',
    'blob:https://arm.test/x',
    `https://account.${suffix}/bootdiagnostics-x/y.serialconsole.log?sv=2018-03-28&sig=x`,
    `https://evil.test/.${suffix}`,
    `https://a.${suffix}.evil.test/`,
    '?tenant=contoso.onmicrosoft.com',
    '5ea1a7c4-1111-4111-a111-000000000001',
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '[::ffff:10.0.0.1]',
    '[2001:4860:4860::8888]',
    '169.254.169.254',
  ],
  words: [
    arm,
    suffix,
    'https://',
    'arm.test',
    '@',
    '\\',
    '//',
    'tenant=',
    '%2f',
    '%09',
    '[::1]',
    '0x',
    '.onmicrosoft.com',
    '。',
  ],
  check(text) {
    checkFollowed(text)
    checkStorage(text)
    checkTenant(text)
    checkHost(text)
  },
}
