import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { expect, inTenant, leaveToSignIn, people, pickPerson, test } from '../fixtures/test'
import { vmInNewTab } from '../fixtures/tabs'
import { vmPath } from '../fixtures/vms'

const { signIn: texts, account } = messages.en.frame
const erp = 'vm-erp-app-01'
const hour = 3_600_000

/** Keys of user data left in a tab. MSAL also stores its own version, and that a redirect is in progress. */
const keptKeys = (page: Page) =>
  page.evaluate(() =>
    Object.keys(sessionStorage).filter(
      (key) => /^msal\./.test(key) && !/^msal\.(version|interaction\.status)$/.test(key),
    ),
  )

/** From now on the server returns no script: a new version, or an outage. */
async function withoutScripts(page: Page, watchdog: { tolerateConsole: (pattern: RegExp) => void }): Promise<string[]> {
  const refused: string[] = []
  watchdog.tolerateConsole(/^Failed to load resource: net::ERR_FAILED/)
  await page.route('**/_next/static/**', (route) => {
    refused.push(route.request().url())
    return route.abort()
  })
  return refused
}

/** API requests of the page, except the one that ends the session. */
function readingsOf(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/') && request.method() === 'GET') asked.push(pathname)
  })
  return asked
}

const lastSeen = (page: Page, at: number) =>
  page.evaluate((noted) => localStorage.setItem('sealwatch.active', String(noted)), at)

test('signing out leaves no data when the server no longer serves the page’s scripts', async ({
  page,
  watchdog,
  signIn,
}) => {
  await page.clock.install()
  await signIn(people.aiko)
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  // The code of the menu is loaded automatically, shortly after the page's content.
  const menu = page.waitForResponse((response) => response.url().includes('/_next/static/'))
  await page.clock.fastForward('00:31')
  await (await menu).finished()
  const ended = page.waitForRequest((request) => request.method() === 'DELETE' && /\/session$/.test(request.url()))
  await withoutScripts(page, watchdog)
  await page.getByRole('button', { name: people.aiko }).click()
  await page.getByRole('menuitem', { name: account.signOut }).click()
  await ended
  await expect(page).toHaveURL(/\/auth\/redirect|\/$/)
  await expect(page.getByRole('row')).toHaveCount(0)
  expect(await keptKeys(page)).toEqual([])
})

test('the idle sign-out leaves no data when the server no longer serves the page’s scripts', async ({
  page,
  tenant,
  watchdog,
  signIn,
}) => {
  await page.clock.install()
  await signIn(people.aiko, await vmPath(tenant, erp))
  const name = page.getByRole('heading', { level: 1, name: erp })
  await expect(name).toBeVisible()
  const refused = await withoutScripts(page, watchdog)
  await page.clock.fastForward('01:01:00')
  // The page was reloaded: its scripts lost their state, and cannot be loaded again.
  await expect.poll(() => refused.length).toBeGreaterThan(0)
  await expect(name).toHaveCount(0)
  await expect.poll(() => keptKeys(page)).toEqual([])
})

test('a page load is not user input: an idle page ends the session before it shows anything', async ({
  page,
  context,
  tenant,
  signIn,
}) => {
  const address = inTenant(await vmPath(tenant, erp), tenant.tenantId)
  await signIn(people.aiko, address)
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()

  await lastSeen(page, Date.now() - hour / 2)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()

  // The browser discards a tab and reloads it two hours later with its storage.
  await page.goto('/healthz')
  await lastSeen(page, Date.now() - 2 * hour)
  const readings = readingsOf(page)
  await page.goto(address)
  await expect(page.getByText(texts.problem.idle.title)).toBeVisible()
  await expect(page).toHaveURL(address)
  expect(readings).toEqual([])
  expect(await keptKeys(page)).toEqual([])

  // The directory's own session does not sign in a new tab either.
  const second = await context.newPage()
  await second.goto(address)
  await expect(second.getByText(texts.problem.idle.title)).toBeVisible()
})

test('a tab that was discarded while another signed out has no session when it is reloaded', async ({
  page,
  context,
  tenant,
  signIn,
}) => {
  await signIn(people.aiko)
  const second = await vmInNewTab(context, tenant, erp)
  await second.goto('/healthz')
  await page.getByRole('button', { name: people.aiko }).click()
  await page.getByRole('menuitem', { name: account.signOut }).click()
  await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()

  const readings = readingsOf(second)
  await second.goto(inTenant(await vmPath(tenant, erp), tenant.tenantId))
  await expect(second.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
  expect(readings).toEqual([])
  expect(await keptKeys(second)).toEqual([])
})

test('after an idle sign-out the directory requires authentication, however often the sign-in is cancelled', async ({
  page,
  tenant,
  signIn,
}) => {
  await page.clock.install()
  const prompts: (string | null)[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname.endsWith('/authorize') && request.method() === 'GET') prompts.push(searchParams.get('prompt'))
  })
  await signIn(people.aiko, await vmPath(tenant, erp))
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  await page.clock.fastForward('01:01:00')
  await expect(page.getByText(texts.problem.idle.title)).toBeVisible()
  prompts.length = 0
  for (const round of [1, 2]) {
    await leaveToSignIn(page)
    await expect(page).toHaveURL(/\/authorize/)
    const state = new URL(page.url()).searchParams.get('state') ?? ''
    await page.goto(`/auth/redirect#${new URLSearchParams({ error: 'access_denied', state }).toString()}`)
    await expect(page.getByText(texts.problem.cancelled.title), `round ${round}`).toBeVisible()
  }
  await leaveToSignIn(page)
  await pickPerson(page, people.aiko)
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  expect(prompts).toEqual(['login', 'login', 'login'])
})
