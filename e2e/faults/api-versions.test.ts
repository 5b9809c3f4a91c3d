import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { GET as getVm } from '@/app/api/v1/vms/[subscription]/[group]/[name]/route'
import { apiErrorSchema } from '@/lib/contract/errors'
import type { TenantClient } from '../simulator/control/client'
import { ask, forgetLimits, paramsOf, readFleet, startStack, type Stack } from './support'

const admin = 'Aiko Tanaka'
let stack: Stack
let tenant: TenantClient

beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())
beforeEach(async () => {
  forgetLimits()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 3 })
  await tenant.clock({ freeze: true })
})

const statesOf = (rows: Awaited<ReturnType<typeof readFleet>>['rows']) =>
  [...rows.values()].map(({ name, state, pass }) => `${name} ${state} ${pass ?? ''}`).toSorted()

describe('a cloud with other api-versions', () => {
  it('gives the same verdicts with the newest of our api-versions that it supports', async () => {
    const usual = await readFleet(await ask(getFleet, tenant, admin))
    forgetLimits()
    await tenant.settings({
      apiVersions: { 'Microsoft.Compute': ['2022-03-01', '2023-09-01', '2024-03-01', '2024-03-02'] },
    })
    const older = await readFleet(await ask(getFleet, tenant, admin))
    expect(statesOf(older.rows)).toEqual(statesOf(usual.rows))
    // Gaps are listed in the order in which they occurred.
    expect(new Set(older.gaps)).toEqual(new Set(usual.gaps))
    expect(older.last).toMatchObject({ type: 'end' })
    // And back, as soon as the cloud supports no other.
    forgetLimits()
    await tenant.settings({ apiVersions: {} })
    expect(statesOf((await readFleet(await ask(getFleet, tenant, admin))).rows)).toEqual(statesOf(usual.rows))
  })

  it('is not read when it supports none of ours: unknown, with Azure’s code and its versions', async () => {
    const [vm] = await tenant.vms()
    await tenant.settings({ apiVersions: { 'Microsoft.Compute': ['2015-06-15', '2016-03-30'] } })
    const response = await ask(getVm, tenant, admin, { params: paramsOf(vm?.id ?? '') })
    expect(response.status).toBe(502)
    expect(apiErrorSchema.parse(await response.json())).toMatchObject({
      code: 'arm-api-version',
      azureCodes: ['NoRegisteredProviderFound'],
      azureVersions: ['2016-03-30', '2015-06-15'],
    })
    forgetLimits()
    const { rows, gaps } = await readFleet(await ask(getFleet, tenant, admin))
    const failed = [...rows.values()].filter(({ reading }) => reading === 'failed')
    expect(failed.length).toBeGreaterThan(0)
    for (const row of failed) expect(row).toMatchObject({ state: 'unknown', readError: 'arm-api-version' })
    expect(gaps).toContainEqual(
      expect.objectContaining({
        kind: 'vm',
        code: 'arm-api-version',
        azureCodes: ['NoRegisteredProviderFound'],
        azureVersions: ['2016-03-30', '2015-06-15'],
      }),
    )
  })
})

describe('Azure’s own codes', () => {
  it('are part of a gap of the inventory', async () => {
    await tenant.addFault({ kind: 'server-error', status: 400, routes: ['resource-graph'] })
    const { gaps } = await readFleet(await ask(getFleet, tenant, admin))
    expect(gaps).toContainEqual({
      scope: 'tenant',
      kind: 'inventory',
      code: 'arm-unreadable',
      azureCodes: ['ServiceUnavailable'],
      azureVersions: [],
    })
  })

  it('do not reveal whether a VM exists or is only hidden', async () => {
    const [vm] = await tenant.vms()
    const params = paramsOf(vm?.id ?? '')
    await tenant.addFault({ kind: 'deny', routes: ['vm-get'] })
    const hidden: unknown = await (await ask(getVm, tenant, admin, { params })).json()
    await tenant.removeFaults()
    const absent: unknown = await (await ask(getVm, tenant, admin, { params: { ...params, name: 'not-there' } })).json()
    expect(hidden).toMatchObject({ code: 'not-found', azureCodes: [] })
    expect(absent).toMatchObject({ code: 'not-found', azureCodes: [] })
  })
})
