import { gzipSync } from 'node:zlib'
import { englishRemedies } from '@/lib/i18n/remedies/en'
import { japaneseRemedies } from '@/lib/i18n/remedies/ja'
import { messages } from '@/lib/i18n/messages'
import { expect, test } from '../fixtures/test'

const { help } = messages.en

test('Help finds everyday words and scrolls to the matching section', async ({ page }) => {
  await page.goto('/help')
  await page.getByRole('textbox', { name: help.search }).fill('selinux')
  const cause = page.getByRole('link', { name: englishRemedies.causes['selinux-enforcing'].title })
  await expect(cause).toBeVisible()
  await expect(page.getByRole('listitem').filter({ has: cause })).toContainText(help.type.cause)
  await cause.click()
  await expect(page).toHaveURL(/\/help\/[a-z-]+#cause-selinux-enforcing$/)
  await expect(page.locator('#cause-selinux-enforcing')).toBeInViewport()
})

test('Help explains a pasted log line, with the next step and its problem', async ({ page }) => {
  await page.goto('/help')
  await page
    .getByRole('textbox', { name: help.search })
    .fill('Failed to encrypt OS volume with error: Could not unmount /oldroot in 10 attempts')
  await expect(page.getByRole('heading', { name: help.known })).toBeVisible()
  await expect(page.getByRole('main').locator('ol > li').first()).toBeVisible()
  await expect(page.getByRole('link', { name: englishRemedies.problems['mount-busy'].title }).first()).toBeVisible()
})

test('Help reports an empty result, and loads no index before the user types', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/help/search/')) asked.push(new URL(request.url()).pathname)
  })
  await page.goto('/help')
  await expect(page.getByRole('link', { name: englishRemedies.problems['mount-busy'].title })).toBeVisible()
  expect(asked).toEqual([])
  await page.getByRole('textbox', { name: help.search }).fill('zzzzqqq')
  await expect(page.getByText(help.unknown)).toBeVisible()
  await page.getByRole('textbox', { name: help.search }).fill('マウント解除に失敗しました')
  await expect(page.getByRole('link', { name: englishRemedies.problems['mount-busy'].title })).toBeVisible()
  expect(asked).toEqual(['/help/search/en', '/help/search/ja'])
})

test.describe('in Japanese', () => {
  test.use({ locale: 'ja-JP' })

  test('Help finds words of both languages, roles and requirements', async ({ page }) => {
    await page.goto('/help')
    const field = page.getByRole('textbox', { name: messages.ja.help.search })
    for (const [asked, title] of [
      ['NSG', japaneseRemedies.problems['network-unfit'].title],
      ['暗号化の状態が取得できない', japaneseRemedies.problems['report-missing'].title],
      ['Key Vault Crypto Officer', japaneseRemedies.rights['key-vault-crypto-officer']],
    ] as const) {
      await field.fill(asked)
      await expect(page.getByRole('main').getByRole('listitem').getByRole('link').first()).toHaveText(title)
    }
    await field.fill('fstab')
    await page.getByRole('link', { name: japaneseRemedies.prerequisites['guest-fstab'].title }).click()
    await expect(page.locator('#requirement-guest-fstab')).toBeInViewport()
  })
})

test('the index is served as it was built: small, and the same for all users', async ({ request }) => {
  for (const language of ['en', 'ja']) {
    const answer = await request.get(`/help/search/${language}`)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toContain('text/plain')
    expect(gzipSync(await answer.body()).length).toBeLessThan(60_000)
  }
  expect((await request.get('/help/search/fr')).status()).toBe(404)
})
