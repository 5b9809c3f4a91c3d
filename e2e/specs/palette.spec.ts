import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { findings } from '../fixtures/axe'
import { fleetOn } from '../fixtures/fleet'
import { expect, people, test } from '../fixtures/test'

for (const [language, locale, other] of [
  ['en', 'en-GB', { name: '日本語', lang: 'ja' }],
  ['ja', 'ja-JP', { name: 'English', lang: 'en' }],
] as const) {
  const { frame, fleet, inbox } = messages[language]
  const texts = frame.palette
  const palette = (page: Page) => page.getByRole('dialog', { name: texts.title })
  const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name, exact: true })
  const type = async (page: Page, text: string) => {
    await page.keyboard.press('Control+k')
    await expect(palette(page).getByRole('combobox')).toBeFocused()
    await page.keyboard.type(text)
  }

  test.describe(language, () => {
    test.use({ locale, world: { scenario: 'mixed' } })

    test('Ctrl+K leads by keyboard to VMs, pages, articles and actions, from every page', async ({ page, signIn }) => {
      await signIn(people.chiara, '/')
      await expect(fleetOn(page, language).row('vm-odd-conflict')).toBeVisible()
      await page.getByRole('searchbox', { name: frame.search }).focus()
      await page.keyboard.press('Control+k')
      const box = palette(page)
      await expect(option(page, frame.place.causes)).toBeVisible()
      await expect(option(page, frame.account.signOut)).toBeVisible()
      expect(await findings(page, 'all')).toEqual([])
      await page.keyboard.press('Escape')
      await expect(box).toBeHidden()
      await expect(page.getByRole('searchbox', { name: frame.search })).toBeFocused()

      // A VM by a part of its name.
      await type(page, 'odd-conf')
      await expect(option(page, /^vm-odd-conflict/)).toHaveAttribute('aria-selected', 'true')
      await expect(option(page, texts.searchFleet.replace('{text}', 'odd-conf'))).toBeVisible()
      expect(await findings(page, 'all')).toEqual([])
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/\/vm\/.*\/vm-odd-conflict\?/i)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('vm-odd-conflict')

      // A page, from a page of a VM.
      await type(page, frame.place.needs)
      await expect(option(page, frame.place.needs)).toBeVisible()
      await page.keyboard.press('ArrowDown')
      // Articles of Help may arrive between the two keys: ArrowUp would then stop at one of them.
      await page.keyboard.press('Home')
      await expect(option(page, frame.place.needs)).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1, name: inbox.needs.title })).toBeVisible()

      // An article of Help; its index is loaded for the first letters.
      await type(page, 'VMRestartPending')
      const article = palette(page).getByRole('group', { name: frame.place.help }).getByRole('option').first()
      await article.click()
      await expect(page).toHaveURL(/\/help\//)

      // The search of the fleet for what is not loaded; the fleet’s export by the palette.
      await type(page, 'not-loaded')
      await option(page, texts.searchFleet.replace('{text}', 'not-loaded')).click()
      await expect(page).toHaveURL(/\?q=not-loaded/)
      await type(page, texts.export)
      await option(page, texts.export).click()
      await expect(page.getByRole('menu', { name: fleet.export.button })).toBeVisible()
      await page.keyboard.press('Escape')

      // Theme and language change in place; the button opens it too.
      await page.getByRole('button', { name: texts.button }).click()
      await palette(page).getByRole('combobox').fill(frame.theme.dark)
      await option(page, `${frame.theme.label}: ${frame.theme.dark}`).click()
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: frame.keys.title }).getByText(frame.keys.palette)).toBeVisible()
      await page.keyboard.press('Escape')
      await type(page, other.name)
      // Articles of Help that contain the word come while it is typed, and the search of the fleet is the last entry.
      await option(page, new RegExp(`: ${other.name}$`)).click()
      await expect(page.locator('html')).toHaveAttribute('lang', other.lang)
    })
  })

  if (language === 'en') {
    test('nothing that matches is said so; sign-out is an action; a phone has it in its menu', async ({
      page,
      signIn,
    }) => {
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto('/explain')
      await page.keyboard.press('Control+k')
      await expect(option(page, frame.place.help)).toBeVisible()
      await expect(option(page, frame.account.signOut)).toHaveCount(0)
      await page.keyboard.type('qqqqqq')
      await expect(palette(page).getByText(texts.nothing)).toBeVisible()
      expect(await findings(page, 'all')).toEqual([])
      await page.keyboard.press('Escape')
      await page.setViewportSize({ width: 1280, height: 800 })
      await signIn(people.chiara, '/')
      await page.setViewportSize({ width: 360, height: 740 })
      await page.getByRole('button', { name: frame.menu }).click()
      await page.getByRole('menuitem', { name: texts.button }).click()
      await expect(palette(page).getByRole('combobox')).toBeFocused()
      await page.keyboard.type(frame.account.signOut)
      await option(page, frame.account.signOut).click()
      await expect(page.getByText(frame.signIn.title)).toBeVisible()
    })
  }
}
