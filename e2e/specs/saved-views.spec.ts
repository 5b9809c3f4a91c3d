import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { findings } from '../fixtures/axe'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { expect, inTenant, people, test } from '../fixtures/test'

for (const [language, locale] of [
  ['en', 'en-GB'],
  ['ja', 'ja-JP'],
] as const) {
  const { fleet, frame } = messages[language]
  const texts = fleet.views
  const named = (text: string, name: string) => text.replace('{name}', name)

  const open = async (page: Page) => {
    await page.getByRole('button', { name: texts.button, exact: true }).click()
    return page.getByRole('dialog', { name: texts.button })
  }
  const save = async (page: Page, name: string, shared = false) => {
    const panel = await open(page)
    const form = panel.getByRole('form', { name: texts.save.title })
    await form.getByLabel(texts.name, { exact: true }).fill(name)
    if (shared) {
      await form.getByLabel(texts.share).check()
      await expect(form.getByText(texts.shareHint)).toBeVisible()
    }
    await form.getByRole('button', { name: texts.save.button }).click()
    await expect(panel.getByRole('link', { name })).toHaveAttribute('aria-current', 'true')
    return panel
  }

  test.describe(language, () => {
    test.use({ locale, world: { scenario: 'mixed', vms: 40 } })

    test('a view is saved, shared, opened by others and by default, changed by its author only, and deleted', async ({
      page,
      tenant,
      signIn,
      otherBrowser,
    }) => {
      await signIn(people.chiara, '/?state=encrypted&sort=-name')
      const { table, search } = fleetOn(page, language)
      await expect(table).toBeVisible()
      const panel = await save(page, 'Proof', true)
      expect(await findings(page, 'all')).toEqual([])

      // Default: opened where the URL has no query, and only then.
      await panel.getByRole('button', { name: named(texts.makeDefault, 'Proof') }).click()
      await expect(panel.getByText(texts.isDefault)).toBeVisible()
      await page.goto(inTenant('/', tenant.tenantId))
      await expect(page).toHaveURL(/state=encrypted&sort=-name/)
      await page.goto(inTenant('/?state=failed', tenant.tenantId))
      await expect(table).toBeVisible()
      await expect(page).toHaveURL(/state=failed/)
      await (await open(page)).getByRole('link', { name: texts.all }).click()
      await expect(page).not.toHaveURL(/state=/)
      await expect(page.getByRole('dialog')).toBeHidden()

      const other = await otherBrowser()
      await signIn(people.aiko, '/', other)
      const theirs = await open(other)
      await expect(theirs.getByText(named(texts.sharedBy, people.chiara))).toBeVisible()
      await expect(theirs.getByRole('button', { name: named(texts.edit, 'Proof') })).toHaveCount(0)
      await theirs.getByRole('link', { name: 'Proof' }).click()
      await expect(other).toHaveURL(/state=encrypted&sort=-name/)

      // Renamed, replaced and made private by its author.
      await search.fill('vm')
      await expect(page).toHaveURL(/q=vm/)
      const mine = await open(page)
      await mine.getByRole('button', { name: named(texts.edit, 'Proof') }).click()
      const form = mine.getByRole('form', { name: named(texts.edit, 'Proof') })
      await form.getByLabel(texts.name, { exact: true }).fill('Search')
      await form.getByLabel(texts.share).uncheck()
      await form.getByLabel(texts.replace).check()
      expect(await findings(page, 'all')).toEqual([])
      await form.getByRole('button', { name: texts.save.button }).click()
      await expect(mine.getByRole('link', { name: 'Search' })).toHaveAttribute('aria-current', 'true')
      await other.goto(inTenant('/?state=failed', tenant.tenantId))
      const none = await open(other)
      await expect(none.getByRole('link', { name: texts.all })).toBeVisible()
      await expect(none.getByRole('link')).toHaveCount(1)

      await mine.getByRole('button', { name: named(texts.edit, 'Search') }).click()
      await mine.getByRole('button', { name: texts.remove }).click()
      await expect(mine.getByRole('link')).toHaveCount(1)
      await page.goto(inTenant('/', tenant.tenantId))
      await expect(table).toBeVisible()
      await expect(page).not.toHaveURL(/q=/)
    })
  })

  if (language === 'en') {
    test('a filter that is set before the default view is known stays', async ({ page, tenant, signIn }) => {
      await signIn(people.chiara, '/?state=encrypted')
      const panel = await save(page, 'Mine')
      await panel.getByRole('button', { name: named(texts.makeDefault, 'Mine') }).click()
      await expect(panel.getByText(texts.isDefault)).toBeVisible()
      let release = (): void => undefined
      const held = new Promise<null>((resolve) => {
        release = () => resolve(null)
      })
      await page.route('**/api/v1/views', async (route) => {
        await held
        await route.continue()
      })
      await page.goto(inTenant('/', tenant.tenantId))
      await expectLoaded(page)
      await fleetOn(page).count(messages.en.states.state.failed).click()
      await expect(page).toHaveURL(/state=failed/)
      const answered = page.waitForResponse('**/api/v1/views')
      release()
      await answered
      await (await open(page)).getByRole('link', { name: 'Mine' }).waitFor()
      await expect(page).toHaveURL(/state=failed/)
    })

    test('while nothing can be stored, the panel says so', async ({ page, signIn }) => {
      await page.route('**/api/v1/views', (route) =>
        route.fulfill({ json: { failure: 'unreachable', views: [], defaultView: null } }),
      )
      await signIn(people.chiara, '/')
      await expectLoaded(page)
      const panel = await open(page)
      await expect(panel.getByRole('alert')).toContainText(texts.unread)
      await expect(panel.getByRole('form')).toHaveCount(0)
      await expect(
        page.getByRole('button', { name: frame.account.label.replace('{name}', people.chiara) }),
      ).toBeVisible()
    })
  }
}
