import type { MachineState } from './os-offline'

const home = '/var/lib/waagent/Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.4.0.12/main'

/** The failure of each machine state, in the text of the extension's code. */
export const stateErrors: Readonly<Record<MachineState, string>> = {
  prereq: 'Could not find rootfs block device',
  selinux: 'Command setenforce 0 failed with return code 1\nstdout:\n\nstderr:\nsetenforce: SELinux is disabled\n',
  stripdown: '[Errno 28] No space left on device',
  unmount_oldroot: 'Attempt #11 to unmount /oldroot failed with error: Could not unmount /oldroot in 10 attempts',
  split_root_partition: 'resize2fs failed, desired: 7800320, resized: 7865856',
  encrypt_block_device:
    'Command dd if=/dev/sda1 of=/dev/mapper/osencrypt conv=sparse bs=16M failed with return code 1\nstdout:\n\nstderr:\ndd: writing to /dev/mapper/osencrypt: Input/output error\n',
  patch_boot_system: 'initramfs update failed',
}

function trace(file: string, line: number, call: string, error: string): string {
  return `Traceback (most recent call last):\n  File "${home}/${file}", line ${line}, in ${call}\nException: ${error}\n`
}

/** The failure text of the OS volume; the machine state comes last. */
export function osFailure(state: MachineState | 'uninitialized', error: string): string {
  return `Failed to encrypt OS volume with error: ${error}, stack trace: ${trace('handle.py', 2296, 'daemon_encrypt', error)}, machine state: ${state}`
}

export function dataFailure(error: string): string {
  return `Failed to encrypt data volumes with error: ${error}, stack trace: ${trace('handle.py', 2164, 'daemon_encrypt', error)}`
}

/** A file system the in-place method cannot shrink. */
export const xfsError =
  'Encryption failed for name:sdc1 type:part fstype:xfs mountpoint:/data1 label: model: size:137437904896 majmin:8:33 device_id:'

/** The host could not put the secret into the vault. */
export const vaultError =
  "Encryption settings post request was not accepted. Error: The fault reason was: '  0xc1425072  RUNTIME_E_KEYVAULT_SET_SECRET_FAILED  Failed to set secret to KeyVault '."

/** A fatal check before any change: the whole text is a stack trace that ends with the reason. */
export function preCheckFailure(reason: string): string {
  return `Traceback (most recent call last):\n  File "${home}/handle.py", line 800, in enable\n    check_Util.precheck_for_fatal_failures(public_settings, encryption_status, DistroPatcher, existing_volume_type,check_release_rsa_or_ec_key)\nException: ${reason}\n`
}

export const preCheckReasons = {
  memory: 'Not enough memory for enabling encryption on OS volume. 8 GB memory is recommended.',
  lvm: 'LVM OS disk layout does not satisfy prerequisites ( see https://aka.ms/adelvm )',
  distro: 'Distro debian 12.6 is not supported for OS encryption',
  vault:
    '\nA KeyVault ID and KeyVault URL were provided, but their key vault names did not match\nKey Vault ID: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/kv1\nKey Vault URL: https://kv2.vault.azure.net/\n',
} as const

export const keyVolumeMissing = "'BEK disk is missing or not initialized. BEK disk is not attached.'"
export const packagesFailed =
  'Failed to install cryptsetup package(s) with error: Command: apt-get install timed out. Make sure apt-get is configured correctly and there are no network problems., stack trace: Traceback (most recent call last):\n  ...'
