import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getFleet, HEAD, POST } from '@/app/api/v1/fleet/route'
import { GET } from '@/app/api/v1/vms/[subscription]/[group]/[name]/route'
import { vmDetailSchema } from '@/lib/contract/vm'
import { nextOf } from '@/lib/views/verdict-summary'
import type { TenantClient } from '../simulator/control/client'
import { ask, readFleet, startStack, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
const admin = 'Aiko Tanaka'

beforeAll(async () => {
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 3 })
  await tenant.clock({ freeze: true })
})
afterAll(() => stack.stop())

describe('one VM', () => {
  it('has the same verdict as in the fleet, with the evidence behind it', async () => {
    const fleet = await readFleet(await ask(getFleet, tenant, admin))
    const rows = [...fleet.rows.values()].filter((row) => row.reading === 'read').slice(0, 30)
    for (const row of rows) {
      const { subscriptionId: subscription, resourceGroup: group, name } = row
      const response = await ask(GET, tenant, admin, { params: { subscription, group, name } })
      const detail = vmDetailSchema.parse(await response.json())
      expect(detail.verdict).toMatchObject({ state: row.state, pass: row.pass, os: { state: row.os } })
      expect(detail.evidence.map((each) => each.kind)).toEqual(['request', 'stamp', 'report', 'guest'])
      expect(JSON.stringify(detail)).not.toMatch(/\/secrets\/[^/"\\]+\/[^…]/i)
      // The VM, and one query for an audit from inside if there may be one; for VMs in motion also the history.
      const moves =
        ['encrypting', 'decrypting', 'restart-pending'].includes(detail.verdict.state) ||
        detail.verdict.flags.some(({ code }) => code === 'operation-running')
      expect(detail.armRequests).toBeLessThanOrEqual(moves ? 6 : 2)
    }
  })

  it('says of a VM on which encryption has just been started that ARM is at work', async () => {
    const { rows } = await readFleet(await ask(getFleet, tenant, admin))
    const plain = [...rows.values()].find(
      ({ pass, osType, power, os }) =>
        pass === 'none' && osType === 'Linux' && power === 'running' && os === 'not-encrypted',
    )
    if (plain === undefined) throw new Error('no VM without encryption')
    await tenant.changeVm({ id: plain.id, plan: 'linux-offline-all' })
    await tenant.clock({ step: 60_000 })
    const row = (await readFleet(await ask(getFleet, tenant, admin))).rows.get(plain.key)
    const { subscriptionId: subscription, resourceGroup: group, name } = plain
    const response = await ask(GET, tenant, admin, { params: { subscription, group, name } })
    const detail = vmDetailSchema.parse(await response.json())
    expect([row?.operation, detail.operation]).toEqual(['running', 'running'])
    if (row !== undefined && row.state === 'not-encrypted')
      expect(nextOf({ ...row, data: row.data.state }).code).toBe('operation-running')
  })

  it('reads the list of subscriptions once for each user, for their names', async () => {
    const vm = (await tenant.vms()).find(({ name }) => name === 'vm-build-01')
    const [, , subscription = '', , group = ''] = (vm?.id ?? '').split('/')
    const read = async () => {
      const params = { subscription, group, name: 'vm-build-01' }
      return vmDetailSchema.parse(await (await ask(GET, tenant, 'Ivan Petrov', { params })).json())
    }
    const { subscriptions } = await tenant.summary()
    const name = subscriptions.find(({ id }) => id.toLowerCase() === subscription.toLowerCase())?.name
    expect(name).toBeTruthy()
    expect((({ subscriptionName, armRequests }) => [subscriptionName, armRequests])(await read())).toEqual([name, 2])
    expect((({ subscriptionName, armRequests }) => [subscriptionName, armRequests])(await read())).toEqual([name, 1])
  })

  it.each([
    ['vm-vault-proxy-01', 'Aiko Tanaka', { known: true, value: false }, ['customer-managed-key'], 2],
    [
      'vm-vault-proxy-02',
      'Aiko Tanaka',
      { known: true, value: true },
      ['customer-managed-key', 'double-encryption'],
      2,
    ],
    // Ivan may read VMs and no disks: what only the disks show stays unknown to him.
    ['vm-vault-proxy-02', 'Ivan Petrov', { known: false, why: 'denied' }, ['customer-managed-key'], 2],
    // Without a customer-managed key there is nothing to read.
    ['vm-build-01', 'Ivan Petrov', { known: true, value: false }, ['encryption-at-host'], 1],
  ])('%s shows %s of double encryption only what the disks show', async (name, person, double, other, requests) => {
    const vm = (await tenant.vms()).find((each) => each.name === name)
    const [, , subscription = '', , group = ''] = (vm?.id ?? '').split('/')
    const response = await ask(GET, tenant, person, { params: { subscription, group, name } })
    const detail = vmDetailSchema.parse(await response.json())
    expect(detail.doubleEncryption).toEqual(double)
    expect(detail.otherEncryption).toEqual(other)
    expect(detail.armRequests).toBeLessThanOrEqual(requests)
  })

  it.each([
    ['subscription', { subscription: 'x', group: 'rg', name: 'vm' }],
    ['group', { subscription: tenantGuid(), group: '..', name: 'vm' }],
    ['group', { subscription: tenantGuid(), group: 'a%2Fb', name: 'vm' }],
    ['name', { subscription: tenantGuid(), group: 'rg', name: '%2e%2e' }],
    ['name', { subscription: tenantGuid(), group: 'rg', name: 'vm%3Fapi-version=1' }],
    ['name', { subscription: tenantGuid(), group: 'rg', name: 'vm/../../x' }],
    ['name', { subscription: tenantGuid(), group: 'rg', name: 'a'.repeat(81) }],
    ['name', { subscription: tenantGuid(), group: 'rg', name: '%E0%A4%A' }],
    ['path', { subscription: tenantGuid(), group: 'rg' }],
  ])('refuses a path whose %s is invalid, without a request to Azure: %j', async (parameter, params) => {
    await tenant.clearTraffic()
    const response = await ask(GET, tenant, admin, { params })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'request-invalid', parameter })
    expect((await tenant.traffic()).counts['vm-get']).toBeUndefined()
  })

  it('reveals nothing about the path to an unauthenticated request', async () => {
    const request = new Request('http://localhost/api/v1/vms/x/y/z')
    const response = await GET(request, { params: Promise.resolve({ subscription: 'x', group: 'y', name: 'z' }) })
    expect(response.status).toBe(401)
  })

  it.each(['alg-none', 'wrong-key', 'symmetric', 'tampered'] as const)('refuses a forged token: %s', async (flaw) => {
    const token = await tenant.token({ person: admin, flaw })
    const request = new Request('http://localhost/x', { headers: { authorization: `Bearer ${token}` } })
    const response = await GET(request, { params: Promise.resolve({}) })
    expect(await response.json()).toMatchObject({ code: 'token-invalid' })
  })

  it('refuses a token for ARM, an expired one, and other methods', async () => {
    for (const [order, code] of [
      [{ audience: 'arm' }, 'token-invalid'],
      [{ expiresIn: -120 }, 'token-expired'],
    ] as const) {
      const token = await tenant.token({ person: admin, ...order })
      const request = new Request('http://localhost/x', { headers: { authorization: `Bearer ${token}` } })
      expect(await (await GET(request, { params: Promise.resolve({}) })).json()).toMatchObject({ code })
    }
    expect(POST().status).toBe(405)
    expect(HEAD().status).toBe(405)
  })
})

function tenantGuid(): string {
  return '11111111-1111-4111-8111-111111111111'
}
