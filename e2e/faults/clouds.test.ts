import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { remoteAuthorities } from '@/lib/auth/authority'
import { exchange } from '@/lib/auth/exchange'
import { verifyToken } from '@/lib/auth/verify'
import { cloudNames, type CloudName } from '@/lib/config/clouds'
import { parseConfig } from '@/lib/config/parse'
import type { ServerConfig } from '@/lib/config/server-config'
import { productApi, productSpa } from '../simulator/names'
import { startStack, type Stack } from './support'

let stack: Stack
const real = globalThis.fetch
/** Requested hosts other than the fake Azure's own; the fake Azure answers for each. */
const asked = new Set<string>()
beforeAll(async () => {
  stack = await startStack()
  vi.stubGlobal('fetch', (input: string | URL, init?: RequestInit) => {
    const url = new URL(input)
    if (url.hostname === 'localhost') return real(url, init)
    asked.add(url.origin)
    return real(`${stack.server}${url.pathname}${url.search}`, init)
  })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await stack.stop()
})

function configOf(cloud: CloudName, tenantId: string): ServerConfig {
  const parsed = parseConfig({
    SEALWATCH_CLOUD: cloud,
    SEALWATCH_SPA_CLIENT_ID: productSpa.clientId,
    SEALWATCH_API_CLIENT_ID: productApi.clientId,
    SEALWATCH_API_CLIENT_SECRET: productApi.clientSecret,
    SEALWATCH_TENANT: tenantId,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure))
  return parsed.value
}

describe('a deployment in each cloud', () => {
  it.each(cloudNames)('%s accepts the tokens of its tenants and exchanges them at its own host', async (cloud) => {
    const tenant = await stack.tenant({ scenario: 'empty' })
    const config = configOf(cloud, tenant.tenantId)
    await tenant.settings({ cloud })
    const token = await tenant.token({ person: 'Chiara Rossi' })
    asked.clear()
    const verified = await verifyToken(token, config, remoteAuthorities(config.authorityHost))
    if (!verified.ok) throw new Error(verified.failure.code)
    const exchanged = await exchange(verified.value, { ...config, armScope: `${stack.server}/.default` })
    expect([exchanged.ok, [...asked]]).toEqual([true, [config.authorityHost]])
  })

  it('accepts nothing from a tenant whose metadata names another cloud', async () => {
    const tenant = await stack.tenant({ scenario: 'empty' })
    await tenant.settings({ cloud: 'china' })
    const token = await tenant.token({ person: 'Chiara Rossi' })
    const config = configOf('public', tenant.tenantId)
    expect(await verifyToken(token, config, remoteAuthorities(config.authorityHost))).toEqual({
      ok: false,
      failure: { code: 'entra-down' },
    })
  })
})
