import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/fleet/route'
import { GET as getVm } from '@/app/api/v1/vms/[subscription]/[group]/[name]/route'
import type { TenantClient } from '../simulator/control/client'
import { ask, paramsOf, readFleet, type Stack, startStack } from './support'

let stack: Stack
const tenants: TenantClient[] = []

beforeAll(async () => {
  stack = await startStack()
  for (const seed of [1, 2]) tenants.push(await stack.tenant({ scenario: 'mixed', seed, bucketScale: 100 }))
})
afterAll(() => stack.stop())

const people = ['Aiko Tanaka', 'Ben Ortiz', 'Chiara Rossi']

describe('users side by side', () => {
  it('never see a row of another user or tenant, however requests are mixed', async () => {
    const order = tenants.flatMap((tenant) => people.map((person) => ({ tenant, person })))
    const alone = new Map<string, string[]>()
    for (const { tenant, person } of order) {
      const loaded = await readFleet(await ask(GET, tenant, person))
      alone.set(`${tenant.tenantId}|${person}`, [...loaded.rows.keys()].sort())
    }
    const rounds = [0, 1].flatMap(() => order)
    await Promise.all(
      rounds.map(async ({ tenant, person }) => {
        const loaded = await readFleet(await ask(GET, tenant, person))
        expect([...loaded.rows.keys()].sort()).toEqual(alone.get(`${tenant.tenantId}|${person}`))
        const foreign = tenants.filter((other) => other !== tenant)
        for (const other of foreign) expect(loaded.text).not.toContain(other.tenantId)
        expect(loaded.text).not.toMatch(/eyJ[A-Za-z0-9_-]{20,}\.eyJ/)
      }),
    )
    for (const tenant of tenants) {
      const { refusedChanges, counts } = await tenant.traffic()
      expect(refusedChanges).toBe(0)
      expect(counts['subscriptions-list']).toEqual({ 200: 9 })
    }
  })

  it('get the same answer for a VM that may not be read, a missing one, and one of another tenant', async () => {
    const [mine, theirs] = tenants
    if (mine === undefined || theirs === undefined) throw new Error('two tenants')
    const visible = await readFleet(await ask(GET, mine, 'Ben Ortiz'))
    const all = await mine.vms()
    const hidden = all.find((vm) => !visible.rows.has(vm.id.toLowerCase()))?.id ?? ''
    const foreign = (await theirs.vms()).find((vm) => !all.some(({ id }) => id === vm.id))?.id ?? ''
    const answers = await Promise.all(
      [hidden, `${hidden}x`, foreign].map(async (id) => {
        const response = await ask(getVm, mine, 'Ben Ortiz', { params: paramsOf(id) })
        const { requestId, ...body } = (await response.json()) as Record<string, unknown>
        expect(requestId).toBeTypeOf('string')
        return { status: response.status, body, headers: [...response.headers.keys()] }
      }),
    )
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  it('lose a withdrawn permission at the very next request', async () => {
    const [tenant] = tenants
    if (tenant === undefined) throw new Error('a tenant')
    const [id] = [...(await readFleet(await ask(GET, tenant, 'Ben Ortiz'))).rows.keys()]
    expect((await ask(getVm, tenant, 'Ben Ortiz', { params: paramsOf(id ?? '') })).status).toBe(200)
    await tenant.addFault({ kind: 'deny', routes: ['vm-get'] })
    expect((await ask(getVm, tenant, 'Ben Ortiz', { params: paramsOf(id ?? '') })).status).toBe(404)
    await tenant.removeFaults()
  })
})
