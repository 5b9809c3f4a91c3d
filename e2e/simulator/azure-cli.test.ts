import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TenantClient } from './control/client'
import { azureCli, azureCliInstalled, type AzureCli } from './server/testing/azure-cli'
import { startTestSimulator, type TestSimulator } from './server/testing/harness'

let simulator: TestSimulator
let tenant: TenantClient
let cli: AzureCli
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'mixed' })
  cli = await azureCli(simulator)
})
afterAll(async () => {
  await simulator.stop()
  await cli.remove()
})

describe('the real azure-cli', () => {
  it('registers the cloud, signs in as a service principal, lists VMs and shows encryption', async (context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    const { az, signIn } = cli
    const { subscriptions } = await tenant.summary()
    const account = JSON.parse(await signIn(tenant))
    expect(account.map(({ id }: { id: string }) => id).sort()).toEqual(subscriptions.map(({ id }) => id).sort())

    await az('account', 'set', '-s', subscriptions[0]!.id)
    const listed: { id: string; name: string; resourceGroup: string }[] = JSON.parse(
      await az('vm', 'list', '-o', 'json'),
    )
    const own = (await tenant.vms()).filter(({ id }) => id.includes(subscriptions[0]!.id))
    expect(listed).toHaveLength(own.length)

    const token = await tenant.token({ person: 'Chiara Rossi', audience: 'arm' })
    for (const vm of listed) {
      const view = await simulator.arm(`${vm.id}?$expand=instanceView&api-version=2024-07-01`, token)
      const { disks, extensions } = view.json.properties.instanceView
      const extension = view.json.resources?.find((each) => each.properties.type.startsWith('AzureDiskEncryption'))
      // If one disk has no key settings, azure-cli 2.74 ends with KeyError, because it indexes them on every disk.
      const stamped = disks.every((disk) => disk.encryptionSettings !== undefined)
      if (!stamped || !['1.4', '2.4'].includes(extension?.properties.typeHandlerVersion ?? '')) continue
      const shown = JSON.parse(
        await az('vm', 'encryption', 'show', '-g', vm.resourceGroup, '-n', vm.name, '-o', 'json'),
      )
      const said = extensions.find((each) => each.name === extension?.name)
      expect(shown.substatus[0].message).toBe(said?.substatuses[0]?.message)
      expect(shown.disks.map(({ name }: { name: string }) => name).sort()).toEqual(disks.map(({ name }) => name).sort())
      return
    }
    throw new Error('no VM with the single-pass extension in the first subscription')
  })

  it('reads by az rest', async (context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    const url = '/subscriptions?api-version=2022-12-01'
    expect(JSON.parse(await cli.az('rest', '--method', 'get', '--url', url)).value.length).toBeGreaterThan(0)
  })
})
