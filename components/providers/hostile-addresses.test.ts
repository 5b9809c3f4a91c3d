// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { NavigationClient } from '@azure/msal-browser'
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import { authorityOf } from './msal-client'
import { tenantOfLink } from './wanted-tenant'

const file = resolve(
  process.env['SEALWATCH_SHARED'] ?? resolve(import.meta.dirname, '../../../shared'),
  'security/hostile-redirects.txt',
)
const isThere = existsSync(file)
if (!isThere) console.warn(`NOT RUN: the hostile return addresses (none at ${file}; set SEALWATCH_SHARED)`)
const theirs = isThere
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  : []
/** One of each kind, written for this project, for machines without the list. */
const ours = [
  'https://evil.example',
  '//evil.example/x',
  '/\\evil.example',
  '\\\\evil.example',
  '/%09/evil.example',
  '/%2f%2fevil.example',
  '////evil.example/%2e%2e',
  'https:evil.example',
  'https://sealwatch.example@evil.example/',
  'https://evil.example#@sealwatch.example',
  'http://0xd83ad6ce/',
  'http://[::ffff:216.58.214.206]/',
  '//evil%E3%80%82example',
  '〱evil.example',
  '.evil.example',
  'javascript:alert(1)',
  'java%0d%0ascript%0d%0a:alert(0)',
  'data:text/html,<script>alert(1)</script>',
  '../../evil',
  'evil.example/path',
  'evil.example?x',
  'evil.example:443',
  ' evil.example',
]
if (isThere && theirs.length < 550) throw new Error('the list of hostile addresses is incomplete')
const lines = [...ours, ...theirs]

const config = { authorityHost: 'https://login.test' } as BrowserConfig
const home = `${window.location.origin}/`

/** A line as a query may contain it: unchanged, and encoded as a program would write it. */
const carried = (name: string, line: string): readonly string[] => [
  `?${name}=${line}`,
  `?${new URLSearchParams({ [name]: line }).toString()}`,
]

describe('the tenant of a link', () => {
  it('is not a URL: a sign-in stays with the directory that the operator configured', () => {
    for (const search of lines.flatMap((line) => carried('tenant', line))) {
      const tenant = tenantOfLink(search)
      if (tenant === null) continue
      // A bare domain names a tenant: it is one segment of the directory's own URL.
      expect(tenant).toMatch(/^[a-z0-9.-]+$/)
      const authority = new URL(authorityOf(config, tenant))
      expect([authority.origin, authority.pathname]).toEqual([config.authorityHost, `/${tenant}`])
    }
  })

  it('accepts an id or a domain', () => {
    const id = '5ea1a7c4-1111-4111-a111-000000000001'
    expect(tenantOfLink(`?tenant=${id}`)).toBe(id)
    expect(tenantOfLink('?tenant=contoso.onmicrosoft.com')).toBe('contoso.onmicrosoft.com')
  })
})

describe('the return address after a sign-in', () => {
  const state = btoa(JSON.stringify({ id: 'x', meta: { interactionType: 'redirect' } }))
  const names = [
    'next',
    'url',
    'redirect',
    'redirect_uri',
    'returnTo',
    'return_url',
    'continue',
    'RelayState',
    'client_info',
  ]

  async function wayOn(address: string): Promise<readonly string[]> {
    window.history.replaceState(null, '', address)
    const led: string[] = []
    const go = (url: string) => {
      led.push(new URL(url, window.location.href).href)
      return Promise.resolve(true)
    }
    const client = new NavigationClient()
    client.navigateInternal = go
    client.navigateExternal = go
    await broadcastResponseToMainFrame(client)
    return led
  }

  beforeEach(() => sessionStorage.clear())

  it('is the start page, for anything that the URL of the bridge contains besides the answer', async () => {
    for (const [at, line] of lines.entries()) {
      const name = names[at % names.length] ?? 'next'
      const value = encodeURIComponent(line)
      for (const address of [
        `/auth/redirect?${name}=${value}#code=c&state=${encodeURIComponent(state)}`,
        `/auth/redirect#code=c&${name}=${value}&state=${encodeURIComponent(state)}`,
        `/auth/redirect#code=c&state=${encodeURIComponent(`${state}|${line}`)}`,
      ]) {
        expect(await wayOn(address)).toEqual([home])
      }
    }
  })

  it('is missing when the state itself contains such a URL', async () => {
    for (const line of lines) {
      const led: readonly string[] = await wayOn(`/auth/redirect#code=c&state=${encodeURIComponent(line)}`).catch(
        () => [],
      )
      expect(led).toEqual([])
    }
  })

  it('is the page that the user came from', async () => {
    const client = '22222222-2222-4222-8222-222222222222'
    const page = `${window.location.origin}/vm/a/b/c?tenant=x`
    sessionStorage.setItem('msal.interaction.status', JSON.stringify({ clientId: client, type: 'signin' }))
    sessionStorage.setItem(`msal.${client}.request.origin`, page)
    expect(await wayOn(`/auth/redirect#code=c&state=${encodeURIComponent(state)}`)).toEqual([page])
  })
})
