import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { problemKinds } from '@/lib/diagnosis/kinds'
import { messages } from '@/lib/i18n/messages'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { catalogueIds } from '@/lib/messages/ids'
import { brokenLinks } from './links'
import { findings } from '@/e2e/fixtures/axe'
import { expectLoaded, fleetOn } from '@/e2e/fixtures/fleet'
import {
  comparesFiles,
  fitsPhone,
  refusesFiles,
  showsFleet,
  taken,
  type Drop,
  type Taken,
} from '@/e2e/fixtures/opened-file'
import { publicOrigin, test as base } from './testing/site-test'
import { expect } from '@/e2e/fixtures/test'

const test = base.extend<{ readonly taken: Taken }>({ taken })

// One worker runs all of them: the site is written once.
test.describe.configure({ mode: 'default' })

/** Bytes that a first visit may load. */
const most = 5_000_000

/** Gives a file to the page of the site that waits for one. */
const drop: Drop = async (page, file, language = 'en') => {
  await page.goto(language === 'en' ? '/file/' : '/ja/file/')
  await page.getByLabel(messages[language].local.inPage.choose, { exact: true }).setInputFiles(file)
}

/** Bytes of the files that the page loads from now on, texts compressed as hosts of static files send them. */
function loadedBytes(page: Page, folder: string): () => number {
  const paths = new Set<string>()
  page.on('request', (request) => void paths.add(new URL(request.url()).pathname))
  const sizeOf = (path: string): number => {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    return /\.(?:html|js|css|svg)$/.test(file) ? gzipSync(readFileSync(file)).length : statSync(file).size
  }
  return () => [...paths].reduce((sum, path) => sum + sizeOf(path), 0)
}

test('every link of the site leads to a page of it', ({ site }) => {
  const { checked, broken } = brokenLinks(site.folder)
  expect(checked).toBeGreaterThan(1000)
  expect(broken).toEqual([])
})

test('search engines find every problem and message, in both languages', async ({ site }) => {
  const read = (path: string) => readFileSync(join(site.folder, path), 'utf8')
  const map = read('sitemap.xml')
  for (const [language, start] of [
    ['en', ''],
    ['ja', '/ja'],
  ] as const) {
    const { problems } = await loadRemedies(language)
    for (const kind of problemKinds) {
      const page = read(`${start}/help/${kind}/index.html`)
      expect(page).toContain(`>${problems[kind].title}</h1>`)
      expect(page).toContain(`<link rel="canonical" href="${publicOrigin}${start}/help/${kind}/">`)
      expect(page).toContain(`hreflang="${language === 'en' ? 'ja' : 'en'}"`)
      expect(page).not.toContain('<script')
      expect(map).toContain(`<loc>${publicOrigin}${start}/help/${kind}/</loc>`)
    }
    const known = read(`${start}/help/messages/index.html`)
    const guidance = await loadGuidance(language)
    expect(catalogueIds.filter((kind) => !known.includes(`id="message-${kind}"`))).toEqual([])
    expect(known).toContain(guidance['linux-os-encryption-started'].meaning.slice(0, 20))
  }
})

for (const path of ['/', '/ja/', '/help/', '/help/messages/', '/ja/help/restart-pending/'])
  test(`${path} of the site breaks no rule of axe, is small and fits a phone`, async ({ page, site }) => {
    const bytes = loadedBytes(page, site.folder)
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(path)
    await page.evaluate(async () => void (await document.fonts.ready))
    expect(bytes()).toBeLessThan(most)
    expect(await findings(page, 'all')).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

test('the demo shows its fleet and a VM at once, without a server', async ({ page, site }) => {
  const bytes = loadedBytes(page, site.folder)
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: 'Live demo' }).click()
  await expectLoaded(page)
  await expect(page.getByText(messages.en.local.file.text)).toBeVisible()
  test.info().annotations.push({ type: 'figure', description: `first visit: ${bytes()} bytes` })
  expect(bytes()).toBeLessThan(most)
  expect(await findings(page, 'all')).toEqual([])
  const fleet = fleetOn(page)
  const [first = ''] = await fleet.names()
  await fleet.row(first).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: first })).toBeVisible()
  await page.getByRole('tab', { name: messages.en.vm.tabs.troubleshoot }).click()
  await expect(page.getByRole('heading', { level: 1, name: first })).toBeVisible()
})

test('the demo changes its language', async ({ page }) => {
  await page.goto('/demo/#/needs-action')
  await expect(page.getByRole('heading', { level: 1, name: messages.en.inbox.needs.title })).toBeVisible()
  await page.getByRole('button', { name: messages.en.frame.language }).click()
  await page.getByRole('menuitemradio', { name: '日本語' }).click()
  await expect(page.getByRole('heading', { level: 1, name: messages.ja.inbox.needs.title })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/ja/demo/')
})

test('on the site, a file is shown in the page, and no request leaves it', async ({ page, taken, tenant, baseURL }) => {
  await showsFleet({ page, taken, tenant, baseURL, drop })
  await expect(page).toHaveURL(/\/file\/#/)
})

test('on the site, a file that is not whole shows nothing but the reason', async ({ page, taken, tenant, baseURL }) => {
  await refusesFiles({ page, taken, tenant, baseURL, drop })
  await expect(page.getByRole('table')).toHaveCount(0)
})

test('on the site, a file is compared with another one', async ({ page, taken, tenant, baseURL }) => {
  await comparesFiles({ page, taken, tenant, baseURL, drop })
  await expect(page).toHaveURL(/\/file\/#\/compare/)
})

test('on the site, a file is shown in Japanese on a phone', async ({ page, taken, tenant, baseURL }) => {
  await fitsPhone({ page, taken, tenant, baseURL, drop })
  await expect(page).toHaveURL(/\/ja\/file\/#/)
})
