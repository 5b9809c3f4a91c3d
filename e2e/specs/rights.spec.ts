import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { fleetAnswer } from '../fixtures/fleet-answer'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { expect, inTenant, leaveToSignIn, people, pickPerson, test } from '../fixtures/test'
import { vmPath } from '../fixtures/vms'

const { fleet: texts, vm: vmTexts, errors } = messages.en

/** The text of a page, without the names in its own URL. */
async function saidOn(page: Page, name: string): Promise<string> {
  await expect(page.getByRole('heading', { level: 1, name: vmTexts.error.title['not-found'] })).toBeVisible()
  return (await page.getByRole('main').innerText()).replaceAll(name, 'NAME')
}

test('a subscription that may not be read is named, and none of its VMs is counted', async ({
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

  // The same URL for a user with more permissions.
  const other = await otherBrowser()
  await signIn(people.chiara, '/', other)
  await expectLoaded(other)
  await expect(other.getByText(/VMs in 5 subscriptions/)).toBeVisible()
  await expect(fleetOn(other).search).toBeVisible()
  await fleetOn(other).search.fill('vm-pay-gw')
  await expect(fleetOn(other).table.getByRole('rowheader')).toHaveText(['vm-pay-gw-01', 'vm-pay-gw-02'])
  expect(await fleet.names()).toEqual([])
})

test('access to one group returns that group and no name of any other', async ({ page, request, tenant, signIn }) => {
  await signIn(people.ben, '/?column=group&sort=group')
  await expectLoaded(page)
  const fleet = fleetOn(page)
  const rows = fleet.table.getByRole('row').filter({ has: page.getByRole('rowheader') })
  const names = await fleet.names()
  expect(names.length).toBeGreaterThan(4)
  for (const row of await rows.all()) await expect(row).toContainText('rg-erp-prod')
  expect(new Set(names.map((name) => name.slice(0, 7)))).toEqual(new Set(['vm-erp-']))
  const { text } = await fleetAnswer(request, await tenant.token({ person: people.ben }))
  expect(text, 'the API answer').not.toMatch(/rg-data-prod|rg-sap-prod|rg-jp|rg-stg|payments|vm-pg|vm-sap/i)
})

test('a VM link without permission shows the same as a link to a missing VM, and how to get the permission', async ({
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

  // The raw answers, except the request id.
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

test('a user who may read nothing sees which role is missing and what to send to whom', async ({ page, signIn }) => {
  await signIn(people.dmitri)
  await expect(page.getByRole('heading', { name: texts.denied.title })).toBeVisible()
  await expect(page.getByText(texts.denied.grantsText)).toBeVisible()
  await expect(page.getByText(/az role assignment create --role Reader/)).toBeVisible()
  await expect(page.getByText(/'dmitri\.volkov@contoso\.example'/)).toBeVisible()
  // Not read is not 0.
  for (const name of fleetOn(page).stateNames) await expect(fleetOn(page).count(name)).toHaveAccessibleName(/not read$/)
})

test('subscriptions without readable VMs are listed with the answer of each', async ({ page, makeTenant }) => {
  const tenant = await makeTenant({ scenario: 'denied' })
  await page.goto(inTenant('/', tenant.tenantId))
  await leaveToSignIn(page)
  await pickPerson(page, people.aiko)
  await expect(page.getByRole('heading', { name: texts.denied.title })).toBeVisible()
  for (const name of ['Northwind Production', 'Northwind Test', 'Northwind Archive'])
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText(errors['arm-denied'].title)
})

test('a user who may not read disks and extensions is never shown "not encrypted" for an encrypted VM', async ({
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
