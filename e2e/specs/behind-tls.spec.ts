import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { messages } from '@/lib/i18n/messages'
import { hush, startBehindTls, type BehindTls } from '../fixtures/behind-tls'
import { expect, test } from '../fixtures/test'

test.describe.configure({ mode: 'serial' })

let behind: BehindTls | null = null

/** Output of the scanner of https://developer.mozilla.org/en-US/observatory for a host. */
const scannedSchema = z.object({
  scan: z.object({ grade: z.string(), score: z.number(), statusCode: z.number() }),
  tests: z.record(z.string(), z.object({ result: z.string(), pass: z.boolean(), scoreModifier: z.number() })),
})

async function scanned(address: string, caFile: string) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, '../fixtures/observatory.mjs'), address],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile } },
  )
  return scannedSchema.parse(JSON.parse(stdout))
}

test.beforeAll(async () => {
  behind = await startBehindTls()
})

test.afterAll(async () => {
  await behind?.stop()
})

test('preferences are kept in a cookie that no other host can set, and survive a reload', async ({ browser }) => {
  const origin = `https://${behind?.host ?? ''}`
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB' })
  // A cookie that another host of the domain, or an attacker on the network, could have set.
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

test('the MDN scanner gives the best grade', { tag: '@nightly' }, async () => {
  const { scan, tests } = await scanned(behind?.host ?? '', behind?.caFile ?? '')
  expect(Object.entries(tests).filter(([, { pass, scoreModifier }]) => !pass || scoreModifier < 0)).toEqual([])
  expect(scan).toMatchObject({ grade: 'A+', statusCode: 200 })
  expect(scan.score).toBeGreaterThanOrEqual(120)
})

test('an error thrown outside any request is a log line without its text, and the server keeps running', async ({
  playwright,
}) => {
  behind?.throwInside()
  await expect
    .poll(() => behind?.written() ?? '')
    .toMatch(/"event":"failure","code":"uncaught-exception","detail":"RangeError \| at /)
  expect(behind?.written()).not.toContain(hush)
  const visitor = await playwright.request.newContext({ ignoreHTTPSErrors: true })
  expect((await visitor.get(`https://${behind?.host ?? ''}/healthz`)).status()).toBe(200)
  await visitor.dispose()
})
