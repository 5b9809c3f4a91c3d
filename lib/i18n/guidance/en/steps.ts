import type { SharedSteps } from '../types'

export const steps: SharedSteps = {
  hold: 'Only wait. Until the message changes: no sign-in, no stop, restart or resize, and no other extension.',
  oneRestartByItself: 'Expect one automatic restart by the extension; do not restart the VM manually.',
  usableMeanwhile: 'Wait. You can use the VM, and a restart is tolerated: encryption resumes.',
  readStates: 'Check `os` and `data` in the detailed status; they are as old as this status.',
  readLog:
    'Find the last failed command in `/var/log/azure/Microsoft.Azure.Security.AzureDiskEncryptionForLinux/<version>/extension.log`.',
  serialLog:
    'Without SSH, read the serial log in boot diagnostics: lines of the extension start with `[AzureDiskEncryption]`.',
  enableAgain:
    'Remove the cause, snapshot the disks, then send enable with a new `SequenceVersion`; a repeated one does nothing.',
  repeatRequest: 'Send the request again with a new `SequenceVersion`. This attempt left the disks as they were.',
  restore:
    'Do not repair this disk. Restore the snapshot or backup from before the run, remove the cause there, then enable.',
  restartToLeaveMemory:
    'Restart the VM to return to the normal system: its OS disk should still be bootable (inferred). If it is not, restore the snapshot or backup.',
  retryMayStartItself:
    'Stop that software right after the restart, since the next attempt may start automatically (inferred). If none starts, snapshot and enable again.',
  deallocateStart:
    'Only if no encryption is running and the key opens a copy of the disk, stop (deallocate) and start the VM: a restart attaches no key volume (inferred).',
  keepKeyVolume: 'Do not touch the small disk labelled `BEK VOLUME`: never format, edit or detach it.',
  checkVault:
    'Check the vault: region and subscription of the VM, exact name, not deleted, `enabledForDiskEncryption` set.',
  checkVaultAccess:
    'Check the vault firewall (trusted Microsoft services), the KEK version (enabled, not expired) and policies that deny secrets.',
  tryPackageManager:
    'Run the package manager in the VM manually and fix what stops it: repository, proxy, DNS, subscription, lock.',
  providePackages:
    'In an isolated network, provide a mirror, or install the packages that Microsoft lists for the distribution beforehand.',
  keepExtension: 'While any volume is encrypted, keep the extension, the key and the secret.',
  requestAgain: 'Then send the request again with a new `SequenceVersion`; a repeated one does nothing.',
  keepRunning:
    'Keep the VM running until `Decryption succeeded`: an interrupted decryption does not resume on its own (inferred).',
  suspectSoftware:
    'Check what keeps the OS disk in use: antivirus, backup, monitoring, databases, containers, mounts below system folders.',
  judgeByState:
    'Read the machine state or the step in the stack trace. From `split_root_partition` on, restore the snapshot or backup.',
  checkBootFirst: 'First check whether the VM boots: its root may have an incomplete encryption layer.',
  stockLayout: 'For the next run use a VM with the unchanged disk layout of a marketplace image.',
}
