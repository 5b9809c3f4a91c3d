import { messages } from '@/lib/i18n/messages'
import { startBehindTls, type BehindTls } from '../fixtures/behind-tls'
import { expect, test } from '../fixtures/test'

test.describe.configure({ mode: 'serial' })

let behind: BehindTls | null = null

test.beforeAll(async () => {
  behind = await startBehindTls()
})

test.afterAll(async () => {
  await behind?.stop()
})

test('choices are kept under a name that no other host can plant, and are there after a reload', async ({
  browser,
}) => {
  const origin = `https://${behind?.host ?? ''}`
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB' })
  // What another host of the domain, or somebody on the way, could have planted.
  await context.addCookies([{ name: 'sealwatch-language', value: 'ja', url: origin }])
  const page = await context.newPage()
  await page.goto(`${origin}/explain`)
  await expect(page.getByRole('heading', { level: 1, name: messages.en.explain.title })).toBeVisible()
  await page.getByRole('button', { name: messages.en.frame.appearance }).click()
  await page.getByRole('menuitemradio', { name: messages.en.frame.theme.dark }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const kept = (await context.cookies()).filter(({ name }) => name !== 'sealwatch-language')
  expect(kept).toMatchObject([
    { name: '__Host-sealwatch-theme', secure: true, path: '/', sameSite: 'Lax', domain: 'localhost' },
  ])
  await context.close()
})
