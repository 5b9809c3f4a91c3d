import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { GET as getAdmin } from '@/app/api/v1/admin/route'
import { GET as getAuditLogFile } from '@/app/api/v1/admin/audit-log/file/route'
import { GET as getAuditLog } from '@/app/api/v1/admin/audit-log/route'
import { GET as getSession } from '@/app/api/v1/session/route'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { POST as openShared } from '@/app/api/v1/shared/route'
import { noSuchAddress } from '@/lib/http/endpoint'
import { peerHeader } from '@/lib/http/peer'
import { adminStatusSchema, auditLogSchema, type AuditLine } from '@/lib/contract/admin'
import { sessionSchema } from '@/lib/contract/session'
import { isAdmin } from '@/lib/usecases/admin/allowed'
import { closeHistory, history } from '@/lib/usecases/history/handle'
import { remembered } from '@/lib/usecases/history/record-observations'
import { noteConfiguration } from '@/lib/usecases/audit-log/record-configuration'
import { recordObservations } from '@/lib/store/record-observations'
import { observation, quiet } from '@/lib/store/testing/observations'
import { adminAppRole } from '../simulator/names'
import type { TenantClient } from '../simulator/control/client'
import { ask, readFleet, startStack, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-admin-'))
const admin = 'Aiko Tanaka'
const other = 'Ben Ortiz'
const secret = 'super-secret-value-of-the-api'

beforeAll(async () => {
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 4 })
  Object.assign(process.env, {
    SEALWATCH_HISTORY: 'on',
    SEALWATCH_DATA_DIR: folder,
    SEALWATCH_TENANT: tenant.tenantId,
    SEALWATCH_ADMIN_ROLE: adminAppRole,
    SEALWATCH_SNAPSHOTS: 'on',
    SEALWATCH_LOG_ID_KEY: secret,
    SEALWATCH_PROXIES: '10.0.0.1',
  })
})
afterAll(async () => {
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

const auditLog = async (query = ''): Promise<readonly AuditLine[]> => {
  const response = await ask(getAuditLog, tenant, admin, { query: `?${query}` })
  expect(response.status).toBe(200)
  const { failure, entries } = auditLogSchema.parse(await response.json())
  expect(failure).toBeNull()
  return entries
}

it('exists only for holders of the role: all other users get the answer of an unknown path', async () => {
  const unknown = await noSuchAddress().json()
  for (const handler of [getAdmin, getAuditLog, getAuditLogFile]) {
    const response = await ask(handler, tenant, other, { query: '' })
    expect(response.status).toBe(404)
    expect({ ...(await response.json()), requestId: null }).toEqual({ ...unknown, requestId: null })
  }
  expect((await ask(getAdmin, tenant, admin)).status).toBe(200)
})

it('is named only to its administrators, and asking is no refusal in the audit log', async () => {
  const refusals = async () => (await auditLog('kind=denied')).length
  const before = await refusals()
  for (const [person, administrator] of [
    [admin, true],
    [other, false],
  ] as const) {
    const response = await ask(getSession, tenant, person)
    expect(sessionSchema.parse(await response.json())).toEqual({ administrator })
  }
  expect(await refusals()).toBe(before)
})

it('accepts only roles and users of its own tenant, and no user when none is configured', () => {
  const person = { tenantId: tenant.tenantId, objectId: '0f9e2c1a-5b7d-4c3e-9a1f-2d4b6c8e0a12', roles: [adminAppRole] }
  expect(isAdmin(person)).toBe(true)
  expect(isAdmin({ ...person, roles: ['another'] })).toBe(false)
  // Another tenant's administrators can assign this application's roles to any of their users.
  expect(isAdmin({ ...person, tenantId: '99999999-5b7d-4c3e-9a1f-2d4b6c8e0a12' })).toBe(false)
  vi.stubEnv('SEALWATCH_ADMIN_ROLE', '')
  expect(isAdmin(person)).toBe(false)
  vi.stubEnv('SEALWATCH_ADMINS', person.objectId.toUpperCase())
  expect(isAdmin({ ...person, roles: [] })).toBe(true)
  vi.unstubAllEnvs()
})

it('returns the state of the deployment: no secret, no name of a VM, and hostile messages as text', async () => {
  await readFleet(await ask(getFleet, tenant, admin))
  await remembered()
  const opened = await history()
  if (!opened.ok) throw new Error(opened.failure.kind)
  const hostile =
    '<img src=x onerror=alert(1)> \u202e =cmd() https://vault-7.vault.azure.net/secrets/a/b token=abcdefgh'
  const message = {
    text: hostile,
    kind: 'unrecognised',
    phase: null,
    percent: null,
    index: null,
    count: null,
    attempt: null,
  } as const
  const facts = { ...quiet, message }
  const foreign = { ...facts, message: { ...message, text: 'canary of another tenant' } }
  await recordObservations(opened.value, [
    observation(0, facts, { tenantId: tenant.tenantId }),
    observation(0, foreign, { tenantId: 'tenant-2' }),
  ])
  const response = await ask(getAdmin, tenant, admin)
  const text = await response.text()
  const status = adminStatusSchema.parse(JSON.parse(text))
  expect(status.version).toMatch(/^\d+\.\d+\.\d+/)
  expect(status.store).toMatchObject({ failure: null, database: 'sqlite', schema: '0009-views' })
  expect(status.store.observations).toBeGreaterThan(50)
  const variable = (name: string) => status.configuration.find((one) => one.name === name)
  expect(variable('SEALWATCH_TENANT')).toMatchObject({ value: tenant.tenantId, isSet: true, secret: false })
  expect(variable('SEALWATCH_CLOUD')).toMatchObject({ value: 'public', isSet: false })
  expect(variable('SEALWATCH_LOG_ID_KEY')).toEqual({
    name: 'SEALWATCH_LOG_ID_KEY',
    value: null,
    isSet: true,
    secret: true,
  })
  for (const word of [secret, process.env['SEALWATCH_API_CLIENT_SECRET'] ?? '?', 'vault-7', 'abcdefgh'])
    expect(text).not.toContain(word)
  for (const { name } of await tenant.vms()) expect(text).not.toContain(`"${name}"`)
  expect(status.unrecognised.map((message) => message.text).join()).toContain('<img src=x onerror=alert(1)>')
  expect(text).not.toContain('canary')
})

it('records sessions, refusals, exports, passphrase attempts and configuration changes, each once', async () => {
  const forged = await getFleet(
    new Request('http://localhost/api/v1/fleet', {
      headers: {
        authorization: 'Bearer a.b.c',
        [peerHeader()]: '10.0.0.1',
        'x-forwarded-for': '198.51.100.9, 203.0.113.50',
      },
    }),
    { params: Promise.resolve({}) },
  )
  expect(forged.status).toBe(401)
  await openShared(
    new Request('http://localhost/api/v1/shared', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: 'A'.repeat(22), passphrase: null }),
    }),
    { params: Promise.resolve({}) },
  )
  await noteConfiguration('server')
  await noteConfiguration('server')
  // As a second server on the same machine, which differs in nothing else.
  vi.stubEnv('OTEL_EXPORTER_PROMETHEUS_PORT', '9465')
  vi.stubEnv('SEALWATCH_AZURE_SHARE', '0.25')
  await noteConfiguration('server')
  vi.stubEnv('SEALWATCH_PROXIES', '10.0.0.1,10.0.0.2')
  await noteConfiguration('server')
  vi.unstubAllEnvs()
  await expect.poll(async () => (await auditLog('kind=denied')).length).toBe(3)
  const counts = new Map<string, number>()
  for (const { kind } of await auditLog()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  expect(Object.fromEntries(counts)).toEqual({ 'sign-in': 2, denied: 3, 'fleet-read': 1, configuration: 2 })
  const denied = await auditLog('kind=denied')
  expect(denied.map(({ subject, detail }) => `${subject} ${detail['code']}`).sort()).toEqual([
    'admin not-admin',
    'fleet token-invalid',
    'shared not-found',
  ])
  // The last entry was added by our own proxy; the entries before it come from the caller and prove nothing.
  expect(denied.find(({ subject }) => subject === 'fleet')).toMatchObject({ person: null, address: '203.0.113.50' })
  const [changed, first] = await auditLog('kind=configuration')
  expect(first?.detail['first']).toBe('true')
  expect(changed?.detail['changed']).toBe('SEALWATCH_PROXIES')
  expect(changed?.detail['marks']).toBeUndefined()
})

it('returns the audit log as a file, complete and safe for a spreadsheet, and records that as well', async () => {
  const lines = await auditLog('limit=500')
  const jsonl = await ask(getAuditLogFile, tenant, admin, { query: '?format=jsonl' })
  expect(jsonl.headers.get('content-disposition')).toContain('sealwatch-audit-log.jsonl')
  const read = (await jsonl.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AuditLine)
  expect(read.slice(1)).toEqual(lines)
  expect(read[0]).toMatchObject({ kind: 'audit-log-read', subject: 'jsonl' })
  const table = await ask(getAuditLogFile, tenant, admin, { query: '?format=csv&kind=denied' })
  const bytes = Buffer.from(await table.arrayBuffer())
  const csv = bytes.toString('utf8')
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(csv.split('\r\n')[0]).toBe('\ufeffid,at,kind,person,tenant,address,subject,detail')
  expect(csv.trim().split('\r\n')).toHaveLength(4)
  for (const wrong of ['kind=nothing', 'person=me', 'from=yesterday', 'limit=0', 'before=x', 'format=xlsx'])
    expect((await ask(getAuditLog, tenant, admin, { query: `?${wrong}` })).status, wrong).toBe(400)
  const page = auditLogSchema.parse(await (await ask(getAuditLog, tenant, admin, { query: '?limit=2' })).json())
  const next = await ask(getAuditLog, tenant, admin, { query: `?limit=2&before=${page.next ?? 0}` })
  expect(auditLogSchema.parse(await next.json()).entries[0]?.id).toBeLessThan(page.entries[1]?.id ?? 0)
})
