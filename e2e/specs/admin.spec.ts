import type { Page } from '@playwright/test'
import { demoTenantId } from '@/e2e/simulator/names'
import { messages } from '@/lib/i18n/messages'
import { expect, inTenant, leaveToSignIn, people, pickPerson, test, type PersonName } from '../fixtures/test'

const { admin: texts, frame } = messages.en

test.use({ world: { scenario: 'fleet', vms: 1, subscriptions: 1 } })

/** Administrators belong to the deployment's own tenant. */
async function openAsPerson(page: Page, person: PersonName, tenantId = demoTenantId): Promise<void> {
  await page.goto(inTenant('/admin', tenantId))
  await leaveToSignIn(page)
  await pickPerson(page, person)
}

test('an administrator sees the deployment’s status and the audit log, and downloads the log', async ({ page }) => {
  await openAsPerson(page, people.aiko)
  await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
  const configuration = page.getByRole('table', { name: texts.configuration.title })
  await expect(configuration.getByRole('row', { name: /SEALWATCH_CLOUD public default/ })).toBeVisible()
  await expect(configuration.getByRole('row', { name: /SEALWATCH_API_CLIENT_SECRET – secret, set/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: texts.event['sign-in'] }).first()).toBeVisible()
  await page.getByRole('combobox', { name: texts.auditLog.kind }).selectOption({ label: texts.event.configuration })
  await expect(page.getByRole('cell', { name: texts.event['sign-in'] })).toHaveCount(0)
  await expect(page.getByRole('cell', { name: 'server', exact: true }).first()).toBeVisible()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: texts.auditLog.csv }).click()
  expect((await saving).suggestedFilename()).toBe('sealwatch-audit-log.csv')
  await page.setViewportSize({ width: 360, height: 740 })
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(beyond, 'only the tables scroll sideways').toBe(0)
})

test('an administrator finds the page in the menu of the account and in the palette', async ({ page }) => {
  await page.goto(inTenant('/snapshots', demoTenantId))
  await leaveToSignIn(page)
  await pickPerson(page, people.aiko)
  await page.getByRole('button', { name: people.aiko }).click()
  await page.getByRole('menuitem', { name: frame.account.admin }).click()
  await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
  await page.goto(inTenant('/snapshots', demoTenantId))
  await page.keyboard.press('Control+k')
  await page
    .getByRole('dialog', { name: frame.palette.title })
    .getByRole('option', { name: frame.account.admin })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
})

test('other users get the page of an unknown address, and no link to it', async ({ page, tenant, otherBrowser }) => {
  await openAsPerson(page, people.ben)
  await expect(page.getByRole('heading', { level: 1, name: frame.notFound.title })).toBeVisible()
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/session'))
  await page.getByRole('button', { name: people.ben }).click()
  expect((await asked).ok()).toBe(true)
  await expect(page.getByRole('menuitem', { name: frame.account.signOut })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: frame.account.admin })).toHaveCount(0)
  // A user with the role in another tenant has it only there.
  const elsewhere = await otherBrowser()
  await openAsPerson(elsewhere, people.aiko, tenant.tenantId)
  await expect(elsewhere.getByRole('heading', { level: 1, name: frame.notFound.title })).toBeVisible()
})
