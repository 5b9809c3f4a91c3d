import type { SharedSteps } from '../types'

export const steps: SharedSteps = {
  hold: 'Only wait. Until the text changes: no sign-in, no stop, restart or resize, and no other extension.',
  oneRestartByItself: 'Expect one restart, done by the extension itself; do not restart the VM by hand.',
  usableMeanwhile: 'Wait. The VM can be used, and a restart is tolerated: the work resumes.',
  readStates: 'Check the words for `os` and `data` in the detailed status; they are as old as this status.',
  readLog:
    'Find the last failed command in `/var/log/azure/Microsoft.Azure.Security.AzureDiskEncryptionForLinux/<version>/extension.log`.',
  serialLog:
    'Without SSH, read the serial log in boot diagnostics: lines of the extension start with `[AzureDiskEncryption]`.',
  enableAgain:
    'Remove the cause, snapshot the disks, then send enable with a new `SequenceVersion`; a repeated one does nothing.',
  repeatRequest: 'Send the request again with a new `SequenceVersion`. This attempt left the disks as they were.',
  restore:
    'Do not mend this disk. Restore the snapshot or backup from before the run, remove the cause there, then enable.',
  restartToLeaveMemory:
    'Restart the VM to return to the normal system: its OS disk should still be plain and bootable (inferred).',
  retryMayStartItself:
    'Stop that software right after the restart, since the next try may begin by itself (inferred). If none begins, snapshot and enable again.',
  deallocateStart:
    'Stop (deallocate) the VM, then start it, so that the platform attaches the key volume; a plain restart does not (inferred).',
  keepKeyVolume: 'Leave the small disk labelled `BEK VOLUME` alone: never format, edit or detach it.',
  checkVault:
    'Check the vault: region and subscription of the VM, exact name, not deleted, `enabledForDiskEncryption` set.',
  checkVaultAccess:
    'Check the vault firewall (trusted Microsoft services), the KEK version (enabled, not expired) and policies that deny secrets.',
  tryPackageManager:
    'Run the package manager in the VM by hand and mend what stops it: repository, proxy, DNS, subscription, lock.',
  providePackages:
    'In an isolated network, offer a mirror or install beforehand the packages Microsoft lists for the distribution.',
  keepExtension: 'While any volume is encrypted, keep the extension, the key and the secret.',
  requestAgain: 'Then send the request again with a new `SequenceVersion`; a repeated one does nothing.',
  keepRunning:
    'Keep the VM running until `Decryption succeeded`: an interrupted decryption does not resume by itself (inferred).',
  suspectSoftware:
    'Look for what holds the OS disk: antivirus, backup, monitoring, databases, containers, mounts below system folders.',
  judgeByState:
    'Read the machine state at the end. `split_root_partition`, `encrypt_block_device` or `patch_boot_system`: restore the snapshot or backup.',
  checkBootFirst:
    'Find out first whether the VM boots: its root may have an encryption layer that was set up but not finished.',
  stockLayout: 'For the next run use a VM with the unchanged disk layout of a marketplace image.',
}
