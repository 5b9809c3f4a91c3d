import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { languageCookie, type Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { runOnce } from '../fixtures/local-program'
import { test as base, variablesOf } from '../fixtures/local-test'
import { expect, people } from '../fixtures/test'
import { vmPath } from '../fixtures/vms'

/** A file of this test's tenant, and a folder for others. */
const test = base.extend<{ readonly taken: { readonly file: string; readonly folder: string } }>({
  taken: async ({ tenant, azure, azureOrigin }, use) => {
    const { server } = (await azure.overview()).origins
    const folder = mkdtempSync(join(tmpdir(), 'sealwatch-page-'))
    const file = join(folder, 'fleet.ndjson.gz')
    const ran = await runOnce({ server, variables: variablesOf(tenant, azureOrigin, people.aiko), args: ['-o', file] })
    expect(ran.output).toContain(file)
    await use({ file, folder })
    rmSync(folder, { recursive: true, force: true })
  },
})

/** Gives a file to Explain, without a sign-in. */
async function drop(page: Page, file: string, language: Language = 'en'): Promise<void> {
  await page.goto('/explain')
  await page.getByLabel(messages[language].explain.file, { exact: true }).setInputFiles(file)
  await page.waitForURL('/file')
}

const banner = (page: Page, language: Language) => page.getByText(messages[language].local.file.text)

/** Everything that leaves the page from now on, without the product's own built files, which are the same for all. */
function leaving(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (!pathname.startsWith('/_next/static/')) sent.push(`${request.method()} ${request.url()}`)
  })
  return sent
}

test('a fleet dropped on Explain is shown in the page, and no request leaves it', async ({ page, taken, tenant }) => {
  const script = page.waitForResponse((response) => /worker\.generated.*\.js$/.test(new URL(response.url()).pathname))
  await drop(page, taken.file)
  // The policy of a worker is that of its script.
  expect((await script).headers()['content-security-policy']).toContain("default-src 'none'")
  const sent = leaving(page)
  await expectLoaded(page)
  await expect(page.getByText(/As of .*2\d{3}.*“fleet\.ndjson\.gz”/)).toBeVisible()
  const fleet = fleetOn(page)
  const [first = ''] = await fleet.names()
  await fleet.row(first).getByRole('cell').nth(2).click()
  await expect(fleet.panel(messages.en.fleet.panel.label.replace('{name}', first))).toBeVisible()
  const { frame, watches } = messages.en
  // A file never changes: nothing of it can be followed.
  await expect(page.getByRole('button', { name: watches.follow.view.button })).toHaveCount(0)
  for (const name of [frame.place.needs, frame.place.causes, frame.place.retirement]) {
    await page.getByRole('navigation', { name: frame.mainNavigation }).getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(banner(page, 'en')).toBeVisible()
  }
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: frame.place.causes })).toBeVisible()
  const vm = await vmPath(tenant, 'vm-mongo-02')
  for (const [path, name] of [
    ['/report', messages.en.report.title],
    [vm, 'vm-mongo-02'],
    [`${vm}?view=readiness`, 'vm-mongo-02'],
    [`${vm}?view=timeline`, 'vm-mongo-02'],
  ] as const) {
    await page.evaluate((to) => window.location.assign(`#${to}`), path)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(banner(page, 'en')).toBeVisible()
  }
  await expect(page.getByRole('button', { name: watches.follow.follow })).toHaveCount(0)
  await expect(
    page.getByRole('definition').filter({ hasText: messages.en.history.sources.outcome['not-in-file'] }),
  ).not.toHaveCount(0)
  expect(sent).toEqual([])
})

test('a file that is not whole, or none of ours, shows nothing but the reason', async ({ page, taken }) => {
  const whole = readFileSync(taken.file)
  const damaged = Buffer.from(whole)
  const middle = Math.floor(whole.length / 2)
  damaged.fill(0, middle, middle + 64)
  const cases = [
    ['cut', whole.subarray(0, middle)],
    ['damaged', damaged],
    ['foreign', gzipSync('{"hello":"world"}\n')],
  ] as const
  for (const [code, bytes] of cases) {
    const file = join(taken.folder, `${code}.gz`)
    writeFileSync(file, bytes)
    await drop(page, file)
    const text = messages.en.local.bundle.refused[code].replace('{file}', `${code}.gz`)
    await expect(page.getByText(text)).toBeVisible()
    await expect(banner(page, 'en')).toHaveCount(0)
  }
})

test('a fleet in a file is shown in Japanese on a phone, and nothing is wider than the window', async ({
  page,
  taken,
  baseURL,
}) => {
  await page.context().addCookies([{ name: languageCookie, value: 'ja', url: baseURL ?? '' }])
  await page.setViewportSize({ width: 360, height: 800 })
  await drop(page, taken.file, 'ja')
  await expect(banner(page, 'ja')).toBeVisible()
  for (const path of ['/', '/retirement', '/report']) {
    await page.evaluate((to) => window.location.assign(`#${to}`), path)
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveCount(0)
    await expect(banner(page, 'ja')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360)
  }
})
