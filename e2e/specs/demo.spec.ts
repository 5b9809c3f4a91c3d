import { messages } from '@/lib/i18n/messages'
import { findings } from '../fixtures/axe'
import { expectLoaded } from '../fixtures/fleet'
import { expect, people, test } from '../fixtures/test'

for (const [locale, language] of [
  ['en-GB', 'en'],
  ['ja-JP', 'ja'],
] as const)
  test.describe(language, () => {
    // The second server of the browser tests is configured as the demo is.
    test.use({ locale, baseURL: ({ secondOrigin }, use) => use(secondOrigin) })
    const { demo, frame } = messages[language]

    test('the demo leads three people through its fleet', async ({ page }) => {
      await page.goto('/help')
      await expect(page.getByText(demo.title)).toBeVisible()
      expect(await findings(page, 'all')).toEqual([])
      for (const story of Object.values(demo.story)) {
        await page.getByRole('button', { name: story, exact: true }).click()
        const steps = page.getByRole('region', { name: story }).getByRole('listitem')
        await expect(steps).toHaveCount(3)
        expect(await findings(page, 'all')).toEqual([])
        await page.getByRole('button', { name: demo.back }).click()
      }
      await page.getByRole('button', { name: demo.story.manager, exact: true }).click()
      await page.getByRole('link', { name: demo.step['manager-curve'], exact: true }).click()
      await expect(page).toHaveURL(/\/history\?hours=720$/)
      // The story stays while its steps are followed; the first screen names no id.
      await expect(page.getByText(demo.step['manager-curveLook'])).toBeVisible()
      await expect(page.getByRole('heading', { level: 1, name: frame.signIn.title })).toBeVisible()
      await expect(page.getByRole('main')).not.toContainText(/[0-9a-f]{8}-[0-9a-f]{4}-/)
      await page.getByRole('button', { name: demo.hide }).click()
      await expect(page.getByText(demo.title)).toBeHidden()
    })
  })

test.describe('below its banner', () => {
  test.use({ baseURL: ({ secondOrigin }, use) => use(secondOrigin), viewport: { width: 1280, height: 800 } })

  test('the fleet fills the window: footer and commands of ticked VMs stay in view', async ({ page, signIn }) => {
    await signIn(people.chiara)
    await expectLoaded(page)
    await expect(page.getByText(messages.en.demo.title)).toBeVisible()
    await expect(page.getByText(messages.en.fleet.table.keys)).toBeInViewport({ ratio: 1 })
    await page.getByRole('checkbox', { name: messages.en.fleet.select.all }).check()
    await expect(page.getByRole('group', { name: messages.en.fleet.select.bar })).toBeInViewport({ ratio: 1 })
    await page.getByRole('button', { name: messages.en.demo.story.auditor, exact: true }).click()
    await expect(page.getByRole('group', { name: messages.en.fleet.select.bar })).toBeInViewport({ ratio: 1 })
  })
})

test('a deployment that is no demo has no such banner', async ({ page }) => {
  await page.goto('/help')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(messages.en.demo.title)).toBeHidden()
})
