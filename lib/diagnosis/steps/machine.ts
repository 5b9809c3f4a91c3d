import { powerShell, sequence } from '../commands/build'
import type { CommandSubject } from '../commands/subject'
import type { Commands } from '../commands/types'
import { fill, type Filled } from '../commands/values'
import { act, azHere, azVm, lines, named, own, psHere, psVm, type Parts } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

const contributor = 'virtual-machine-contributor'
const newDisk = own('NEW-DISK-NAME')
const snapshot = own('SNAPSHOT-NAME')
// Two snapshots of one name would collide.
const newOsSnapshot = own('NEW-SNAPSHOT-OF-OS-DISK')
const newDataSnapshot = own('NEW-SNAPSHOT-OF-EACH-DATA-DISK')
// A disk from a snapshot gets the default type and no zone, unless the command names them.
const sku = own('SKU-OF-OLD-DISK')
const zone = own('ZONE-OF-OLD-DISK')

function restart(subject: CommandSubject): Commands {
  return { az: azVm(subject, 'vm restart'), powershell: psHere(subject, psVm(subject, 'Restart-AzVM')) }
}

function snapshotOf(subject: CommandSubject, disk: Filled, group: Filled, name: Filled): Commands {
  return {
    az: azHere(subject, 'snapshot create', ['resource-group', group], ['name', name], ['source', disk]),
    powershell: sequence(
      '$disk = ',
      powerShell('Get-AzDisk', ['ResourceGroupName', group], ['DiskName', disk]),
      '\n$config = New-AzSnapshotConfig -SourceUri $disk.Id -Location $disk.Location -CreateOption Copy\n',
      powerShell('New-AzSnapshot', ['ResourceGroupName', group], ['SnapshotName', name]),
      ' -Snapshot $config',
    ),
  }
}

function snapshots(subject: CommandSubject): Commands {
  const { dataDisks, dataDiskGroups, hasOsSnapshots } = subject
  // A snapshot is made in the resource group of its disk, where its name leads to it.
  const data =
    dataDisks === null
      ? [snapshotOf(subject, own('EACH-DATA-DISK-NAME'), own('DISK-RESOURCE-GROUP'), newDataSnapshot)]
      : dataDisks.map((name, index) =>
          snapshotOf(
            subject,
            fill(name, 'DISK-NAME'),
            fill(dataDiskGroups[index] ?? null, 'DISK-RESOURCE-GROUP'),
            newDataSnapshot,
          ),
        )
  const os = hasOsSnapshots ? [snapshotOf(subject, named.osDisk(subject), named.diskGroup(subject), newOsSnapshot)] : []
  const each = [...os, ...data]
  if (each.length === 0) return {}
  return {
    az: lines(each.map(({ az = [] }) => az)),
    powershell: psHere(subject, lines(each.map(({ powershell = [] }) => powershell))),
  }
}

function diskFromSnapshot(
  subject: CommandSubject,
  group: Filled = named.diskGroup(subject),
): { readonly az: Parts; readonly powershell: Parts } {
  return {
    az: lines([
      azHere(
        subject,
        'disk show',
        ['resource-group', group],
        ['name', own('OLD-DISK-NAME')],
        ['query', '{sku:sku.name,zones:zones}'],
      ),
      azHere(
        subject,
        'disk create',
        ['resource-group', group],
        ['name', newDisk],
        ['source', snapshot],
        ['sku', sku],
        ['zone', zone],
      ),
    ]),
    powershell: sequence(
      '$snapshot = ',
      powerShell('Get-AzSnapshot', ['ResourceGroupName', group], ['SnapshotName', snapshot]),
      '\n$config = ',
      powerShell('New-AzDiskConfig', ['SkuName', sku], ['Zone', zone]),
      ' -SourceResourceId $snapshot.Id -Location $snapshot.Location -CreateOption Copy\n$disk = ',
      powerShell('New-AzDisk', ['ResourceGroupName', group], ['DiskName', newDisk]),
      ' -Disk $config\n$vm = ',
      psVm(subject, 'Get-AzVM'),
    ),
  }
}

function restoreOsDisk(subject: CommandSubject): Commands {
  const made = diskFromSnapshot(subject)
  return {
    az: lines([
      made.az,
      azVm(subject, 'vm deallocate'),
      azVm(subject, 'vm update', ['os-disk', newDisk]),
      azVm(subject, 'vm start'),
    ]),
    powershell: psHere(
      subject,
      lines([made.powershell, psVm(subject, 'Stop-AzVM')]),
      '\nSet-AzVMOSDisk -VM $vm -ManagedDiskId $disk.Id -Name $disk.Name | Out-Null\n',
      powerShell('Update-AzVM', ['ResourceGroupName', named.group(subject)]),
      ' -VM $vm\n',
      psVm(subject, 'Start-AzVM'),
    ),
  }
}

function restoreDataDisk(subject: CommandSubject): Commands {
  const groups = new Set(subject.dataDiskGroups.map((group) => group?.toLowerCase()))
  const [group] = subject.dataDiskGroups
  const made = diskFromSnapshot(subject, fill(groups.size === 1 ? (group ?? null) : null, 'DISK-RESOURCE-GROUP'))
  const damaged = own('DAMAGED-DISK-NAME')
  const vm = [
    ['resource-group', named.group(subject)],
    ['vm-name', named.vm(subject)],
  ] as const
  return {
    az: lines([
      made.az,
      azHere(subject, 'vm disk detach', ...vm, ['name', damaged]),
      azHere(subject, 'vm disk attach', ...vm, ['name', newDisk], ['lun', own('LUN-OF-OLD-DISK')]),
    ]),
    powershell: psHere(
      subject,
      made.powershell,
      '\n$vm = ',
      powerShell('Remove-AzVMDataDisk', ['DataDiskNames', damaged]),
      " -VM $vm\n$vm = Add-AzVMDataDisk -VM $vm -ManagedDiskId $disk.Id -Name $disk.Name -CreateOption Attach -Lun '<LUN-OF-OLD-DISK>'\n",
      powerShell('Update-AzVM', ['ResourceGroupName', named.group(subject)]),
      ' -VM $vm',
    ),
  }
}

/** Creates a second VM from the snapshot; the first one is neither stopped nor changed. */
function buildFromSnapshot(subject: CommandSubject): Commands {
  const made = diskFromSnapshot(subject)
  const name = own('NEW-VM-NAME')
  return {
    az: lines([
      made.az,
      azHere(
        subject,
        'vm create',
        ['resource-group', named.group(subject)],
        ['name', name],
        ['attach-os-disk', newDisk],
        ['os-type', subject.osType ?? own('LINUX-OR-WINDOWS')],
        ['size', named.size(subject)],
      ),
    ]),
    powershell: psHere(
      subject,
      made.powershell,
      '\n$new = ',
      powerShell('New-AzVMConfig', ['VMName', name], ['VMSize', named.size(subject)]),
      '\n$new = Set-AzVMOSDisk -VM $new -ManagedDiskId $disk.Id -CreateOption Attach ',
      subject.osType === 'Windows' ? '-Windows' : '-Linux',
      '\n$new = Add-AzVMNetworkInterface -VM $new -Id ',
      "'<NEW-NETWORK-INTERFACE-ID>'\n",
      powerShell('New-AzVM', ['ResourceGroupName', named.group(subject)]),
      ' -Location $disk.Location -VM $new',
    ),
  }
}

const repairVm = act(contributor, 'harmless', (subject) => ({
  az: lines([
    azVm(subject, 'vm repair create', ['repair-username', own('NEW-USER-NAME')], ['unlock-encrypted-vm'], ['verbose']),
  ]),
}))

/** Changes of the VM and its disks. */
export const machineSteps = {
  'snapshot-disks': act('disk-snapshot-contributor', 'harmless', snapshots),
  'restart-vm': act(contributor, ['restart'], restart),
  'restart-windows': act(contributor, ['restart'], restart),
  'restart-to-leave-memory-system': act(contributor, ['restart'], restart),
  'restart-to-resume': act(contributor, ['restart'], restart),
  'start-vm': act(contributor, 'harmless', (subject) => ({
    az: azVm(subject, 'vm start'),
    powershell: psHere(subject, psVm(subject, 'Start-AzVM')),
  })),
  'deallocate-and-start': act(contributor, ['stops-vm', 'needs-key'], (subject) => ({
    az: lines([azVm(subject, 'vm deallocate'), azVm(subject, 'vm start')]),
    powershell: psHere(subject, lines([psVm(subject, 'Stop-AzVM'), psVm(subject, 'Start-AzVM')])),
  })),
  'resize-vm': act(contributor, ['stops-vm', 'needs-key'], (subject) => ({
    az: lines([
      azVm(subject, 'vm list-vm-resize-options', ['output', 'table']),
      azVm(subject, 'vm resize', ['size', own('LARGER-VM-SIZE')]),
    ]),
    powershell: psHere(
      subject,
      '$vm = ',
      psVm(subject, 'Get-AzVM'),
      "\n$vm.HardwareProfile.VmSize = '<LARGER-VM-SIZE>'\n",
      powerShell('Update-AzVM', ['ResourceGroupName', named.group(subject)]),
      ' -VM $vm',
    ),
  })),
  'restore-os-disk': act(contributor, ['replaces-disk', 'stops-vm', 'needs-key'], restoreOsDisk),
  'restore-data-disk': act(contributor, ['replaces-disk'], restoreDataDisk),
  'build-vm-from-snapshot': act(contributor, 'harmless', buildFromSnapshot),
  'repair-offline': repairVm,
  // The command swaps the disk and neither stops nor starts the VM.
  // https://github.com/Azure/azure-cli-extensions/blob/b16e96c0396d377cc984c6cf18b7f7d59d14cc8f/src/vm-repair/azext_vm_repair/custom.py
  'swap-repaired-disk': act(contributor, ['replaces-disk', 'stops-vm', 'needs-key'], (subject) => ({
    az: lines([
      azVm(subject, 'vm deallocate'),
      azVm(subject, 'vm repair restore', ['verbose']),
      azVm(subject, 'vm start'),
    ]),
  })),
  'prove-key-on-copy': repairVm,
} satisfies Partial<Record<StepKind, Step>>
