import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { expect, people, test } from '../fixtures/test'
import { tableWith } from '../fixtures/tables'
import { vmPath } from '../fixtures/vms'

const { explain, verdict, vm } = messages.en

const stamped = (name: string) => ({
  name,
  encryptionSettings: [{ enabled: true }],
  statuses: [{ code: 'EncryptionState/encrypted', level: 'Info', displayStatus: 'Encryption is enabled on disk' }],
})

/** A VM as ARM returns it: finished, both volumes stamped. */
const armVm = {
  id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm-pasted',
  name: 'vm-pasted',
  location: 'westeurope',
  properties: {
    storageProfile: {
      osDisk: { name: 'os-1', osType: 'Linux', managedDisk: {} },
      dataDisks: [{ name: 'data-1', lun: 0, managedDisk: {} }],
    },
    instanceView: {
      disks: [stamped('os-1'), stamped('data-1')],
      statuses: [{ code: 'PowerState/running' }],
      extensions: [
        {
          name: 'AzureDiskEncryptionForLinux',
          type: 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux',
          typeHandlerVersion: '1.4.0.2',
          statuses: [
            { code: 'ProvisioningState/succeeded', level: 'Info', message: 'Encryption succeeded for all volumes' },
          ],
          substatuses: [{ code: 'ComponentStatus/x/succeeded', message: '{"os": "Encrypted", "data": "Encrypted"}' }],
        },
      ],
    },
  },
  resources: [
    {
      name: 'AzureDiskEncryptionForLinux',
      properties: {
        publisher: 'Microsoft.Azure.Security',
        type: 'AzureDiskEncryptionForLinux',
        typeHandlerVersion: '1.4',
        provisioningState: 'Succeeded',
        settings: { EncryptionOperation: 'EnableEncryption', VolumeType: 'All' },
      },
    },
  ],
}

const azEncryptionShow = {
  disks: [{ ...stamped('os-1'), statuses: [{ ...stamped('os-1').statuses[0], time: '2026-11-01T10:00:00Z' }] }],
  status: [{ code: 'ProvisioningState/succeeded', level: 'Info', message: 'OS disk encryption started' }],
  substatus: [{ code: 'ComponentStatus/x/succeeded', message: '{"os": "EncryptionInProgress", "data": "NotMounted"}' }],
}

const powershell = `
OsVolumeEncrypted          : Encrypted
DataVolumesEncrypted       : NoDiskFound
OsVolumeEncryptionSettings : Microsoft.Azure.Management.Compute.Models.DiskEncryptionSettings
ProgressMessage            : Encryption succeeded for all volumes
`

const field = (page: Page) => page.getByRole('textbox', { name: explain.field })
const result = (page: Page) => page.getByRole('region', { name: explain.result })

test('a pasted text is judged without sign-in and without any request', async ({ page }) => {
  await page.goto('/explain')
  await expect(page).toHaveTitle('Explain · Sealwatch')
  await expect(page.getByText(explain.waiting)).toBeVisible()
  // The page may still load its own files; what matters is that no part of the text is sent.
  const sent: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    const ownFile = request.method() === 'GET' && request.postData() === null && !pathname.startsWith('/api/')
    if (!ownFile || /pasted|os-1/.test(pathname + search)) sent.push(`${request.method()} ${request.url()}`)
  })

  await field(page).fill(JSON.stringify(armVm, null, 2))
  await expect(result(page).getByRole('heading', { name: 'vm-pasted' })).toBeVisible()
  await expect(result(page).getByText(verdict.sentence.encrypted)).toBeVisible()
  await expect(result(page).getByText(/Azure Resource Manager/)).toBeVisible()
  await expect(tableWith(result(page), vm.evidence.against)).toContainText('extension settings')
  await expect(tableWith(result(page), vm.volumes.lun).getByRole('row')).toHaveCount(3)

  await field(page).fill(JSON.stringify(azEncryptionShow))
  await expect(result(page).getByText(explain.input['az-encryption-show'], { exact: false })).toBeVisible()
  await expect(result(page).getByText(verdict.sentence['encrypting-os-silent'])).toBeVisible()
  await expect(result(page).getByText('OS disk encryption started').first()).toBeVisible()

  // PowerShell repeats the extension's status without reading the stamp: at most unverified.
  await field(page).fill(powershell)
  await expect(result(page).getByText(explain.input.powershell, { exact: false })).toBeVisible()
  await expect(result(page).getByText(verdict.sentence.unverified)).toBeVisible()
  await expect(result(page).getByText(verdict.sentence.encrypted)).toHaveCount(0)
  expect(sent, 'requests while texts are judged').toEqual([])
})

test('an unreadable text gets a clear answer, and stays in the field', async ({ page }) => {
  await page.goto('/explain')
  const wrong = {
    'json-invalid': JSON.stringify(armVm).slice(0, 400),
    'not-a-vm': '{"hello": "world"}',
  } as const
  for (const [code, text] of Object.entries(wrong)) {
    await field(page).fill(text)
    const { title } = explain.error[code as keyof typeof wrong]
    await expect(page.getByRole('status').filter({ hasText: title })).toBeVisible()
    await expect(field(page)).toHaveValue(text)
    await expect(result(page)).toHaveCount(0)
  }
  await field(page).fill(JSON.stringify(armVm))
  await expect(result(page)).toBeVisible()
  await page.getByRole('button', { name: explain.clear }).click()
  await expect(field(page)).toHaveValue('')
})

test('each VM of a list is judged under its name, in order, and other items are reported', async ({ page }) => {
  const stopped = structuredClone(armVm)
  stopped.properties.instanceView.disks = []
  await page.goto('/explain')
  await field(page).fill(JSON.stringify({ value: [armVm, {}, { ...stopped, name: 'vm-second' }] }))
  const judged = result(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(explain.several.open) })
  await expect(judged).toHaveCount(2)
  await expect(judged.nth(0)).toContainText('vm-pasted')
  await expect(judged.nth(0)).toContainText(verdict.sentence.encrypted)
  await expect(judged.nth(1)).toContainText('vm-second')
  await expect(judged.nth(1)).not.toContainText(verdict.sentence.encrypted)
  await expect(result(page).getByText(explain.several.unreadable.replace('{places}', '2'))).toBeVisible()
  await judged.nth(0).getByText(explain.several.open).click()
  await expect(tableWith(judged.nth(0), vm.evidence.against)).toContainText('extension settings')
})

test('a file is read in the browser, an oversized one is refused, and a change of language keeps the text', async ({
  page,
}) => {
  await page.goto('/explain')
  const choose = page.getByLabel(explain.file)
  await choose.setInputFiles({
    name: 'vm.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(armVm)),
  })
  await expect(result(page).getByRole('heading', { name: 'vm-pasted' })).toBeVisible()

  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemradio', { name: '日本語' }).click()
  await expect(page.getByRole('heading', { level: 1, name: messages.ja.explain.title })).toBeVisible()
  await expect(page.getByRole('textbox', { name: messages.ja.explain.field })).toHaveValue(JSON.stringify(armVm))
  await page.getByRole('button', { name: messages.ja.frame.language }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: explain.title })).toBeVisible()

  const tooLarge = Buffer.alloc(9 * 1024 * 1024, '{"name": "vm"} ')
  await choose.setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer: tooLarge })
  await expect(page.getByRole('status').filter({ hasText: explain.error['too-large'].title })).toBeVisible()
})

test('a guest’s message stays text in a pasted input as well', async ({ page }) => {
  const hostile = `<img src=x onerror="document.title='taken'"><script>alert(1)</script>`
  const body = structuredClone(armVm)
  body.properties.instanceView.extensions[0]!.statuses[0]!.message = hostile
  await page.goto('/explain')
  await field(page).fill(JSON.stringify({ ...body, name: hostile }))
  await expect(result(page).getByText(hostile, { exact: false }).first()).toBeVisible()
  await expect(result(page).getByRole('img', { name: 'x' })).toHaveCount(0)
  await expect(page).toHaveTitle('Explain · Sealwatch')
})

test('pasting the raw JSON of a VM gives the verdict of its page', async ({ page, tenant, signIn }) => {
  await signIn(people.chiara, `${await vmPath(tenant, 'vm-odd-conflict')}?view=raw`)
  const raw = await page.getByRole('region', { name: vm.raw.label }).innerText()
  await page.goto('/explain')
  await field(page).fill(raw)
  await expect(result(page).getByRole('heading', { name: 'vm-odd-conflict' })).toBeVisible()
  await expect(result(page).getByText(verdict.sentence['conflict-both'])).toBeVisible()
})
