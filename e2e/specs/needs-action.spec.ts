import { messages } from '@/lib/i18n/messages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { expect, people, test } from '../fixtures/test'

const { inbox: texts } = messages.en

test('on a phone a group opens as a page with its whole messages and shared checks, and leads back', async ({
  page,
  signIn,
}) => {
  const { problems, steps } = await loadRemedies('en')
  await signIn(people.chiara, '/needs-action')
  await page.setViewportSize({ width: 360, height: 740 })
  const list = page.getByRole('navigation', { name: texts.groups })
  const title = problems['os-failed-disk-untouched'].title
  await expect(list).toBeVisible()
  await expect(page.getByRole('article')).toBeHidden()

  await list.getByRole('button', { name: title }).click()
  const detail = page.getByRole('article', { name: title })
  await expect(detail).toBeVisible()
  await expect(list).toBeHidden()
  // The end of a long message, which no width of a phone shows on one line.
  await expect(detail).toContainText(/unmount \/oldroot in 10 attempts\s*, machine state: unmount_oldroot/)
  await detail.getByText(steps['save-boot-log'].title).click()
  await expect(detail.getByText(steps['save-boot-log'].text.slice(0, 40))).toBeVisible()
  await expect(page.locator('body')).toHaveJSProperty('scrollWidth', 360)

  await detail.getByRole('button', { name: texts.back }).click()
  await expect(list).toBeVisible()
  await expect(detail).toBeHidden()
})
