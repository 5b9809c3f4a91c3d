import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { fleetAnswer } from '../fixtures/fleet-answer'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { expect, inTenant, leaveToSignIn, people, pickPerson, test } from '../fixtures/test'
import { vmPath } from '../fixtures/vms'

const { fleet: texts, vm: vmTexts, errors } = messages.en

/** What a page says, without the names that its own address holds. */
async function saidOn(page: Page, name: string): Promise<string> {
  await expect(page.getByRole('heading', { level: 1, name: vmTexts.error.title['not-found'] })).toBeVisible()
  return (await page.getByRole('main').innerText()).replaceAll(name, 'NAME')
}

test('a subscription that may not be read is named, and nothing of it is counted', async ({
  page,
  signIn,
  otherBrowser,
}) => {
  await signIn(people.aiko)
  const fleet = fleetOn(page)
  await expectLoaded(page)
  const gapsButton = page.getByRole('button', { name: /^1 subscription and \d+ VMs? could not be read$/ })
  await gapsButton.click()
  const gaps = page.getByRole('dialog', { name: texts.gaps.title })
  await expect(gaps).toContainText('Contoso Payments')
  await expect(gaps).toContainText(errors['arm-denied'].cause)
  await page.keyboard.press('Escape')
  await expect(gaps).toBeHidden()
  await expect(gapsButton).toBeFocused()
  await page.keyboard.press('/')
  await expect(fleet.search).toBeFocused()
  await page.keyboard.type('vm-pay')
  await expect(page.getByRole('heading', { name: texts.filtered.title })).toBeVisible()

  // The same address for someone with more rights.
  const other = await otherBrowser()
  await signIn(people.chiara, '/', other)
  await expectLoaded(other)
  await expect(other.getByText(/VMs in 5 subscriptions/)).toBeVisible()
  await expect(fleetOn(other).search).toBeVisible()
  await fleetOn(other).search.fill('vm-pay-gw')
  await expect(fleetOn(other).table.getByRole('rowheader')).toHaveText(['vm-pay-gw-01', 'vm-pay-gw-02'])
  expect(await fleet.names()).toEqual([])
})

test('who may read one group gets that group and no name of any other', async ({ page, request, tenant, signIn }) => {
  await signIn(people.ben, '/?column=group&sort=group')
  await expectLoaded(page)
  const fleet = fleetOn(page)
  const rows = fleet.table.getByRole('row').filter({ has: page.getByRole('rowheader') })
  const names = await fleet.names()
  expect(names.length).toBeGreaterThan(4)
  for (const row of await rows.all()) await expect(row).toContainText('rg-erp-prod')
  expect(new Set(names.map((name) => name.slice(0, 7)))).toEqual(new Set(['vm-erp-']))
  const { text } = await fleetAnswer(request, await tenant.token({ person: people.ben }))
  expect(text, 'the answer itself').not.toMatch(/rg-data-prod|rg-sap-prod|rg-jp|rg-stg|payments|vm-pg|vm-sap/i)
})

test('a VM link without rights tells the same as a link to nothing, and how to get the right', async ({
  page,
  tenant,
  signIn,
}) => {
  const hidden = await vmPath(tenant, 'vm-sap-hana-01')
  const nothing = hidden.replace('vm-sap-hana-01', 'vm-sap-none-01')
  await signIn(people.ben, hidden)
  const first = await saidOn(page, 'vm-sap-hana-01')
  await expect(page.getByText(/ben\.ortiz@contoso\.example/).first()).toBeVisible()
  await expect(page.getByText(/az role assignment create --role Reader/)).toBeVisible()
  await page.getByText('PowerShell', { exact: true }).click()
  await expect(page.getByText(/New-AzRoleAssignment -RoleDefinitionName Reader/)).toBeVisible()

  await page.goto(inTenant(nothing, tenant.tenantId))
  expect(await saidOn(page, 'vm-sap-none-01')).toBe(first)
  await page.goto(inTenant('/vm/00000000-0000-4000-8000-000000000001/rg-none/vm-none', tenant.tenantId))
  await expect(page.getByRole('heading', { level: 1, name: vmTexts.error.title['not-found'] })).toBeVisible()

  // The very answers, but for the id of the request.
  const token = await tenant.token({ person: people.ben })
  const answers = await Promise.all(
    [hidden, nothing].map(async (path) => {
      const response = await page.request.get(`/api/v1${path.replace('/vm/', '/vms/')}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const { requestId, ...rest } = (await response.json()) as { requestId: string }
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
      return { status: response.status(), ...rest }
    }),
  )
  expect(answers[1]).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ status: 404, code: 'not-found' })
})

test('who may read nothing learns which role is missing and what to send to whom', async ({ page, signIn }) => {
  await signIn(people.dmitri)
  await expect(page.getByRole('heading', { name: texts.denied.title })).toBeVisible()
  await expect(page.getByText(texts.denied.grantsText)).toBeVisible()
  await expect(page.getByText(/az role assignment create --role Reader/)).toBeVisible()
  await expect(page.getByText(/'dmitri\.volkov@contoso\.example'/)).toBeVisible()
  // Not read is not zero.
  for (const name of fleetOn(page).stateNames) await expect(fleetOn(page).count(name)).toHaveAccessibleName(/not read$/)
})

test('subscriptions without readable VMs are listed with the answer that each gave', async ({ page, makeTenant }) => {
  const tenant = await makeTenant({ scenario: 'denied' })
  await page.goto(inTenant('/', tenant.tenantId))
  await leaveToSignIn(page)
  await pickPerson(page, people.aiko)
  await expect(page.getByRole('heading', { name: texts.denied.title })).toBeVisible()
  for (const name of ['Northwind Production', 'Northwind Test', 'Northwind Archive'])
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText(errors['arm-denied'].title)
})

test('who may not see disks and extensions is never told that a VM is not encrypted when it is', async ({
  request,
  tenant,
}) => {
  await tenant.clock({ freeze: true })
  const [mine, all] = await Promise.all(
    [people.ivan, people.chiara].map(async (person) => fleetAnswer(request, await tenant.token({ person }))),
  )
  const claims = [...(mine?.rows ?? [])].filter(([, row]) => row.state === 'not-encrypted')
  expect(claims.length).toBeGreaterThan(0)
  expect(claims.map(([key]) => [key, all?.rows.get(key)?.state])).toEqual(claims.map(([key]) => [key, 'not-encrypted']))
})
