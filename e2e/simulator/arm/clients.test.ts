import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ComputeManagementClient } from '@azure/arm-compute'
import { ResourceGraphClient } from '@azure/arm-resourcegraph'
import type { TokenCredential } from '@azure/core-auth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken } from '../control/issue-token'
import { startSimulator, type Running } from '../server/start'
import { addTenant } from '../server/tenants'
import type { Tenant } from '../server/state'
import { createWorld } from '../worlds/create'
import { armRoutes } from './routes'

let folder: string
let running: Running
let tenant: Tenant
let credential: TokenCredential
let token: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'))
  const options = { httpPort: 0, httpsPort: 0, dataDir: folder, seed: 1, worlds: [], recordings: null, log: false }
  running = await startSimulator(options, { routes: armRoutes, createWorld, now: () => Date.now(), log: () => {} })
  tenant = addTenant(running.simulator, { scenario: 'mixed', seed: 1 })
  const order = {
    person: 'Chiara Rossi',
    audience: 'arm',
    acrs: [],
    capabilities: [],
    expiresIn: 3600,
    overrides: {},
    flaw: 'none' as const,
  }
  token = (await issueToken(running.simulator, tenant, order)) ?? ''
  credential = { getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_000_000 }) }
})

afterAll(async () => {
  await running.close()
  rmSync(folder, { recursive: true })
})

describe('@azure/arm-compute', () => {
  const client = (name: string): ComputeManagementClient =>
    new ComputeManagementClient(credential, tenant.world.subscriptions.find((each) => each.name === name)?.id ?? '', {
      endpoint: running.origins.server,
      credentials: { scopes: [`${running.origins.server}/.default`] },
      tlsOptions: { ca: running.certificate.certificate },
      retryOptions: { maxRetries: 0 },
    })

  it('pages through the VMs of a subscription', async () => {
    const names: (string | undefined)[] = []
    for await (const vm of client('Contoso Production').virtualMachines.listAll()) names.push(vm.name)
    const expected = [...tenant.world.vms.values()].filter(({ id }) =>
      id.startsWith(`/subscriptions/${tenant.world.subscriptions[0]?.id}`),
    )
    expect(names.length).toBe(expected.length)
  })

  it('reads a VM with its instance view', async () => {
    const vm = await client('Contoso Production').virtualMachines.get('rg-erp-prod', 'vm-erp-batch-01', {
      expand: 'instanceView',
    })
    expect(vm).toMatchObject({
      instanceView: {
        extensions: [{ substatuses: [{ message: '{"os": "EncryptionInProgress", "data": "EncryptionInProgress"}' }] }],
        disks: [{ encryptionSettings: [{ enabled: true }] }],
        vmAgent: { statuses: [{ time: expect.any(Date) }] },
      },
      resources: [{ typePropertiesType: 'AzureDiskEncryptionForLinux' }],
      storageProfile: { osDisk: { managedDisk: { id: expect.stringContaining('/disks/') } } },
    })
  })

  it('reads power states, extensions, disks and sizes', async () => {
    const japan = client('Contoso Production Japan')
    const codes: (string | undefined)[] = []
    for await (const vm of japan.virtualMachines.listAll({ statusOnly: 'true' }))
      codes.push(vm.instanceView?.statuses?.[1]?.code)
    expect(codes).toContain('PowerState/deallocated')
    const view = await japan.virtualMachines.instanceView('rg-jp-core', 'vm-jp-core-01')
    expect(view.statuses?.[1]?.code).toBe('PowerState/running')
    const extension = await japan.virtualMachineExtensions.get('rg-jp-core', 'vm-jp-core-09', 'ade-by-terraform', {
      expand: 'instanceView',
    })
    expect(extension.instanceView?.statuses?.[0]?.message).toBe('Encryption succeeded for all volumes')
    const versions: (string | undefined)[] = []
    for await (const disk of japan.disks.list())
      versions.push(disk.encryptionSettingsCollection?.encryptionSettingsVersion)
    expect(versions).toContain('1.1')
    const sizes: (string | undefined)[] = []
    for await (const sku of japan.resourceSkus.list({ filter: "location eq 'japaneast'" })) sizes.push(sku.name)
    expect(sizes).toContain('Standard_D4s_v5')
  })

  it('gets the error code of a missing VM', async () => {
    await expect(client('Contoso Production').virtualMachines.get('rg-erp-prod', 'vm-missing')).rejects.toMatchObject({
      statusCode: 404,
      code: 'ResourceNotFound',
    })
  })
})

describe('@azure/arm-resourcegraph', () => {
  it('pages through a query by skip token', async () => {
    const client = new ResourceGraphClient(
      {
        signRequest: (request) => {
          request.headers.set('authorization', `Bearer ${token}`)
          return Promise.resolve(request)
        },
      },
      {
        baseUri: running.origins.server,
        noRetryPolicy: true,
        agentSettings: { http: new HttpAgent(), https: new HttpsAgent({ ca: running.certificate.certificate }) },
      },
    )
    const query = "resources | where type =~ 'microsoft.compute/virtualmachines' | project id | order by id asc"
    const ids: string[] = []
    let skipToken: string | undefined
    do {
      const page = await client.resources({
        query,
        options: { top: 50, resultFormat: 'objectArray', ...(skipToken === undefined ? {} : { skipToken }) },
      })
      ids.push(...(page.data as { id: string }[]).map(({ id }) => id))
      expect(page.totalRecords).toBe(tenant.world.vms.size)
      skipToken = page.skipToken
    } while (skipToken !== undefined)
    expect(new Set(ids).size).toBe(tenant.world.vms.size)
  })
})
