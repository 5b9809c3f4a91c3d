import { messages } from '@/lib/i18n/messages'
import { findings } from '../fixtures/axe'
import { expect, inTenant, people, test } from '../fixtures/test'
import { vmPath } from '../fixtures/vms'

const texts = messages.en.snapshots
const states = messages.en.states.state
const odd = 'vm-odd-conflict'

test('a state is shown to a reader without permissions, exactly as previewed, until the link is revoked', async ({
  page,
  tenant,
  signIn,
  otherBrowser,
}) => {
  await signIn(people.aiko, await vmPath(tenant, odd))
  await page.getByRole('button', { name: texts.dialog.button }).click()
  const dialog = page.getByRole('dialog', { name: texts.dialog.title })
  const preview = dialog.getByRole('region', { name: texts.dialog.preview })
  await expect(preview.getByRole('heading', { level: 1, name: odd })).toBeVisible()
  await expect(preview).not.toContainText(tenant.tenantId)
  await dialog.getByRole('checkbox', { name: texts.part.tenant }).check()
  await expect(preview).toContainText(tenant.tenantId)
  await dialog.getByRole('checkbox', { name: texts.part.tenant }).uncheck()
  await expect(preview).not.toContainText(tenant.tenantId)
  await dialog.getByRole('button', { name: texts.dialog.make }).click()
  const link = await dialog.getByRole('textbox', { name: texts.dialog.link }).inputValue()
  expect(link).toMatch(/\/shared#[\w-]{22}$/)
  await expect(dialog.getByRole('link', { name: texts.dialog.open })).toHaveAttribute('href', link)

  const visitor = await otherBrowser()
  const requests: string[] = []
  visitor.on('request', (request) => requests.push(request.url()))
  await visitor.goto(link)
  await expect(visitor.getByRole('heading', { level: 1, name: odd })).toBeVisible()
  await expect(visitor.getByText(states.conflict, { exact: true }).first()).toBeVisible()
  await expect(visitor.getByRole('main')).not.toContainText(tenant.tenantId)
  await expect(visitor.getByRole('button')).not.toHaveCount(0)
  await visitor.emulateMedia({ media: 'print' })
  await expect(visitor.getByRole('button')).toHaveCount(0)
  await visitor.emulateMedia({ media: 'screen' })
  const token = link.slice(-22)
  expect(requests.filter((url) => new URL(url).origin !== new URL(link).origin)).toEqual([])
  // Browsers do not send the fragment; Playwright reports the first URL as it was typed.
  expect(requests.slice(1).filter((url) => url.includes(token))).toEqual([])
  await expect(visitor.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)

  await dialog.getByRole('link', { name: texts.dialog.manage }).click()
  await expect(page.getByRole('heading', { level: 1, name: texts.page.title })).toBeVisible()
  await expect(page.getByText('Opened once.')).toBeVisible()
  await page.getByRole('button', { name: texts.page.revokeOne.replace('{title}', odd) }).click()
  await expect(page.getByText(/Revoked by you on/)).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByRole('heading', { name: texts.shared.gone.title })).toBeVisible()
})

test('a passphrase refuses readers who have only the link', async ({ page, tenant, signIn, otherBrowser }) => {
  await signIn(people.aiko, inTenant('/?state=conflict', tenant.tenantId))
  await page.getByRole('button', { name: texts.dialog.button }).click()
  const dialog = page.getByRole('dialog', { name: texts.dialog.title })
  const preview = dialog.getByRole('region', { name: texts.dialog.preview })
  await expect(preview.getByRole('heading', { level: 1, name: texts.view.title })).toBeVisible()
  await dialog.getByLabel(texts.dialog.passphrase).fill('correct horse')
  // Readers see who made the link only if the user chooses so, and what kind of name it is.
  await expect(preview.getByText(people.aiko)).toHaveCount(0)
  const maker = dialog.getByLabel(texts.dialog.maker.label)
  await maker.selectOption({ label: texts.dialog.maker.account.replace('{name}', people.aiko) })
  await expect(preview.getByText(texts.madeBy.account.replace('{name}', people.aiko))).toBeVisible()
  await maker.selectOption({ label: texts.dialog.maker.typed })
  await expect(dialog.getByRole('button', { name: texts.dialog.make })).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByLabel(texts.dialog.maker.name, { exact: true }).fill('Team SAP')
  const typed = texts.madeBy.typed.replace('{name}', 'Team SAP')
  await expect(preview.getByText(typed)).toBeVisible()
  expect(await findings(page, 'all')).toEqual([])
  await dialog.getByRole('button', { name: texts.dialog.make }).click()
  const link = await dialog.getByRole('textbox', { name: texts.dialog.link }).inputValue()

  const visitor = await otherBrowser()
  await visitor.goto(link)
  await visitor.getByLabel(texts.shared.passphrase).fill('wrong')
  await visitor.getByRole('button', { name: texts.shared.open }).click()
  const refusal = visitor.getByRole('alert').filter({ hasText: messages.en.errors['passphrase-wrong'].title })
  await expect(refusal).toBeVisible()
  await visitor.getByLabel(texts.shared.passphrase).fill('correct horse')
  await visitor.getByRole('button', { name: texts.shared.open }).click()
  await expect(visitor.getByRole('heading', { level: 1, name: texts.view.title })).toBeVisible()
  await expect(visitor.getByRole('row', { name: new RegExp(odd) })).toBeVisible()
  await expect(visitor.getByText(typed)).toBeVisible()
  await expect(visitor.getByText(people.aiko)).toHaveCount(0)
  expect(await findings(visitor, 'all')).toEqual([])
})

test('an invalid link is reported as such, in any format', async ({ page }) => {
  for (const address of ['/shared', '/shared#', `/shared#${'A'.repeat(22)}`, '/shared#<script>alert(1)</script>']) {
    await page.goto('about:blank')
    await page.goto(address)
    await expect(page.getByRole('heading', { name: texts.shared.gone.title })).toBeVisible()
  }
})
