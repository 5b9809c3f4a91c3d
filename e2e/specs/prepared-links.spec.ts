import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { tenantsOfApiCalls } from '../fixtures/api-calls'
import { confirmCard, expect, inTenant, leaveToSignIn, people, test } from '../fixtures/test'
import { vmPath } from '../fixtures/vms'

const { signIn: texts } = messages.en.frame
const erp = 'vm-erp-app-01'

test('a link to a tenant shows nothing of it before the user has seen tenant and account', async ({ page, tenant }) => {
  const sent = tenantsOfApiCalls(page)
  const address = inTenant(await vmPath(tenant, erp), tenant.tenantId)
  await page.goto(address)
  await leaveToSignIn(page)
  await page.getByRole('button', { name: people.aiko, exact: true }).click()
  const card = confirmCard(page)
  await expect(card).toBeVisible()
  await expect(card).toContainText(tenant.tenantId)
  await expect(card).toContainText('aiko.tanaka')
  await expect(page.getByText(erp, { exact: true })).toHaveCount(0)
  expect(sent, 'requests to the API').toEqual([])

  await card.getByRole('button', { name: texts.confirm.button }).click()
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  await expect(page).toHaveURL(address)
  // Confirmed once on this device for this account and tenant.
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  await expect(card).toHaveCount(0)
})

test('a session that another party began at the directory is named before anything is shown', async ({
  page,
  tenant,
}) => {
  const sent = tenantsOfApiCalls(page)
  // Login CSRF at the directory: its session in this browser is that of the attacker's account.
  await page.goto(inTenant('/', tenant.tenantId))
  await leaveToSignIn(page)
  await page.getByRole('button', { name: people.ben, exact: true }).click()
  await expect(confirmCard(page)).toContainText('ben.ortiz')
  await page.reload()
  await expect(confirmCard(page)).toContainText('ben.ortiz')
  await page.goto(inTenant(await vmPath(tenant, erp), tenant.tenantId))
  await expect(confirmCard(page)).toContainText('ben.ortiz')
  expect(sent, 'requests to the API').toEqual([])
  await confirmCard(page).getByRole('button', { name: texts.confirm.leave }).click()
  await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
})

/** What the victim has done in the tab before the forged answer arrives. */
const before: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'no sign-in': (page) => expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible(),
  'a sign-in under way': async (page) => {
    await leaveToSignIn(page)
    await expect(page.getByRole('button', { name: people.aiko, exact: true })).toBeVisible()
  },
}

for (const [name, prepare] of Object.entries(before)) {
  test(`an answer of the directory that belongs to another browser signs no user in: ${name}`, async ({
    page,
    tenant,
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '' })
    const attacker = await context.newPage()
    const arrived: URL[] = []
    attacker.on('framenavigated', (frame) => void arrived.push(new URL(frame.url())))
    const answer = () => arrived.find(({ hash, search }) => `${hash}${search}`.includes('code='))
    // The attacker keeps the code unused.
    await attacker.route('**/oauth2/v2.0/token', (route) => route.abort())
    await attacker.goto(inTenant('/', tenant.tenantId))
    await leaveToSignIn(attacker)
    await attacker.getByRole('button', { name: people.ben, exact: true }).click()
    await expect.poll(() => answer()?.pathname).toBe('/auth/redirect')
    await context.close()

    await page.goto(inTenant('/', tenant.tenantId))
    await prepare(page)
    await page.goto(`/auth/redirect${answer()?.search ?? ''}${answer()?.hash ?? ''}`)
    // The page leaves this address by itself.
    await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
    await expect(page.getByText('ben.ortiz')).toHaveCount(0)
    const kept = await page.evaluate(() =>
      Object.keys(sessionStorage).filter((key) => /accesstoken|idtoken/i.test(key)),
    )
    expect(kept).toEqual([])
  })
}
