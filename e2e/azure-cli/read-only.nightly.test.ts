import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { azureCliInstalled } from '../simulator/server/testing/azure-cli'
import { signedInAzureCli, type SignedIn } from './signed-in'

let cloud: SignedIn
beforeAll(async () => {
  cloud = await signedInAzureCli()
})
afterAll(() => cloud.stop())

const group = '-g rg-trouble'
const hostPolicy = 'vm-policy-host'

/** A command that only reads, and what its output must contain. */
const commands: readonly (readonly [command: string, said: string | RegExp])[] = [
  ['az keyvault show -n kv-firewall -g rg-keys --query properties.networkAcls.bypass -o tsv', /^None$/],
  ['az keyvault show -n kv-not-enabled --query properties.enabledForDiskEncryption -o json', /^false$/],
  [
    `az network nic show ${group} -n vm-dual-pass-blocked-nic --query networkSecurityGroup.id -o tsv`,
    'dual-pass-blocked-nsg',
  ],
  [`az network nic list-effective-nsg ${group} -n vm-dual-pass-blocked-nic -o json`, 'AzureKeyVault'],
  [`az network nic show-effective-route-table ${group} -n vm-network-tunnel-nic -o json`, 'VirtualAppliance'],
  ['az network nsg show -g rg-network -n nsg-snet-vm-network-imds -o json', 'AzurePlatformIMDS'],
  ['az network vnet show -g rg-network -n vnet-westeurope-dns --query dhcpOptions.dnsServers -o tsv', '10.20.0.10'],
  [
    'az vm list-skus -l westeurope --size Standard_B1s --resource-type virtualMachines -o json',
    'EncryptionAtHostSupported',
  ],
  [`az vm show -d ${group} -n vm-restart-pending --query powerState -o tsv`, /^VM running$/],
  [`az vm boot-diagnostics get-boot-log ${group} -n vm-state-unmount`, 'MACHINE STATE: unmount_oldroot'],
  [
    `az lock list ${group} --resource vm-lock-read-only --resource-type Microsoft.Compute/virtualMachines -o json`,
    'ReadOnly',
  ],
  ['az lock list -g rg-locked --query "[].name" -o tsv', /^group-frozen$/],
  [
    'az policy definition show -n fc4d8e41-e223-45ea-9bf5-eada37891d87 --query displayName -o tsv',
    'encryption at host',
  ],
  [`az vm extension list ${group} --vm-name vm-extension-failed --query "[].provisioningState" -o tsv`, 'Failed'],
  [`az vm get-instance-view ${group} -n vm-restart-pending -o json`, 'please reboot the VM'],
  [`az snapshot list ${group} --query "[].creationData.sourceResourceId" -o tsv`, 'vm-ready-linux'],
]

describe('the real azure-cli reads the related resources of a VM', () => {
  it.for(commands)('%s', async ([command, said], context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    const { code, stdout, stderr } = await cloud.cli.shell(command)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    if (typeof said === 'string') expect(stdout).toContain(said)
    else expect(stdout.trim()).toMatch(said)
  })

  it('reads the policies of a VM, inherited ones too', async (context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    const listed = await cloud.cli.az(
      ...['policy', 'assignment', 'list', '--disable-scope-strict-match', '--scope', cloud.vmId('policy-host')],
    )
    expect(cloud.vmId('policy-host')).toContain(hostPolicy)
    expect(listed).toContain('fc4d8e41-e223-45ea-9bf5-eada37891d87')
  })

  it('reads a shared disk by its name', async (context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    const vm: { disks: { name: string }[] } = await vmOf('not-ready-shared')
    const shown = await cloud.cli.az('disk', 'show', '-g', 'rg-trouble', '-n', vm.disks[1]?.name ?? '', '-o', 'json')
    expect(JSON.parse(shown)).toMatchObject({ maxShares: 2, diskState: 'Attached' })
  })

  it('reports in its own words that a vault does not exist', async (context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    const { code, stderr } = await cloud.cli.shell('az keyvault show -n kv-deleted -g rg-keys')
    expect(code).not.toBe(0)
    expect(stderr).toContain('ResourceNotFound')
  })

  it('calls no route that the simulator does not implement', async () => {
    expect((await cloud.tenant.traffic()).unknownRoutes).toEqual({})
  })
})

async function vmOf(story: 'not-ready-shared'): Promise<{ disks: { name: string }[] }> {
  const token = await cloud.tenant.token({ person: 'Chiara Rossi', audience: 'arm' })
  const { json } = await cloud.simulator.arm(`${cloud.vmId(story)}?$expand=instanceView&api-version=2024-07-01`, token)
  return { disks: json.properties.instanceView.disks.map(({ name }) => ({ name })) }
}
