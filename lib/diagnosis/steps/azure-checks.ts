import { az, powerShell, sequence } from '../commands/build'
import type { CommandSubject } from '../commands/subject'
import type { Commands } from '../commands/types'
import { fill } from '../commands/values'
import {
  azHere,
  azVault,
  azVm,
  keyParts,
  lines,
  checkStep,
  named,
  psHere,
  psOfVm,
  psVault,
  psVm,
  type Parts,
} from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

const table = ['output', 'table'] as const
const json = ['output', 'json'] as const

/** What every extension reports, and the key settings of every disk. */
const showAz = (subject: CommandSubject): Parts =>
  azVm(
    subject,
    'vm get-instance-view',
    [
      'query',
      'instanceView.{extensions:extensions[].{name:name,statuses:statuses,substatuses:substatuses},disks:disks}',
    ],
    json,
  )

const showEncryption = (subject: CommandSubject): Commands => ({
  az: showAz(subject),
  powershell: psHere(subject, psOfVm(subject, 'Get-AzVMDiskEncryptionStatus')),
})

/**
 * Windows writes nothing of its boot to the serial log: its screen is in the screenshot, of which azure-cli gives the
 * address. https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/troubleshoot-bitlocker-boot-error
 */
function bootLog(subject: CommandSubject): Commands {
  const { osType } = subject
  const log = azVm(subject, 'vm boot-diagnostics get-boot-log')
  const screen = azVm(
    subject,
    'vm boot-diagnostics get-boot-log-uris',
    ['query', 'consoleScreenshotBlobUri'],
    ['output', 'tsv'],
  )
  return {
    az: lines(osType === 'Linux' ? [log] : osType === 'Windows' ? [screen] : [log, screen]),
    powershell: psHere(
      subject,
      psVm(subject, 'Get-AzVMBootDiagnosticsData', [osType === 'Windows' ? 'Windows' : 'Linux'], ['LocalPath', '.']),
    ),
  }
}

/** What Azure shows about the VM itself. */
const vm = {
  'show-encryption': checkStep('reader', showEncryption),
  'check-nothing-runs': checkStep('reader', showEncryption),
  'check-still-at-boot': checkStep('virtual-machine-contributor', bootLog),
  'show-power-state': checkStep('reader', (subject) => ({
    az: azVm(subject, 'vm get-instance-view', ['query', 'instanceView.statuses[].displayStatus'], ['output', 'tsv']),
    powershell: psHere(subject, '(', psVm(subject, 'Get-AzVM', ['Status']), ').Statuses'),
  })),
  'show-agent': checkStep('reader', (subject) => ({
    az: azVm(subject, 'vm get-instance-view', ['query', 'instanceView.vmAgent'], json),
    powershell: psHere(subject, '(', psVm(subject, 'Get-AzVM', ['Status']), ').VMAgent'),
  })),
  'show-extensions': checkStep('reader', (subject) => ({
    az: azHere(
      subject,
      'vm extension list',
      ['resource-group', named.group(subject)],
      ['vm-name', named.vm(subject)],
      ['query', '[].{name:name,publisher:publisher,type:typePropertiesType,state:provisioningState}'],
      table,
    ),
    powershell: psHere(
      subject,
      psOfVm(subject, 'Get-AzVMExtension'),
      ' | Select-Object Name,Publisher,ExtensionType,ProvisioningState',
    ),
  })),
  'show-this-extension': checkStep('reader', (subject) => ({
    az: azHere(
      subject,
      'vm extension show',
      ['resource-group', named.group(subject)],
      ['vm-name', named.vm(subject)],
      ['name', named.extension(subject)],
      ['instance-view'],
    ),
    powershell: psHere(subject, psOfVm(subject, 'Get-AzVMExtension', ['Name', named.extension(subject)], ['Status'])),
  })),
  'show-recent-changes': checkStep('reader', (subject) => ({
    az: azHere(
      subject,
      'monitor activity-log list',
      ['resource-group', named.group(subject)],
      ['offset', '7d'],
      ['query', '[].{time:eventTimestamp,what:operationName.localizedValue,on:resourceId,who:caller,how:status.value}'],
      table,
    ),
    powershell: psHere(
      subject,
      powerShell('Get-AzActivityLog', ['ResourceGroupName', named.group(subject)]),
      ' -StartTime (Get-Date).AddDays(-7) | Select-Object EventTimestamp,OperationName,ResourceId,Caller,Status',
    ),
  })),
  // https://learn.microsoft.com/azure/virtual-machines/disks-metrics
  'show-disk-traffic': checkStep('reader', (subject) => ({
    az: azHere(
      subject,
      'monitor metrics list',
      ['resource-type', 'Microsoft.Compute/virtualMachines'],
      ['resource-group', named.group(subject)],
      ['resource', named.vm(subject)],
      ['metrics', 'OS Disk Read Bytes/sec', 'OS Disk Write Bytes/sec'],
      ['offset', '1h'],
      ['interval', 'PT5M'],
      table,
    ),
    powershell: psHere(
      subject,
      '$vm = ',
      psVm(subject, 'Get-AzVM'),
      '\n',
      powerShell('Get-AzMetric', ['MetricName', 'OS Disk Read Bytes/sec', 'OS Disk Write Bytes/sec']),
      ' -ResourceId $vm.Id -StartTime (Get-Date).AddHours(-1) -TimeGrain 00:05:00',
    ),
  })),
  'save-boot-log': checkStep('virtual-machine-contributor', bootLog),
} satisfies Partial<Record<StepKind, Step>>

const disks = {
  'show-disk-settings': checkStep('reader', (subject) => {
    const names = [
      { name: named.osDisk(subject), group: named.diskGroup(subject) },
      ...(subject.dataDisks ?? []).map((name, index) => ({
        name: fill(name, 'DISK-NAME'),
        group: fill(subject.dataDiskGroups[index] ?? null, 'DISK-RESOURCE-GROUP'),
      })),
    ]
    return {
      az: lines(
        names.map(({ name, group }) =>
          azHere(
            subject,
            'disk show',
            ['resource-group', group],
            ['name', name],
            ['query', '{name:name,settings:encryptionSettingsCollection,encryption:encryption.type}'],
            json,
          ),
        ),
      ),
      powershell: psHere(
        subject,
        lines(
          names.map(({ name, group }) =>
            sequence(
              '(',
              powerShell('Get-AzDisk', ['ResourceGroupName', group], ['DiskName', name]),
              ').EncryptionSettingsCollection',
            ),
          ),
        ),
      ),
    }
  }),
  // The settings of dual pass are on the VM, those of single pass on its disks.
  'check-nothing-encrypted': checkStep('reader', (subject) => ({
    az: lines([showAz(subject), azVm(subject, 'vm show', ['query', 'storageProfile.osDisk.encryptionSettings'], json)]),
    powershell: psHere(
      subject,
      psOfVm(subject, 'Get-AzVMDiskEncryptionStatus'),
      '\n(',
      psVm(subject, 'Get-AzVM'),
      ').StorageProfile.OsDisk.EncryptionSettings',
    ),
  })),
  'show-snapshots': checkStep('reader', (subject) => ({
    az: azHere(
      subject,
      'snapshot list',
      ['resource-group', named.diskGroup(subject)],
      ['query', '[].{name:name,created:timeCreated,source:creationData.sourceResourceId}'],
      table,
    ),
    powershell: psHere(
      subject,
      powerShell('Get-AzSnapshot', ['ResourceGroupName', named.diskGroup(subject)]),
      " | Select-Object Name,TimeCreated,@{Name='Source';Expression={$_.CreationData.SourceResourceId}}",
    ),
  })),
} satisfies Partial<Record<StepKind, Step>>

/** What Azure shows about related resources. */
const around = {
  'show-size': checkStep('reader', (subject) => ({
    az: azHere(
      subject,
      'vm list-skus',
      ['location', named.region(subject)],
      ['size', named.size(subject)],
      ['resource-type', 'virtualMachines'],
      ['query', '[].{name:name,capabilities:capabilities[?name==`MemoryGB` || name==`HyperVGenerations`]}'],
      json,
    ),
    powershell: psHere(
      subject,
      powerShell('Get-AzComputeResourceSku', ['Location', named.region(subject)]),
      ' | ',
      powerShell('Where-Object', ['Property', 'Name'], ['EQ'], ['Value', named.size(subject)]),
      ' | Select-Object -ExpandProperty Capabilities',
    ),
  })),
  'show-vault': checkStep('reader', (subject) => ({
    az: azVault(
      subject,
      'keyvault show',
      [
        'query',
        '{region:location,forDisks:properties.enabledForDiskEncryption,rbac:properties.enableRbacAuthorization,softDelete:properties.enableSoftDelete,firewall:properties.networkAcls,publicAccess:properties.publicNetworkAccess}',
      ],
      json,
    ),
    powershell: psVault(subject, powerShell('Get-AzKeyVault', ['VaultName', named.vault(subject)])),
  })),
  'show-key': checkStep('key-vault-reader', (subject) => {
    const { url, vault, name, version } = keyParts(subject)
    return {
      az: az(
        'keyvault key show',
        ['id', url],
        ['query', '{enabled:attributes.enabled,expires:attributes.expires,type:key.kty}'],
        json,
      ),
      powershell: powerShell('Get-AzKeyVaultKey', ['VaultName', vault], ['Name', name], ['Version', version]),
    }
  }),
  'show-secret': checkStep('key-vault-reader', (subject) => ({
    az: az(
      'keyvault secret list',
      ['vault-name', named.vault(subject)],
      [
        'query',
        '[].{id:id,vm:tags.MachineName,file:tags.DiskEncryptionKeyFileName,volume:tags.VolumeLetter,enabled:attributes.enabled,expires:attributes.expires}',
      ],
      table,
    ),
    powershell: powerShell('Get-AzKeyVaultSecret', ['VaultName', named.vault(subject)]),
  })),
  'show-policies': checkStep('reader', (subject) => ({
    az: az(
      'policy assignment list',
      ['disable-scope-strict-match'],
      ['scope', named.vaultId(subject)],
      ['query', '[].{name:displayName,id:id,enforced:enforcementMode,definition:policyDefinitionId}'],
      json,
    ),
    powershell: psVault(subject, powerShell('Get-AzPolicyAssignment', ['Scope', named.vaultId(subject)])),
  })),
  'show-locks': checkStep('reader', (subject) => ({
    az: azHere(
      subject,
      'lock list',
      ['resource-group', named.group(subject)],
      ['query', '[].{name:name,level:level,id:id}'],
      table,
    ),
    powershell: psHere(subject, powerShell('Get-AzResourceLock', ['ResourceGroupName', named.group(subject)])),
  })),
  'show-network-rules': checkStep('network-contributor', (subject) => ({
    az: azHere(
      subject,
      'network nic list-effective-nsg',
      ['resource-group', named.networkInterfaceGroup(subject)],
      ['name', named.networkInterface(subject)],
    ),
    powershell: psHere(
      subject,
      powerShell(
        'Get-AzEffectiveNetworkSecurityGroup',
        ['ResourceGroupName', named.networkInterfaceGroup(subject)],
        ['NetworkInterfaceName', named.networkInterface(subject)],
      ),
    ),
  })),
} satisfies Partial<Record<StepKind, Step>>

export const azureChecks = { ...vm, ...disks, ...around }
