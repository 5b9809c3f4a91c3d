import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { GET as getAuditLog } from '@/app/api/v1/admin/audit-log/route'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { GET as getVmHistory } from '@/app/api/v1/vms/[subscription]/[group]/[name]/history/route'
import { GET as getVm } from '@/app/api/v1/vms/[subscription]/[group]/[name]/route'
import { auditLogSchema } from '@/lib/contract/admin'
import { parseConfig } from '@/lib/config/parse'
import { methods } from '@/lib/openapi/types'
import { closeHistory } from '@/lib/usecases/history/handle'
import { routes } from '../openapi/testing/routes'
import type { TenantClient } from '../simulator/control/client'
import { adminAppRole, collectorApplication } from '../simulator/names'
import { ask, paramsOf, readFleet, startStack, type Handler, type Stack } from './support'

const application = '7e57ab1e-0000-4000-8000-000000000001'
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-applications-'))
let stack: Stack
let tenant: TenantClient
beforeAll(async () => {
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 4 })
  for (const [name, value] of Object.entries({
    SEALWATCH_API_APPLICATIONS: application,
    SEALWATCH_COLLECTOR_CLIENT_ID: collectorApplication.clientId,
    SEALWATCH_COLLECTOR_CLIENT_SECRET: collectorApplication.clientSecret,
    SEALWATCH_TENANT: tenant.tenantId,
    SEALWATCH_ADMIN_ROLE: adminAppRole,
    SEALWATCH_HISTORY: 'on',
    SEALWATCH_DATA_DIR: folder,
    SEALWATCH_SNAPSHOTS: 'on',
  }))
    vi.stubEnv(name, value)
})
afterAll(async () => {
  globalThis.sealwatchApplicationTokens = undefined
  vi.unstubAllEnvs()
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The claims that make the token of a user one of an application. */
const own = { azp: application, idtyp: 'app', scp: null, name: null, roles: [adminAppRole] }

async function askAs(
  handler: Handler,
  claims: Readonly<Record<string, unknown>>,
  { params = {}, method = 'GET', of = tenant, person = 'Dmitri Volkov' } = {},
): Promise<Response> {
  const token = await of.token({ person, overrides: claims })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: '{}' }
  const request = new Request('http://localhost/api/v1/test?fresh=true', { method, headers, ...body })
  return handler(request, { params: Promise.resolve(params) })
}

it('a listed application reads what the collector may read: not what its own or a user’s rights show', async () => {
  await tenant.clearTraffic()
  // The same token of its user, who has no rights at all, without the claims of an application.
  expect((await readFleet(await askAs(getFleet, {}))).rows.size).toBe(0)
  const fleet = await readFleet(await askAs(getFleet, own))
  const reader = await readFleet(await ask(getFleet, tenant, 'Chiara Rossi'))
  expect(fleet.rows.size).toBeGreaterThan(50)
  const statesOf = ({ rows }: typeof fleet) => [...rows].map(([key, { state }]) => [key, state]).sort()
  expect(statesOf(fleet)).toEqual(statesOf(reader))
  const vm = (await tenant.vms())[0]
  const params = paramsOf(vm?.id ?? '')
  for (const handler of [getVm, getVmHistory]) expect((await askAs(handler, own, { params })).status).toBe(200)

  const { entries } = auditLogSchema.parse(await (await ask(getAuditLog, tenant, 'Aiko Tanaka', { query: '' })).json())
  const its = entries.filter(({ person }) => person === application).map(({ kind }) => kind)
  expect(new Set(its)).toEqual(new Set(['sign-in', 'fleet-read']))
})

it('an application may call what reads the fleet and VMs, and nothing that is written or belongs to a user', async () => {
  const refused: string[] = []
  const allowed: string[] = []
  await tenant.clearTraffic()
  for (const { path, handlers } of await routes()) {
    if (!path.startsWith('/api/v1/')) continue
    for (const method of methods) {
      const response = await askAs(handlers[method], own, { method: method.toUpperCase() })
      const text = await response.text()
      const name = `${method} ${path.slice('/api/v1/'.length)}`
      if (response.status === 403 && text.includes('"app-only-token"')) refused.push(name)
      else if (response.status !== 405) allowed.push(name)
    }
  }
  expect(allowed.sort()).toEqual([
    'get fleet',
    'get fleet/history',
    // Without sign-in for everyone.
    'get openapi.json',
    'get vms/{subscription}/{group}/{name}',
    'get vms/{subscription}/{group}/{name}/history',
    'get vms/{subscription}/{group}/{name}/timeline',
    'get vmss/{subscription}/{group}/{scaleSet}/{instance}',
    'post shared',
  ])
  for (const prefix of ['admin', 'notes', 'notices', 'retirement', 'session', 'snapshots', 'watches', 'waves'])
    expect([prefix, refused.some((name) => name.includes(` ${prefix}`))]).toEqual([prefix, true])
  expect(refused).toContain('delete fleet')
})

it.each<[string, Record<string, unknown>, number, string]>([
  ['an application that is not listed', { ...own, azp: '7e57ab1e-0000-4000-8000-000000000002' }, 403, 'app-only-token'],
  ['a user’s token that names the application', { azp: application }, 401, 'token-invalid'],
  ['a user’s token that calls itself an application', { azp: application, idtyp: 'app' }, 401, 'token-invalid'],
  ['a token that says neither', { ...own, idtyp: null }, 401, 'token-invalid'],
])('%s is refused, and Azure is not asked', async (_what, claims, status, code) => {
  await tenant.clearTraffic()
  const response = await askAs(getFleet, claims, { person: 'Chiara Rossi' })
  expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ code })])
  expect((await tenant.traffic({ limit: 0 })).counts).not.toHaveProperty('subscriptions-list')
})

it('a listed application of another tenant is refused, though that tenant’s users may sign in', async () => {
  const other = await stack.tenant({ scenario: 'empty' })
  const response = await askAs(getFleet, own, { of: other, person: 'Chiara Rossi' })
  expect([response.status, await response.json()]).toEqual([
    403,
    expect.objectContaining({ code: 'tenant-not-allowed' }),
  ])
})

it('a server that lists applications and has no usable identity of the collector does not start', () => {
  const { failure } = {
    failure: null,
    ...parseConfig({ ...process.env, SEALWATCH_COLLECTOR_CLIENT_ID: '', SEALWATCH_API_APPLICATIONS: application }),
  }
  expect(failure).toEqual([{ variable: 'SEALWATCH_COLLECTOR_CLIENT_ID', message: 'is missing' }])
})
