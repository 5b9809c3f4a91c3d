import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { messages } from '@/lib/i18n/messages'
import { hush, startBehindTls, type BehindTls } from '../fixtures/behind-tls'
import { expect, test } from '../fixtures/test'

test.describe.configure({ mode: 'serial' })

let behind: BehindTls | null = null

/** What the scanner of https://developer.mozilla.org/en-US/observatory says of an address. */
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

test('the scanner of MDN gives the best grade', { tag: '@nightly' }, async () => {
  const { scan, tests } = await scanned(behind?.host ?? '', behind?.caFile ?? '')
  expect(Object.entries(tests).filter(([, { pass, scoreModifier }]) => !pass || scoreModifier < 0)).toEqual([])
  expect(scan).toMatchObject({ grade: 'A+', statusCode: 200 })
  expect(scan.score).toBeGreaterThanOrEqual(120)
})

test('what is thrown outside of every request is a line of the log without its words, and the server goes on', async ({
  playwright,
}) => {
  behind?.throwInside()
  await expect
    .poll(() => behind?.written() ?? '')
    .toMatch(/"event":"failure","code":"uncaught-exception","detail":"RangeError \| at /)
  expect(behind?.written()).not.toContain(hush)
  const stranger = await playwright.request.newContext({ ignoreHTTPSErrors: true })
  expect((await stranger.get(`https://${behind?.host ?? ''}/healthz`)).status()).toBe(200)
  await stranger.dispose()
})
