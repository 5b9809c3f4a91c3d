import { az, inside, powerShell, sequence } from '@/lib/diagnosis/commands/build'
import type { Commands } from '@/lib/diagnosis/commands/types'
import { fill } from '@/lib/diagnosis/commands/values'

/** The names that the commands of a runbook use. */
export interface RunbookSubject {
  readonly id: string
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
  readonly region: string
  readonly osType: 'Windows' | 'Linux' | null
  /** The uniform set of an instance; null for a VM and a member of a flexible set. */
  readonly scaleSet: string | null
  /** Whether only data volumes are encrypted. */
  readonly dataOnly: boolean
}

export const runbookStepKinds = [
  'settle-first',
  'back-up',
  'record-settings',
  'register-feature',
  'choose-size',
  'new-data-disks',
  'new-session-hosts',
  'leave-domain',
  'disable-ade',
  'wait-decrypted',
  'copy-disks',
  'create-vm',
  'build-new-vm',
  'copy-data',
  'fix-mounts',
  'join-domain',
  'update-set',
  'replace-instances',
  'inspect-disk',
  'copy-loose-disk',
  'remove-extension',
  'verify',
  'new-backup',
  'clean-up',
] as const
export type RunbookStepKind = (typeof runbookStepKinds)[number]

type Make = (subject: RunbookSubject) => Commands

const nothing: Make = () => ({})
const place = ({ resourceGroup, name }: RunbookSubject) =>
  [
    ['resource-group', fill(resourceGroup, 'GROUP')],
    ['name', fill(name, 'VM-NAME')],
  ] as const
const cmdletPlace = ({ resourceGroup, name }: RunbookSubject, nameOption = 'Name') =>
  [
    ['ResourceGroupName', fill(resourceGroup, 'GROUP')],
    [nameOption, fill(name, 'VM-NAME')],
  ] as const
const missing = (placeholder: string) => fill(null, placeholder)
const idOf = ({ id }: RunbookSubject) => ['ids', fill(id, 'RESOURCE-ID')] as const

const setOf = ({ resourceGroup, scaleSet }: RunbookSubject) =>
  [
    ['resource-group', fill(resourceGroup, 'GROUP')],
    ['name', fill(scaleSet, 'SCALE-SET')],
  ] as const

const featureOptions = [
  ['FeatureName', 'EncryptionAtHost'],
  ['ProviderNamespace', 'Microsoft.Compute'],
] as const

/**
 * A managed disk is copied by upload: a snapshot or a copy would keep the mark of ADE. Source:
 * https://github.com/MicrosoftDocs/azure-compute-docs/blob/596eb049/articles/virtual-machines/disk-encryption-migrate.md
 */
function copyDisk(subject: RunbookSubject, source: ReturnType<typeof fill>): Commands {
  const group = fill(subject.resourceGroup, 'GROUP')
  const target = missing('NEW-DISK-NAME')
  const access = (disk: ReturnType<typeof fill>, level: string) =>
    az(
      'disk grant-access',
      ['resource-group', group],
      ['name', disk],
      ['access-level', level],
      ['duration-in-seconds', '86400'],
    )
  const revoke = (disk: ReturnType<typeof fill>) => az('disk revoke-access', ['resource-group', group], ['name', disk])
  const seenSize = az(
    'disk show',
    ['resource-group', group],
    ['name', source],
    ['query', 'diskSizeBytes'],
    ['output', 'tsv'],
  )
  return {
    az: sequence(
      'size=$(',
      seenSize,
      ')\n',
      az(
        'disk create',
        ['resource-group', group],
        ['name', target],
        ['location', fill(subject.region, 'REGION')],
        ['for-upload', 'true'],
      ),
      ' --upload-size-bytes $((size + 512))\n',
      access(source, 'Read'),
      '\n',
      access(target, 'Write'),
      "\nazcopy copy '<SOURCE-SAS>' '<TARGET-SAS>' --blob-type PageBlob\n",
      revoke(source),
      '\n',
      revoke(target),
    ),
  }
}

function newVm(subject: RunbookSubject, from: readonly [string, string]): Commands {
  const [option, placeholder] = from
  return {
    az: az(
      'vm create',
      ['resource-group', fill(subject.resourceGroup, 'GROUP')],
      ['name', missing('NEW-VM-NAME')],
      ['location', fill(subject.region, 'REGION')],
      [option, missing(placeholder)],
      ...(option === 'attach-os-disk' ? [['os-type', fill(subject.osType, 'OS-TYPE')] as const] : []),
      ['size', missing('SIZE')],
      ['encryption-at-host', 'true'],
    ),
  }
}

const verifyQuery = 'securityProfile.encryptionAtHost'

/** The commands of each step, with the names of the subject; the user runs them, the product never does. */
export const runbookCommands: Readonly<Record<RunbookStepKind, Make>> = {
  'settle-first': nothing,
  'back-up': (subject) => ({
    az: sequence(
      az('vm show', idOf(subject), [
        'query',
        '[storageProfile.osDisk.managedDisk.id, storageProfile.dataDisks[].managedDisk.id]',
      ]),
      '\n',
      az(
        'snapshot create',
        ['resource-group', fill(subject.resourceGroup, 'GROUP')],
        ['name', missing('SNAPSHOT-NAME')],
        ['source', missing('DISK-ID')],
      ),
    ),
    powershell: powerShell('Get-AzDisk', ['ResourceGroupName', fill(subject.resourceGroup, 'GROUP')]),
  }),
  'record-settings': (subject) => ({
    az: az('vm show', idOf(subject), ['output', 'json']),
    powershell: powerShell('Get-AzVM', ...cmdletPlace(subject)),
  }),
  'register-feature': ({ subscriptionId }) => ({
    az: az(
      'feature register',
      ['namespace', 'Microsoft.Compute'],
      ['name', 'EncryptionAtHost'],
      ['subscription', fill(subscriptionId, 'SUBSCRIPTION-ID')],
    ),
    powershell: powerShell('Register-AzProviderFeature', ...featureOptions),
  }),
  'choose-size': ({ region, subscriptionId }) => ({
    az: az(
      'vm list-skus',
      ['location', fill(region, 'REGION')],
      ['resource-type', 'virtualMachines'],
      ['subscription', fill(subscriptionId, 'SUBSCRIPTION-ID')],
      ['query', "[?capabilities[?name=='EncryptionAtHostSupported' && value=='True']].name"],
      ['output', 'tsv'],
    ),
  }),
  'new-data-disks': nothing,
  'new-session-hosts': nothing,
  'leave-domain': () => ({
    'guest-powershell': inside('Remove-Computer -UnjoinDomainCredential (Get-Credential) -Restart'),
  }),
  'disable-ade': (subject) => ({
    az: az('vm encryption disable', ...place(subject), ['volume-type', subject.dataOnly ? 'data' : 'all']),
    powershell: powerShell('Disable-AzVMDiskEncryption', ...cmdletPlace(subject, 'VMName'), [
      'VolumeType',
      subject.dataOnly ? 'Data' : 'All',
    ]),
  }),
  'wait-decrypted': ({ osType }) => ({
    ...(osType !== 'Windows' && {
      'guest-bash': inside('lsblk -o NAME,TYPE,FSTYPE,MOUNTPOINT\nsudo dmsetup ls --target crypt'),
    }),
    ...(osType !== 'Linux' && { 'guest-powershell': inside('manage-bde -status') }),
  }),
  'copy-disks': (subject) => copyDisk(subject, missing('DISK-NAME')),
  'create-vm': (subject) => newVm(subject, ['attach-os-disk', 'NEW-OS-DISK']),
  'build-new-vm': (subject) => newVm(subject, ['image', 'IMAGE']),
  'copy-data': () => ({ 'guest-bash': inside("sudo rsync -aHAX --numeric-ids '<OLD-VM>:/data/' /data/") }),
  'fix-mounts': ({ osType }) =>
    osType === 'Windows'
      ? { 'guest-powershell': inside('Get-Volume') }
      : { 'guest-bash': inside('sudo blkid\nsudo mount -a') },
  'join-domain': () => ({
    'guest-powershell': inside("Add-Computer -DomainName '<DOMAIN>' -Credential (Get-Credential) -Restart"),
  }),
  'update-set': (subject) => ({
    az: az('vmss update', ...setOf(subject), ['set', 'virtualMachineProfile.securityProfile.encryptionAtHost=true']),
  }),
  'replace-instances': nothing,
  'inspect-disk': (subject) => ({ az: az('disk show', idOf(subject)) }),
  'copy-loose-disk': nothing,
  'remove-extension': (subject) => ({
    az: sequence(
      az(
        'vm extension list',
        ['resource-group', fill(subject.resourceGroup, 'GROUP')],
        ['vm-name', fill(subject.name, 'VM-NAME')],
        ['output', 'table'],
      ),
      '\n',
      az(
        'vm extension delete',
        ['resource-group', fill(subject.resourceGroup, 'GROUP')],
        ['vm-name', fill(subject.name, 'VM-NAME')],
        ['name', missing('EXTENSION-NAME')],
      ),
    ),
  }),
  verify: (subject) => ({
    az: az(
      'vm show',
      ['resource-group', fill(subject.resourceGroup, 'GROUP')],
      ['name', missing('NEW-VM-NAME')],
      ['query', verifyQuery],
    ),
    powershell: sequence(
      '(',
      powerShell(
        'Get-AzVM',
        ['ResourceGroupName', fill(subject.resourceGroup, 'GROUP')],
        ['Name', missing('NEW-VM-NAME')],
      ),
      ').SecurityProfile.EncryptionAtHost',
    ),
  }),
  'new-backup': () => ({
    az: az(
      'backup protection enable-for-vm',
      ['resource-group', missing('VAULT-GROUP')],
      ['vault-name', missing('VAULT-NAME')],
      ['vm', missing('NEW-VM-ID')],
      ['policy-name', missing('POLICY-NAME')],
    ),
  }),
  'clean-up': () => ({
    az: az('keyvault update', ['name', missing('KEY-VAULT')], ['enabled-for-disk-encryption', 'false']),
    powershell: powerShell(
      'Remove-AzKeyVaultAccessPolicy',
      ['VaultName', missing('KEY-VAULT')],
      ['EnabledForDiskEncryption'],
    ),
  }),
}
