import { row, type Case } from './case'
import { aroundCases } from './cases-around'
import { edgeCases } from './cases-edges'
import { extension, type Given } from './settings'

const sized = (vmSize: string): Given => ({ vm: { hardwareProfile: { vmSize } } })
const windows: Given = {
  storage: { osDisk: { osType: 'Windows', name: 'os', managedDisk: { id: '/disks/os' } } },
  view: { osName: 'Windows Server 2022 Datacenter', osVersion: '10.0.20348' },
  resources: [],
}
const imaged = (publisher: string, offer: string, sku: string): Given => ({
  storage: { imageReference: { publisher, offer, sku } },
})
const system = (osName: string, osVersion: string): Given => ({ view: { osName, osVersion } })
const osDisk = (more: object): Given => ({
  storage: { osDisk: { osType: 'Linux', name: 'os', managedDisk: { id: '/disks/os' }, ...more } },
})
const agent = (vmAgent: object | undefined): Given => ({ view: { vmAgent } })
const other = (properties: object): Given => ({
  resources: [{ name: 'other', properties: { publisher: 'Contoso', type: 'Other', ...properties } }],
})
const custom = { storage: { imageReference: { id: '/subscriptions/s/images/mine' } } }
const off: Given = { view: { statuses: [{ code: 'PowerState/deallocated' }] } }

const machineCases: readonly Case[] = [
  row('vm-size', 'pass', 'size-allowed'),
  row('vm-size', 'fail', 'size-basic', sized('Basic_A1')),
  row('vm-size', 'fail', 'size-a-series', sized('Standard_A2_v2')),
  row('vm-size', 'fail', 'size-l-series', sized('Standard_L8s_v3')),
  row('vm-size', 'pass', 'size-allowed', { ...windows, ...sized('Standard_L8s_v3'), storage: windows.storage ?? {} }),
  row('vm-size', 'fail', 'size-too-new', sized('Standard_D4s_v7')),
  row('vm-size', 'fail', 'size-too-new', sized('Standard_E96ads_v10')),
  row('vm-size', 'fail', 'size-v6-temporary-disk', sized('Standard_D4ds_v6')),
  row('vm-size', 'warn', 'size-v6-disputed', sized('Standard_D4s_v6')),
  row('vm-size', 'pass', 'size-allowed', sized('Standard_DC4as_v5')),
  row('vm-size', 'pass', 'size-allowed', sized('Standard_M64-32ms')),
  row('vm-size', 'unread', 'not-read', { vm: { hardwareProfile: {} } }),
  row('generation', 'pass', 'generation-supported'),
  row('deployment-model', 'pass', 'disks-managed'),
  row('deployment-model', 'warn', 'disk-unmanaged', {
    storage: { osDisk: { osType: 'Linux', name: 'os', vhd: { uri: 'https://x/y.vhd' } } },
  }),
  row('ephemeral-os-disk', 'pass', 'os-disk-persistent'),
  row('ephemeral-os-disk', 'fail', 'os-disk-ephemeral', osDisk({ diffDiskSettings: { option: 'Local' } })),
  row('scale-set-member', 'pass', 'scale-set-none'),
  row('scale-set-member', 'fail', 'scale-set-linux-os', { vm: { virtualMachineScaleSet: { id: '/x' } } }),
  row('scale-set-member', 'pass', 'scale-set-member', { vm: { virtualMachineScaleSet: { id: '/x' } }, wanted: 'data' }),
]

const systemCases: readonly Case[] = [
  row('image', 'pass', 'image-listed'),
  row('image', 'pass', 'image-listed', imaged('RedHat', 'RHEL', '94_gen2')),
  row('image', 'pass', 'image-listed', imaged('RedHat', 'RHEL', '8-LVM')),
  row('image', 'pass', 'image-listed', imaged('OpenLogic', 'CentOS', '7_9')),
  row('image', 'pass', 'image-listed', imaged('Oracle', 'Oracle-Linux', 'ol86-lvm-gen2')),
  row('image', 'pass', 'image-listed', imaged('MicrosoftCBLMariner', 'cbl-mariner', 'cbl-mariner-2-gen2')),
  row('image', 'pass', 'image-listed', imaged('Canonical', 'ubuntu-24_04-lts', 'server')),
  row('image', 'fail', 'image-data-only', imaged('SUSE', 'SLES', '12-SP4')),
  row('image', 'pass', 'image-listed', { ...imaged('SUSE', 'SLES', '12-SP4'), wanted: 'data' }),
  row('image', 'warn', 'image-not-listed', imaged('RedHat', 'RHEL', '8_10')),
  row('image', 'warn', 'image-not-listed', imaged('RedHat', 'RHEL', '810-gen2')),
  row('image', 'warn', 'image-not-listed', imaged('Canonical', '0001-com-ubuntu-minimal-jammy', 'minimal-22_04-lts')),
  row('image', 'warn', 'image-not-listed', imaged('Contoso', 'anything', 'x')),
  row('image', 'fail', 'image-unsupported', imaged('Canonical', 'UbuntuServer', '16.04-LTS')),
  row('image', 'fail', 'image-custom', custom),
  row('image', 'warn', 'image-none', { storage: { imageReference: undefined } }),
  row('image', 'not-applicable', 'linux-only', windows),
  row('running-os', 'pass', 'os-listed'),
  row('running-os', 'pass', 'os-windows', windows),
  row('running-os', 'fail', 'os-data-only', system('redhat', '6.8')),
  row('running-os', 'warn', 'os-not-listed', system('redhat', '9.6')),
  row('running-os', 'warn', 'os-not-listed', { ...system('debian', '12'), wanted: 'data' }),
  row('running-os', 'fail', 'os-unsupported', system('debian', '12')),
  row('running-os', 'fail', 'os-unsupported', system('almalinux', '9.4')),
  row('running-os', 'warn', 'os-differs-from-image', system('ubuntu', '24.04')),
  row('running-os', 'unread', 'not-read', { view: { osName: undefined } }),
  row('end-of-life-os', 'pass', 'os-in-support'),
  row('end-of-life-os', 'warn', 'os-past-end-of-life', system('ubuntu', '18.04')),
  row('end-of-life-os', 'unread', 'os-lifecycle-unknown', system('almalinux', '9.4')),
]

const stateCases: readonly Case[] = [
  row('vm-running', 'pass', 'vm-running'),
  row('vm-running', 'fail', 'vm-not-running', off),
  row('vm-running', 'unread', 'not-read', {
    view: { statuses: [{ code: 'PowerState/dreaming', level: 'Info' }] },
  }),
  row('encryption-at-host', 'pass', 'host-encryption-off'),
  row('encryption-at-host', 'fail', 'host-encryption-on', { vm: { securityProfile: { encryptionAtHost: true } } }),
  row('confidential-vm', 'pass', 'confidential-not'),
  row('confidential-vm', 'fail', 'confidential-os', { vm: { securityProfile: { securityType: 'ConfidentialVM' } } }),
  row('confidential-vm', 'warn', 'confidential-data', {
    vm: { securityProfile: { securityType: 'ConfidentialVM' } },
    wanted: 'data',
  }),
  row('other-work', 'pass', 'other-work-none'),
  row('other-work', 'warn', 'other-work-running', { vm: { provisioningState: 'Updating' } }),
  row('other-work', 'warn', 'other-work-running', other({ provisioningState: 'Creating' })),
  row('names', 'pass', 'names-plain'),
  row('names', 'warn', 'name-doubtful', osDisk({ name: '_disk' })),
  row('names', 'warn', 'name-doubtful', osDisk({ name: 'disqué' })),
  row('volume-type', 'pass', 'volume-type-irreversible'),
  row('volume-type', 'pass', 'volume-type-possible', windows),
  row('volume-type', 'fail', 'volume-type-windows-data', { ...windows, wanted: 'data' }),
]

const agentCases: readonly Case[] = [
  row('agent-ready', 'pass', 'agent-ready'),
  row('agent-ready', 'fail', 'agent-not-ready', agent({ statuses: [{ code: 'ProvisioningState/Unavailable' }] })),
  row('agent-ready', 'fail', 'agent-absent', agent(undefined)),
  row('agent-ready', 'unread', 'agent-silent-while-off', off),
  row('agent-version', 'pass', 'agent-version-current'),
  row('agent-version', 'warn', 'agent-version-old', agent({ vmAgentVersion: '2.2.49' })),
  row('agent-version', 'fail', 'agent-version-too-old', agent({ vmAgentVersion: '2.2.9' })),
  row('agent-version', 'unread', 'not-read', agent({ vmAgentVersion: 'Unknown' })),
  row('extensions-allowed', 'pass', 'extensions-allowed'),
  row('extensions-allowed', 'fail', 'extensions-refused', { vm: { osProfile: { allowExtensionOperations: false } } }),
  row('extensions-allowed', 'fail', 'agent-not-provisioned', {
    vm: { osProfile: { linuxConfiguration: { provisionVMAgent: false } } },
  }),
  row('extension-type', 'pass', 'extension-right'),
  row('extension-type', 'not-applicable', 'extension-none', { resources: [] }),
  row('extension-type', 'fail', 'extension-deprecated', {
    resources: [extension({}, { publisher: 'Microsoft.OSTCExtensions' })],
  }),
  row('extension-type', 'fail', 'extension-for-other-os', {
    resources: [extension({}, { type: 'AzureDiskEncryption' })],
  }),
  row('extension-pass', 'pass', 'extension-single-pass'),
  row('extension-pass', 'warn', 'extension-dual-pass', {
    resources: [extension({}, { typeHandlerVersion: '0.1' })],
  }),
  row('extension-auto-upgrade', 'pass', 'extension-auto-upgrade-on'),
  row('extension-auto-upgrade', 'warn', 'extension-auto-upgrade-off', {
    resources: [extension({}, { autoUpgradeMinorVersion: false })],
  }),
  row('other-extensions', 'pass', 'other-extensions-fine'),
  row('other-extensions', 'warn', 'other-extension-failed', other({ provisioningState: 'Failed' })),
  row('guest-selinux', 'not-visible', 'inside-only'),
  row('guest-selinux', 'not-applicable', 'linux-only', windows),
  row('guest-bitlocker-policy', 'not-applicable', 'windows-only'),
  row('guest-server-core', 'not-applicable', 'os-windows', windows),
]

/** One case for every reason, and for the borders between them. */
export const cases: readonly Case[] = [
  ...machineCases,
  ...systemCases,
  ...stateCases,
  ...agentCases,
  ...aroundCases,
  ...edgeCases,
]
