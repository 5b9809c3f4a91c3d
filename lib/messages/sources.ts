import type { MessageOrigin } from './entry'

const github = 'https://github.com/Azure'
const learn = 'https://learn.microsoft.com'

/** Where most texts of each writer were read; beside an entry of the catalogue stands what only that one needs. */
export const messageSources: Readonly<Record<MessageOrigin, readonly string[]>> = {
  'linux-extension': [
    `${github}/azure-linux-extensions/tree/affba5a9/VMEncryption/main`,
    `${github}/azure-linux-extensions/tree/41dd1ea6/VMEncryption/main`,
  ],
  'windows-extension': [
    `${learn}/azure/virtual-machines/windows/disk-encryption-troubleshooting`,
    `${github}/azure-powershell/issues/3945`,
  ],
  platform: [
    `${learn}/azure/virtual-machines/error-codes-extensions`,
    `${learn}/azure/key-vault/general/rest-error-codes`,
    `${github}/WALinuxAgent/blob/master/azurelinuxagent/ga/exthandlers.py`,
  ],
  powershell: [`${github}/azure-powershell/tree/main/src/Compute/Compute/Extension/AzureDiskEncryption`],
  'azure-cli': [`${github}/azure-cli/blob/dev/src/azure-cli/azure/cli/command_modules/vm/disk_encryption.py`],
  guest: [
    `${learn}/troubleshoot/azure/virtual-machines/linux/unlock-encrypted-linux-disk-offline-repair`,
    `${learn}/troubleshoot/azure/virtual-machines/windows/troubleshoot-bitlocker-boot-error`,
  ],
}
