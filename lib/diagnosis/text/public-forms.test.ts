import { describe, expect, it } from 'vitest'
import { explainText } from './explain-text'

const decidesIn = (text: string): string | undefined => explainText(text).messages.find(({ decides }) => decides)?.kind

describe('forms in which public threads hold a known message', () => {
  it.each([
    // Windows shows its boot screens in the language of its image.
    ['Immetti la chiave di ripristino per questa unità', 'boot-bitlocker-recovery'],
    ['Inserte en la VM la unidad USB que tiene la clave de BitLocker', 'boot-bitlocker-recovery'],
    ['Entrez le mot de passe pour déverrouiller le lecteur [ ]', 'boot-bitlocker-recovery'],
    ['Insira a chave de recuperação desta unidade', 'boot-bitlocker-recovery'],
    ['請插入有 BitLocker 金鑰的 USB 磁碟機', 'boot-bitlocker-recovery'],
    ['BitLocker キーが入った USB ドライブを接続してください', 'boot-bitlocker-recovery'],
    ['回復キーの入力', 'boot-bitlocker-recovery'],
    // The vault as the portal and as the service words it.
    [
      'You cannot list the keys: The operation is not allowed by RBAC. Wait a few minutes if roles changed.',
      'kv-forbidden-by-rbac',
    ],
    [
      'Caller is not authorized to perform action on resource. If role assignments were changed recently, wait.',
      'kv-forbidden-by-rbac',
    ],
    ['Request failed: Key vault not found in the directory', 'kv-wrong-issuer'],
    ['Backup does not have sufficient permissions to the key vault', 'backup-vault-permissions'],
    [
      'The job ended with "Azure Backup does not have sufficient permissions to perform the operation"',
      'backup-vault-permissions',
    ],
    ['エラー コード: UserErrorKeyvaultPermissionsNotConfigured', 'backup-vault-permissions'],
    [
      '{"code":"Conflict","message":"Run command extension execution is in progress. Wait for it."}',
      'arm-another-operation',
    ],
    ['Windows says: The disk is write protected. Remove the protection first.', 'guest-disk-write-protected'],
    // What the client itself refuses never reached Azure.
    [
      'Error: Unsupported block type\n\n  on vm.tf line 12, in resource "azurerm_disk" "lotus":',
      'cli-terraform-configuration',
    ],
    ['Error: azurerm_virtual_machine.lotus: : invalid or unknown key: disk_key', 'cli-terraform-configuration'],
    [
      "The DiskEncryptionSet 'des-lotus' with a user identity is not supported for disk 'data-07'.",
      'arm-encryption-set-unsupported',
    ],
    [
      '2026/05/02 08:11:42 [Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]: 2118: [Info] Command /bin/mount /dev/sdb1 /mnt/azure_bek_disk -t vfat failed with return code 32\n2026/05/02 08:11:42 stdout:\n2026/05/02 08:11:42 \n2026/05/02 08:11:42 stderr:\n2026/05/02 08:11:42 mount: /mnt/azure_bek_disk: /dev/sdb1 already mounted on /mnt/azure_bek_disk.',
      'linux-log-key-volume-mounted',
    ],
  ])('%s', (text, kind) => {
    expect(decidesIn(text)).toBe(kind)
  })

  it.each([
    'The recovery key is in the vault.',
    'Bitte den Schlüssel nicht weitergeben.',
    '回復キーの入力方法について',
    'The directory was not found in the vault.',
    'Backup has sufficient permissions to the key vault.',
    'Command /bin/mount /dev/sdb1 /mnt/azure_bek_disk -t vfat failed with return code 32\nstdout:\n\nstderr:\nmount: wrong fs type',
  ])('and not what only resembles it: %s', (text) => {
    expect([
      'boot-bitlocker-recovery',
      'kv-wrong-issuer',
      'backup-vault-permissions',
      'linux-log-key-volume-mounted',
    ]).not.toContain(decidesIn(text))
  })
})

it('knows the step of a failure by a fault that only this step can have', () => {
  const { problems } = explainText(
    "Failed to encrypt OS volume with error: 'NoneType' object has no attribute 'getFlag'",
  )
  expect(problems[0]?.kind).toBe('os-failed-disk-touched')
})

describe('the own steps of a refusal beside the command that was refused', () => {
  const refused = (message: string) =>
    explainText(
      `PS> az vm encryption disable --name vm-lotus --resource-group rg-harbor --volume-type all\n\n${message}`,
    )
  const shownIn = (message: string): boolean | undefined =>
    refused(message).messages.find(({ decides }) => decides)?.showsNext

  it('are shown where they change no VM, although the request may be running', () => {
    expect(
      shownIn(
        "Multiple VMExtensions per handler not supported for OS type 'Windows'. VMExtension 'AzureDiskEncryption' already added.",
      ),
    ).toBe(true)
  })

  it('are not shown where they send a request, or free cores of VMs', () => {
    for (const message of ['Failed to encrypt data volumes with error: lotus', 'QuotaExceeded'])
      expect(shownIn(message)).not.toBe(true)
  })
})
