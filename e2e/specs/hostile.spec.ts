import type { Locator, Page } from '@playwright/test'
import * as z from 'zod'
import { messages } from '@/lib/i18n/messages'
import { mark, poisonAnswers } from '../fixtures/poison'
import { adminScreens } from '../fixtures/tour-admin'
import { expect, inTenant, people, test, type Tenant } from '../fixtures/test'
import { vmPath, vmPlace } from '../fixtures/vms'

// Few VMs of many kinds: the test needs every field, not many VMs.
test.use({ world: { scenario: 'fleet', vms: 16, subscriptions: 2, ade: 1 } })

const narrow = { width: 390, height: 844 }

/** Creates content for every page with the user's permissions, and returns the URL of a snapshot link. */
async function furnish(page: Page, tenant: Tenant, vm: string, authorization: string): Promise<string> {
  const { subscription, resourceGroup } = await vmPlace(tenant, vm)
  const reference = { subscriptionId: subscription, resourceGroup, name: vm }
  const send = async (method: string, path: string, data: unknown): Promise<unknown> => {
    const answer = await page.request.fetch(path, { method, data, headers: { authorization } })
    expect(answer.ok(), path).toBe(true)
    return answer.json()
  }
  const target = { kind: 'vm', vm: reference }
  await send('PUT', '/api/v1/watches', { target, kinds: ['failed', 'finished'], channels: [], language: 'en' })
  const preview = z
    .object({ draft: z.string() })
    .parse(await send('POST', '/api/v1/snapshots/preview', { subject: target, reveal: ['tags', 'subscription'] }))
  const made = z
    .object({ token: z.string() })
    .parse(await send('POST', '/api/v1/snapshots', { draft: preview.draft, hours: 1, passphrase: null }))
  return `/shared#${made.token}`
}

/** The effects of a hostile text on the page that shows it, one line each. */
async function harmTo(page: Page): Promise<readonly string[]> {
  return page.evaluate((word) => {
    const found = [...document.querySelectorAll(`[data-${word}]`)].map(({ tagName }) => `injected ${tagName}`)
    const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '')
    const bad = links.filter((link) => /^(?:\s*javascript:|(?:https?:)?\/\/evil)/i.test(link))
    const wide = document.documentElement.scrollWidth - window.innerWidth
    const breaksNothing = (each: Element) =>
      each.scrollWidth > window.innerWidth && getComputedStyle(each).overflowX === 'visible'
    const widest = [...document.querySelectorAll('body *')].filter(breaksNothing).at(-1)
    return [
      ...found,
      ...bad.map((link) => `link to ${link}`),
      ...(wide > 0 ? [`${wide} pixels too wide: ${widest?.outerHTML.slice(0, 300) ?? ''}`] : []),
    ]
  }, mark)
}

const everywhere = ['/', '/needs-action', '/causes', '/retirement', '/report', '/following', '/snapshots']
const views = ['', '?view=timeline', '?view=troubleshoot', '?view=raw']

// The second language covers what depends on the length of its texts; the fields are the same.
for (const [language, locale, pages, ofVm] of [
  ['en', 'en-GB', everywhere, views],
  ['ja', 'ja-JP', ['/', '/causes', '/report'], ['', '?view=troubleshoot']],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale })

    test('no hostile text from Azure does anything on a page except being shown', async ({ page, tenant, signIn }) => {
      const found: string[] = []
      let authorization = ''
      page.on('dialog', (dialog) => {
        found.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      page.on('request', (request) => {
        authorization = request.headers()['authorization'] ?? authorization
      })
      const vm = (await tenant.vms())[0]?.name ?? ''
      await signIn(people.aiko)
      await expect.poll(() => authorization).toMatch(/^Bearer /)
      const link = await furnish(page, tenant, vm, authorization)
      const path = await vmPath(tenant, vm)
      await page.setViewportSize(narrow)
      const onTheirWay = await poisonAnswers(page)

      const { explain, history } = messages[language]
      const inspect = async (address: string, shown: Locator = page.getByText(mark)) => {
        await page.goto(address)
        // The whole fleet must be read before any row is shown here.
        await expect(shown.first(), address).toBeVisible()
        await expect.poll(onTheirWay, `answers for ${address}`).toBe(0)
        await page.evaluate(() => new Promise((shownNow) => requestAnimationFrame(() => setTimeout(shownNow))))
        found.push(...(await harmTo(page)).map((harm) => `${address}: ${harm}`))
      }
      for (const each of [...pages, ...ofVm.map((view) => `${path}${view}`)])
        await inspect(inTenant(each, tenant.tenantId))
      // Only counts and times, until something changes.
      await inspect(inTenant('/history', tenant.tenantId), page.getByRole('table', { name: history.fleet.table }))
      await inspect(link)
      await page.goto('/explain')
      await page.getByRole('textbox', { name: explain.field }).fill(`OsVolumeEncrypted : <img data-${mark}> ${mark}`)
      await expect(page.getByText(mark).first()).toBeVisible()
      found.push(...(await harmTo(page)).map((harm) => `explain: ${harm}`))
      const visit = async (screen: string) => {
        found.push(...(await harmTo(page)).map((harm) => `${screen}: ${harm}`))
      }
      await adminScreens({ page, tenant, language, visit })
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      expect(found).toEqual([])
    })
  })
}
