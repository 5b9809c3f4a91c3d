import { demoTenantIds, directoryTitle } from '@/e2e/simulator/names'
import { messages } from '@/lib/i18n/messages'
import { tenantsOfApiCalls } from '../fixtures/api-calls'
import { expect, inTenant, leaveToSignIn, people, pickPerson, test, type Tenant } from '../fixtures/test'
import { vmInNewTab } from '../fixtures/tabs'
import { vmPath } from '../fixtures/vms'

const { signIn: texts, renewal, account } = messages.en.frame
const erp = 'vm-erp-app-01'

/** Number of requests for a route of the fake directory. */
async function asked(tenant: Pick<Tenant, 'traffic'>, route: string): Promise<number> {
  const { counts } = await tenant.traffic({ limit: 0 })
  return Object.values(counts[route] ?? {}).reduce((sum, count) => sum + count, 0)
}

test('a deep link with query and fragment is restored after sign-in, and a reload keeps the session', async ({
  page,
  tenant,
}) => {
  const address = inTenant(`${await vmPath(tenant, erp)}?view=raw&note=a%20b#part`, tenant.tenantId)
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
  await expect(page.getByText(texts.rights)).toBeVisible()
  await leaveToSignIn(page)
  await pickPerson(page, people.aiko)
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  await expect(page).toHaveURL(address)
  await expect(page.getByRole('region', { name: messages.en.vm.raw.label })).toContainText(`"${erp}"`)

  const visits = await asked(tenant, 'entra-authorize')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  await expect(page).toHaveURL(address)
  expect(await asked(tenant, 'entra-authorize'), 'visits to the directory after a reload').toBe(visits)
})

test('a token is renewed in the background before it expires', async ({ page, tenant, signIn }) => {
  await page.clock.install()
  // MSAL renews five minutes ahead, so this token is renewed after a minute and a half.
  await tenant.settings({ accessTokenSeconds: 390 })
  await signIn(people.aiko, await vmPath(tenant, erp))
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  const visits = await asked(tenant, 'entra-authorize')
  const tokens = await asked(tenant, 'entra-token')
  const readings = await asked(tenant, 'vm-get')
  await page.clock.fastForward('05:01')
  await expect.poll(() => asked(tenant, 'vm-get'), { message: 'the page reads on by itself' }).toBe(readings + 1)
  expect(await asked(tenant, 'entra-token')).toBeGreaterThan(tokens)
  expect(await asked(tenant, 'entra-authorize'), 'visits to the directory').toBe(visits)
})

test('a second tab is signed in silently; signing out ends at a clean start page in all tabs', async ({
  page,
  context,
  tenant,
  signIn,
}) => {
  await signIn(people.aiko)
  const second = await vmInNewTab(context, tenant, erp)

  await page.getByRole('button', { name: people.aiko }).click()
  await page.getByRole('menuitem', { name: account.signOut }).click()
  await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
  await expect(page).toHaveURL('/')
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => /token|account/i.test(key)))).toEqual([])

  // The other tab signs out by itself: it keeps neither the fleet on its screen nor a token to read it.
  await expect(second.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
  await expect(second.getByText(erp, { exact: true })).toHaveCount(0)
  expect(await second.evaluate(() => Object.keys(sessionStorage).filter((key) => /token|account/i.test(key)))).toEqual(
    [],
  )

  const third = await context.newPage()
  await third.goto(inTenant(await vmPath(tenant, erp), tenant.tenantId))
  await expect(third.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
  await expect(third.getByText(erp, { exact: true })).toHaveCount(0)
})

test('signing out also revokes the token at the server, and leaves no user data on the device', async ({
  page,
  request,
  signIn,
}) => {
  const tokens = new Set<string>()
  page.on('request', (sent) => {
    const { authorization } = sent.headers()
    if (new URL(sent.url()).pathname.startsWith('/api/') && authorization !== undefined) tokens.add(authorization)
  })
  await signIn(people.aiko)
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  await expect.poll(() => tokens.size).toBeGreaterThan(0)
  const statuses = () =>
    Promise.all(
      [...tokens].map(async (authorization) =>
        (await request.get('/api/v1/watches', { headers: { authorization } })).status(),
      ),
    )
  expect(new Set(await statuses())).toEqual(new Set([200]))
  await page.evaluate(() => localStorage.setItem('sealwatch.waves.public.tenant.person', '{}'))
  await page.evaluate(() => localStorage.setItem('sealwatch.density', 'compact'))
  await page.getByRole('button', { name: people.aiko }).click()
  await page.getByRole('menuitem', { name: account.signOut }).click()
  await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
  expect(new Set(await statuses())).toEqual(new Set([401]))
  const notes = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('sealwatch.')))
  expect(notes).toEqual(['sealwatch.density'])
})

test('a page without input for an hour signs out, in every tab, and is restored after a sign-in', async ({
  page,
  context,
  tenant,
  signIn,
}) => {
  await page.clock.install()
  const address = inTenant(await vmPath(tenant, erp), tenant.tenantId)
  await signIn(people.aiko, address)
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  const second = await context.newPage()
  await second.goto(address)
  await expect(second.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  await page.clock.fastForward('59:00')
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  await page.clock.fastForward('02:00')
  for (const tab of [page, second]) {
    await expect(tab.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
    await expect(tab.getByText(texts.problem.idle.title)).toBeVisible()
    await expect(tab).toHaveURL(address)
    expect(await tab.evaluate(() => Object.keys(sessionStorage).filter((key) => /token|account/i.test(key)))).toEqual(
      [],
    )
  }
  await leaveToSignIn(second)
  await pickPerson(second, people.aiko)
  await expect(second.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  await expect(second.getByText(texts.problem.idle.title)).toHaveCount(0)
})

test('another account can be added, and accounts can be switched', async ({ page, tenant, signIn }) => {
  await signIn(people.aiko, await vmPath(tenant, erp))
  await page.getByRole('button', { name: people.aiko }).click()
  await page.getByRole('menuitem', { name: account.add }).click()
  await pickPerson(page, people.ben)
  await page.getByRole('button', { name: people.ben }).click()
  const choice = page.getByRole('menuitemradio', { name: /aiko\.tanaka/ })
  await expect(page.getByRole('menuitemradio', { name: /ben\.ortiz/ })).toBeChecked()
  await choice.click()
  await expect(page.getByRole('button', { name: people.aiko })).toBeVisible()
})

test('the tenant in a link decides where to sign in', async ({ page, tenant, makeTenant, signIn }) => {
  const other = await makeTenant({ scenario: 'lifecycle' })
  const sent = tenantsOfApiCalls(page)
  await signIn(people.aiko, await vmPath(tenant, erp))
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  expect(new Set(sent)).toEqual(new Set([tenant.tenantId]))

  // Requests that the previous page still sends in the background belong to its own tenant.
  await page.goto('about:blank')
  const before = sent.length
  await page.goto(inTenant(await vmPath(other, 'linux-offline-all'), other.tenantId))
  await pickPerson(page, people.chiara)
  await expect(page.getByRole('heading', { level: 1, name: 'linux-offline-all', exact: true })).toBeVisible()
  expect(new Set(sent.slice(before))).toEqual(new Set([other.tenantId]))
})

test('a guest follows a link to another tenant without another sign-in, with a token of that tenant', async ({
  page,
  azure,
}) => {
  const home = demoTenantIds.empty
  const away = demoTenantIds.mixed
  const sent = tenantsOfApiCalls(page)
  await page.goto(inTenant('/', home))
  await leaveToSignIn(page)
  await pickPerson(page, people.hana)
  await expect(page.getByRole('button', { name: people.hana })).toBeVisible()

  await page.goto(inTenant(await vmPath(azure.tenant(away), 'vm-odd-conflict'), away))
  await expect(page.getByRole('heading', { level: 1, name: 'vm-odd-conflict' })).toBeVisible()
  expect(sent.at(-1)).toBe(away)

  await page.goto(inTenant(await vmPath(azure.tenant(away), 'vm-odd-query'), home))
  await expect(page.getByRole('heading', { level: 1, name: messages.en.vm.error.title['not-found'] })).toBeVisible()
  expect(sent.at(-1)).toBe(home)
})

test('a claims challenge of the directory is answered once, and the user returns to the same page', async ({
  page,
  tenant,
}) => {
  const address = inTenant(`${await vmPath(tenant, erp)}?view=raw#part`, tenant.tenantId)
  await page.goto(address)
  await leaveToSignIn(page)
  await pickPerson(page, people.emi)
  await expect(page.getByText(/asks for a stronger sign-in/)).toBeVisible()
  const visits = await asked(tenant, 'entra-authorize')
  await pickPerson(page, people.emi)
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  await expect(page).toHaveURL(address)
  // The form that selects the user is the only further request: no second redirect, hidden or visible.
  expect(await asked(tenant, 'entra-authorize')).toBe(visits + 1)
})

test('a claims challenge of ARM is answered once', async ({ page, tenant, signIn }) => {
  await signIn(people.chiara, await vmPath(tenant, erp))
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  await tenant.addFault({ kind: 'claims-challenge', routes: ['vm-get'] })
  await page.getByRole('button', { name: messages.en.vm.again.recheck }).click()
  await expect(page.getByText(/asks for a stronger sign-in/)).toBeVisible()
  await pickPerson(page, people.chiara)
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
})

test('a challenge that no sign-in can satisfy ends in an explanation, not in a loop', async ({ page, tenant }) => {
  // Azure never does this, so the test forges the answer of the product's own API.
  const claims = Buffer.from('{"access_token":{"acrs":{"essential":true,"value":"c9"}}}').toString('base64')
  const azure = { azureCodes: [], azureVersions: [] }
  const error = {
    code: 'claims-challenge',
    requestId: null,
    retryAfterSeconds: null,
    claims,
    parameter: null,
    ...azure,
  }
  await page.route('**/api/v1/vms/**', (route) => route.fulfill({ status: 401, json: error }))
  const address = inTenant(await vmPath(tenant, erp), tenant.tenantId)
  await page.goto(address)
  await leaveToSignIn(page)
  await pickPerson(page, people.chiara)
  await expect(page.getByText(/asks for a stronger sign-in/)).toBeVisible()
  await pickPerson(page, people.chiara)
  await expect(
    page.getByRole('heading', { level: 1, name: messages.en.errors['claims-challenge'].title }),
  ).toBeVisible()
  await expect(page).toHaveURL(address)
})

test('missing consent is requested, explained when declined, and used when given', async ({ page, tenant }) => {
  const address = inTenant(await vmPath(tenant, erp), tenant.tenantId)
  await page.goto(address)
  await leaveToSignIn(page)
  await pickPerson(page, people.farah)
  await expect(page.getByRole('heading', { name: 'Permissions requested' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('status').filter({ hasText: texts.problem.consent.title })).toBeVisible()
  await expect(page).toHaveURL(address)

  await leaveToSignIn(page)
  await page.getByRole('button', { name: 'Accept' }).click()
  // The first consent is for the browser's application, the second for the API's access to Azure.
  await expect(page.getByText(/read Azure resources in your name/)).toBeVisible()
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
  await expect(page).toHaveURL(address)
})

test('an abandoned sign-in can be started again', async ({ page, tenant }) => {
  const address = inTenant(await vmPath(tenant, erp), tenant.tenantId)
  await page.goto(address)
  await leaveToSignIn(page)
  await expect(page.getByRole('heading', { level: 1, name: directoryTitle })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(address)
  await leaveToSignIn(page)
  await pickPerson(page, people.aiko)
  await expect(page.getByRole('heading', { level: 1, name: erp })).toBeVisible()
})

test('when the session ends early, the data stays and the user can sign in again', async ({ page, tenant, signIn }) => {
  await page.clock.install()
  // Playwright's own evaluations count as clicks; without them this is a page without input.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'userActivation', { value: { isActive: false, hasBeenActive: false } })
  })
  await tenant.settings({ accessTokenSeconds: 390 })
  await signIn(people.goran, await vmPath(tenant, erp))
  const name = page.getByRole('heading', { level: 1, name: erp })
  await expect(name).toBeVisible()
  await page.clock.fastForward('05:01')
  const ended = page.getByRole('status').filter({ hasText: renewal.title })
  await expect(ended).toBeVisible()
  await expect(name).toBeVisible()
  await page.getByRole('button', { name: renewal.button }).click()
  await pickPerson(page, people.goran)
  await expect(name).toBeVisible()
  await expect(ended).toHaveCount(0)
})
