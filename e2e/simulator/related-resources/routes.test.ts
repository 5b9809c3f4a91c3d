import { describe, expect, it } from 'vitest'
import { callRoute, errorCode, jsonOf, valuesOf, type TestCaller } from '../arm/test-context'
import type { World } from '../model/world'
import { createWorld } from '../worlds/create'

const world: World = createWorld({ tenantId: 'f1', scenario: 'mixed', seed: 1 }, () => Date.UTC(2026, 10, 24, 9))
const [production] = world.subscriptions
const vm = [...world.vms.values()].find(({ name }) => name === 'vm-erp-app-01')!
const operator = 'Aiko Tanaka'
const ask = (
  name: string,
  params: Record<string, string>,
  as: TestCaller = operator,
  query: Record<string, string> = {},
) => callRoute(world, name, { as, params: { subscription: production!.id, ...params }, query })

const vault = { group: 'rg-keys', vault: `kv-ade-${production!.id.slice(0, 8)}-weu` }
const networkInterface = { group: vm.resourceGroup, networkInterface: `${vm.name}-nic` }
const resource = { group: vm.resourceGroup, namespace: 'Microsoft.Compute', type: 'virtualMachines', name: vm.name }

describe('a key vault', () => {
  it('is at the place that the requests of its VMs name, and allows disk encryption', async () => {
    const request = vm.extensions.find(({ type }) => type === 'AzureDiskEncryptionForLinux')
    const body = jsonOf(await ask('vault-get', vault))
    expect(body).toMatchObject({ id: request?.settings.KeyVaultResourceId, location: vm.region })
    expect(body.properties).toMatchObject({
      enabledForDiskEncryption: true,
      enableSoftDelete: true,
      publicNetworkAccess: 'Enabled',
      networkAcls: { defaultAction: 'Allow', bypass: 'AzureServices' },
      vaultUri: request?.settings.KeyVaultURL,
    })
  })

  it('that is missing is not found, with the error of ARM', async () => {
    const answer = await ask('vault-get', { ...vault, vault: 'kv-nowhere' })
    expect(answer.status).toBe(404)
    expect(errorCode(answer)).toBe('ResourceNotFound')
    expect(JSON.stringify(answer.json)).toContain(
      "'Microsoft.KeyVault/vaults/kv-nowhere' under resource group 'rg-keys'",
    )
  })
})

describe('the network of a VM', () => {
  it('links the interface to its subnet and the security group of the subnet', async () => {
    const { properties } = jsonOf(await ask('network-interface-get', networkInterface))
    const [configuration] = (properties as { ipConfigurations: { properties: { subnet: { id: string } } }[] })
      .ipConfigurations
    const [, , , , , , , , network = '', , subnet = ''] = configuration!.properties.subnet.id.split('/')
    const found = jsonOf(await ask('subnet-get', { group: 'rg-network', network, subnet }))
    const groupId = (found.properties as { networkSecurityGroup: { id: string } }).networkSecurityGroup.id
    const name = groupId.split('/').at(-1) ?? ''
    const securityGroup = jsonOf(await ask('security-group-get', { group: 'rg-network', name }))
    expect(securityGroup.properties).toMatchObject({ subnets: [{ id: configuration!.properties.subnet.id }] })
  })

  it('answers effective rules after polling, at the returned address, and only to the same caller', async () => {
    const started = await ask('effective-security-groups', networkInterface)
    expect(started.status).toBe(202)
    const operation = started.headers?.location?.match(/operationResults\/([^?]+)/)?.[1] ?? ''
    const at = { location: 'westeurope', operation }
    expect((await ask('network-operation-result', at, 'Chiara Rossi')).status).toBe(404)
    expect((await ask('network-operation-result', at)).status).toBe(202)
    const [first] = valuesOf(await ask('network-operation-result', at))
    expect(first).toMatchObject({ association: { subnet: {} }, networkSecurityGroup: {} })
  })
})

describe('rights to related resources', () => {
  it.each([
    ['vault-get', vault, 'Microsoft.KeyVault/vaults/read'],
    ['network-interface-get', networkInterface, 'Microsoft.Network/networkInterfaces/read'],
    ['effective-security-groups', networkInterface, 'effectiveNetworkSecurityGroups/action'],
    ['security-group-get', { group: 'rg-network', name: 'nsg-snet-rg-erp-prod' }, 'networkSecurityGroups/read'],
    ['locks-list-resource', resource, 'Microsoft.Authorization/locks/read'],
    ['policy-assignments-list-resource', resource, 'Microsoft.Authorization/policyAssignments/read'],
    ['boot-diagnostics', { group: vm.resourceGroup, vm: vm.name }, 'retrieveBootDiagnosticsData/action'],
    ['skus-list', {}, 'Microsoft.Compute/skus/read'],
  ])(
    '%s is refused with the missing action to a user who may read only VMs',
    async (route, params: Record<string, string>, action) => {
      const answer = await ask(route, params, 'Ivan Petrov')
      expect({ status: answer.status, code: errorCode(answer) }).toEqual({ status: 403, code: 'AuthorizationFailed' })
      expect(JSON.stringify(answer.json)).toContain(action)
    },
  )

  it.each(['effective-security-groups', 'boot-diagnostics'])('%s needs more than Reader', async (route) => {
    const answer = await ask(route, { ...networkInterface, vm: vm.name }, 'Chiara Rossi')
    expect(answer.status).toBe(403)
  })
})
