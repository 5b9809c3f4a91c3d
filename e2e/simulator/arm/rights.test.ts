import { beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../model/world'
import { createWorld } from '../worlds/create'
import { callRoute, errorCode, valuesOf } from './test-context'

let world: World

beforeAll(() => {
  world = createWorld({ tenantId: 'c1', scenario: 'mixed', seed: 1 })
})

function idOf(name: string): string {
  return world.subscriptions.find((each) => each.name === name)?.id ?? ''
}

async function names(route: string, as: string, params: Record<string, string> = {}): Promise<string[]> {
  return valuesOf(await callRoute(world, route, { as, params })).map((each) => String(each.displayName ?? each.name))
}

async function refusal(route: string, as: string, params: Record<string, string>): Promise<string> {
  const response = await callRoute(world, route, { as, params })
  return `${response.status} ${response.status === 200 ? 'OK' : errorCode(response)}`
}

const all = [
  'Contoso Production',
  'Contoso Production Japan',
  'Contoso Staging',
  'Contoso Shared Platform',
  'Contoso Payments',
]
const erpApp = { group: 'rg-erp-prod', vm: 'vm-erp-app-01' }

describe('subscriptions', () => {
  it.each([
    ['Aiko Tanaka', all],
    ['Ben Ortiz', ['Contoso Production']],
    ['Chiara Rossi', all],
    ['Dmitri Volkov', []],
    ['Hana Kim', ['Contoso Staging']],
    ['Ivan Petrov', all],
  ])('%s sees those in which they have any role', async (person, expected) => {
    expect(await names('subscriptions-list', person)).toEqual(expected)
  })

  it('are refused individually without a role', async () => {
    expect(await refusal('subscription-get', 'Dmitri Volkov', { subscription: idOf('Contoso Staging') })).toBe(
      '403 AuthorizationFailed',
    )
    expect(await refusal('subscription-get', 'Ben Ortiz', { subscription: idOf('Contoso Production') })).toBe('200 OK')
  })
})

describe('virtual machines', () => {
  it('are refused to a user who may read only the subscription', async () => {
    const params = { subscription: idOf('Contoso Payments') }
    expect(await refusal('vm-list-all', 'Aiko Tanaka', params)).toBe('403 AuthorizationFailed')
    expect(await refusal('vm-get', 'Aiko Tanaka', { ...params, group: 'rg-payments-prod', vm: 'vm-pay-gw-01' })).toBe(
      '403 AuthorizationFailed',
    )
    expect(await refusal('vm-list-all', 'Chiara Rossi', params)).toBe('200 OK')
  })

  it('are reduced to the group that a user may read', async () => {
    const params = { subscription: idOf('Contoso Production') }
    const listed = await names('vm-list-all', 'Ben Ortiz', params)
    expect(listed).toHaveLength(6)
    expect(listed.every((name) => name.startsWith('vm-erp-'))).toBe(true)
    expect(await refusal('vm-list', 'Ben Ortiz', { ...params, group: 'rg-erp-prod' })).toBe('200 OK')
    expect(await refusal('vm-list', 'Ben Ortiz', { ...params, group: 'rg-data-prod' })).toBe('403 AuthorizationFailed')
    expect(await refusal('vm-get', 'Ben Ortiz', { ...params, group: 'rg-data-prod', vm: 'vm-missing' })).toBe(
      '403 AuthorizationFailed',
    )
  })

  it('hide disks, extensions and the separate instance view from a role that reads only VMs', async () => {
    const params = { subscription: idOf('Contoso Production'), ...erpApp }
    expect(await refusal('vm-get', 'Ivan Petrov', params)).toBe('200 OK')
    const expanded = await callRoute(world, 'vm-get', { as: 'Ivan Petrov', params, query: { $expand: 'instanceView' } })
    expect(expanded.status).toBe(200)
    expect(await refusal('vm-instance-view', 'Ivan Petrov', params)).toBe('403 AuthorizationFailed')
    expect(await refusal('vm-extensions-list', 'Ivan Petrov', params)).toBe('403 AuthorizationFailed')
    expect(await refusal('vm-extension-get', 'Ivan Petrov', { ...params, extension: 'x' })).toBe(
      '403 AuthorizationFailed',
    )
    expect(await refusal('disks-list-all', 'Ivan Petrov', params)).toBe('403 AuthorizationFailed')
    expect(await refusal('disks-list', 'Ivan Petrov', params)).toBe('403 AuthorizationFailed')
    expect(await refusal('skus-list', 'Ivan Petrov', params)).toBe('403 AuthorizationFailed')
  })
})
