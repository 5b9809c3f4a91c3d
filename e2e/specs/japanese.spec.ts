import { expectNamedTables, findings, wordRules } from '../fixtures/axe'
import { expect, people, test } from '../fixtures/test'
import { tour } from '../fixtures/tour'
import { literalTexts, ownTexts } from '../fixtures/visible-words'

/** Names of products and terms that stay in Latin letters in Japanese documentation, and units. */
const names = new Set(
  `Sealwatch Azure Microsoft Entra ADE ARM VM OS LUN KEK JSON PowerShell Linux Windows SSH Premium Standard MB GiB EN Resource
  Ctrl Shift Home End UTC ID az Manager Graph Key Vault Reader Contributor Owner User Access Administrator ubuntu westeurope
  MiB UUID SID XLSX Excel JSON Lines PDF RSA LVM SELinux BitLocker kdump fstab CSV URL EncryptFormatAll
  RBAC TPM TLS NTFS GB LUKS get wrapKey unwrapKey nofail vfat crypt bdehdcfg Deny Permissive
  Marketplace true false API OpenAPI GUID Webhook POST`.split(/\s+/),
)

/** Texts that Azure and its tools show verbatim, accepted only as a whole. */
const literal = [
  'GET virtualMachines/NAME?$expand=instanceView',
  'az vm get-instance-view',
  'az vm show',
  'az vm encryption show',
  'Get-AzVMDiskEncryptionStatus',
  'disks、status、substatus',
  'sealwatch bundle',
  'Azure portal',
  'Azure Disk Encryption',
  'Ultra Disk',
  'Premium SSD v2',
  'Azure Policy',
  'Azure Backup',
  'Azure Instance Metadata Service',
  'Azure Virtual Desktop',
  'Azure Marketplace',
  'Azure Storage',
  'Recovery Services',
  'Windows Server',
  'Server Core',
  'Virtual Machine Contributor',
  'Backup Operator',
  'Fully Decrypted',
  '--os-type',
  '--hyper-v-generation',
  'dm-crypt',
  'initramfs',
  'grub-pc-bin',
  'nmap-ncat',
  'Key Vault Reader',
  'Key Vault Contributor',
  'Key Vault Secrets Officer',
  'Key Vault Crypto Officer',
  'Disk Snapshot Contributor',
  'Resource Policy Contributor',
  'Network Contributor',
  // ARM's own codes, which users search for verbatim.
  'AuthorizationFailed',
  'ResourceNotFound',
]

/** Latin words of a text that are neither names nor data. */
function latinIn(text: string, data: ReadonlySet<string>): readonly string[] {
  let rest = text
  // The longest first: one name may begin with another.
  for (const datum of [...data].sort((one, other) => other.length - one.length)) rest = rest.replaceAll(datum, ' ')
  // URLs, ids, and names with digits, dots or hyphens are data as well.
  rest = rest.replaceAll(/\S*[\d_/@\\][\w./@\\:-]*|\S+\.\S+/g, ' ')
  return (rest.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !names.has(word))
}

test.use({ locale: 'ja-JP' })

// One tour for both checks, because opening the screens takes longer than checking them. Colours and structure are
// checked in the English tour.
test('in Japanese no screen has a finding, and no English except names and Azure’s verbatim texts', async ({
  page,
  tenant,
}) => {
  const data = new Set([
    ...literal,
    ...tenant.created.subscriptions.map(({ name }) => name),
    ...Object.values(people),
    // A user's initials, and the VM that does not exist.
    ...['AT', 'DV', 'vm-none'],
    ...(await tenant.vms()).flatMap(({ id, name }) => [name, id.split('/')[4] ?? '']),
  ])
  const found: string[] = []
  const visit = async (screen: string) => {
    await expectNamedTables(page, screen)
    found.push(...(await findings(page, { only: wordRules })).map((one) => `${screen}: ${one}`))
    const known = new Set([...(await literalTexts(page)), ...data])
    for (const text of await ownTexts(page))
      found.push(...latinIn(text, known).map((word) => `${screen}: ${word} in “${text.slice(0, 120)}”`))
  }
  await tour({ page, tenant, language: 'ja', visit })
  expect(found).toEqual([])
})
