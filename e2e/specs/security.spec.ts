import type { APIRequestContext, APIResponse } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { expect, inTenant, people, test, type Tenant } from '../fixtures/test'
import { vmApi } from '../fixtures/vms'

const unknownSubscription = '00000000-0000-4000-8000-00000000dead'

test.use({ world: { scenario: 'fleet', vms: 6, subscriptions: 1 } })

/** The policy's values by directive. */
function policyOf(response: APIResponse): ReadonlyMap<string, readonly string[]> {
  const text = response.headers()['content-security-policy'] ?? ''
  return new Map(
    text
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...values]) => [name, values]),
  )
}

async function codeOf(response: APIResponse): Promise<string> {
  const body = (await response.json()) as { code?: unknown }
  return String(body.code)
}

const get = (request: APIRequestContext, path: string, token?: string) =>
  request.get(path, {
    maxRedirects: 0,
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  })

/** Requests to Azure with a user's token; metadata and signing keys are public. */
async function callsForAzure(tenant: Tenant): Promise<readonly string[]> {
  return Object.keys((await tenant.traffic({ limit: 0 })).counts).filter(
    (route) => !['entra-configuration', 'entra-keys'].includes(route),
  )
}

/** `WWW-Authenticate` is present only when a sign-in can help. */
const challenges: Readonly<Record<number, RegExp>> = { 401: /^Bearer/, 403: /^none$/ }

test('every kind of answer has the security headers', async ({ request, azureOrigin }) => {
  const answers = {
    'start page': '/',
    'VM page': `/vm/${unknownSubscription}/rg/vm`,
    'paste page': '/explain',
    'no such page': '/no/such/page',
    'API without a token': '/api/v1/fleet',
    'no such API': '/api/v1/nothing',
    icon: '/icon.svg',
  }
  const nonces = new Set<string>()
  for (const [kind, path] of Object.entries(answers)) {
    const response = await get(request, path)
    const headers = response.headers()
    expect.soft(headers, kind).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect.soft(headers['strict-transport-security'], kind).toMatch(/max-age=\d{8}/)
    expect.soft(headers['permissions-policy'], kind).toContain('camera=()')
    expect.soft(headers['x-powered-by'], kind).toBeUndefined()
    const policy = policyOf(response)
    expect.soft(policy.get('default-src'), kind).toEqual(["'none'"])
    expect.soft(policy.get('frame-ancestors'), kind).toEqual(["'none'"])
    expect.soft(policy.get('connect-src'), kind).toEqual(["'self'", azureOrigin])
    expect.soft(policy.get('require-trusted-types-for'), kind).toEqual(["'script'"])
    expect
      .soft(headers['content-security-policy'], kind)
      .not.toMatch(/unsafe-|https?:\/\/\*|(^|\s)\*(\s|;|$)|data:|blob:/)
    const nonce = policy.get('script-src')?.find((source) => source.startsWith("'nonce-")) ?? kind
    nonces.add(nonce)
  }
  expect(nonces.size, 'a nonce for each answer').toBe(Object.keys(answers).length)

  const bridge = await get(request, '/auth/redirect')
  expect(policyOf(bridge).get('frame-ancestors')).toEqual(["'self'"])
  expect(bridge.headers()['x-frame-options']).toBe('SAMEORIGIN')
})

test('answers with user data may not be cached', async ({ request, tenant }) => {
  const token = await tenant.token({ person: people.chiara })
  const [vm] = await tenant.vms()
  for (const path of ['/api/v1/fleet', await vmApi(tenant, vm?.name ?? '')]) {
    const response = await get(request, path, token)
    expect(response.status(), path).toBe(200)
    expect(response.headers()['cache-control'], path).toBe('no-store')
    expect(response.headers()['vary'], path).toMatch(/authorization/i)
    expect(await response.text()).not.toMatch(/eyJ[\w-]+\.eyJ/)
  }
})

test('invalid and foreign tokens are refused, each with its own code', async ({ request, tenant }) => {
  const person = people.chiara
  const refused: Readonly<Record<string, readonly [string | undefined, number, string]>> = {
    none: [undefined, 401, 'sign-in-required'],
    garbage: ['not.a.token', 401, 'token-invalid'],
    expired: [await tenant.token({ person, expiresIn: -120 }), 401, 'token-expired'],
    unsigned: [await tenant.token({ person, flaw: 'alg-none' }), 401, 'token-invalid'],
    'signed with an unknown key': [await tenant.token({ person, flaw: 'wrong-key' }), 401, 'token-invalid'],
    'signed with the public key': [await tenant.token({ person, flaw: 'symmetric' }), 401, 'token-invalid'],
    'changed afterwards': [await tenant.token({ person, flaw: 'tampered' }), 401, 'token-invalid'],
    'for ARM': [await tenant.token({ person, audience: 'arm' }), 401, 'token-invalid'],
    'for another application': [await tenant.token({ person, audience: 'api://other' }), 401, 'token-invalid'],
    'of another issuer': [
      await tenant.token({ person, overrides: { iss: 'https://evil.example/v2.0' } }),
      401,
      'token-invalid',
    ],
    'without the scope': [await tenant.token({ person, overrides: { scp: 'other' } }), 403, 'scope-missing'],
    'of an application': [
      await tenant.token({ person, overrides: { idtyp: 'app', scp: null, roles: ['Reader.All'] } }),
      403,
      'app-only-token',
    ],
  }
  for (const [kind, [token, status, code]] of Object.entries(refused)) {
    const response = await get(request, '/api/v1/fleet', token)
    expect.soft(response.status(), kind).toBe(status)
    expect.soft(await codeOf(response), kind).toBe(code)
    expect.soft(response.headers()['www-authenticate'] ?? 'none', kind).toMatch(challenges[status] ?? /nothing/)
    expect.soft(await response.text(), kind).not.toMatch(/eyJ|jose|stack|node_modules/i)
  }
  expect(await callsForAzure(tenant), 'a refused caller never causes a call to Azure').toEqual([])
})

test('malformed paths are clearly refused and cause no call to Azure', async ({ request, tenant }) => {
  const token = await tenant.token({ person: people.chiara })
  const sub = tenant.created.subscriptions[0]?.id ?? ''
  const refused: Readonly<Record<string, readonly [string, number, string]>> = {
    'no subscription id': ['/api/v1/vms/not-a-guid/rg/vm', 400, 'request-invalid'],
    'a slash in a group': [`/api/v1/vms/${sub}/rg%2f..%2f..%2fother/vm`, 400, 'request-invalid'],
    'a query in a name': [`/api/v1/vms/${sub}/rg/vm%3Fapi-version=1`, 400, 'request-invalid'],
    'a climb': [`/api/v1/vms/${sub}/%2e%2e/vm`, 404, 'not-found'],
    'a null byte': [`/api/v1/vms/${sub}/rg/vm%00`, 400, 'request-invalid'],
    'a name without end': [`/api/v1/vms/${sub}/rg/${'v'.repeat(6000)}`, 400, 'request-invalid'],
    'a filter that is no id': ['/api/v1/fleet?subscription=x', 400, 'request-invalid'],
    'no such API': ['/api/v1/nothing', 404, 'not-found'],
    'no such version': ['/api/v9/fleet', 404, 'not-found'],
  }
  for (const [kind, [path, status, code]] of Object.entries(refused)) {
    const response = await get(request, path, token)
    expect.soft(response.status(), kind).toBe(status)
    expect.soft(response.headers()['content-type'], kind).toContain('application/json')
    expect.soft(await codeOf(response).catch(() => 'no JSON'), kind).toBe(code)
  }
  expect(await callsForAzure(tenant)).toEqual([])

  const others = [
    ['/api/v1/fleet', 'GET, DELETE', ['POST', 'PUT', 'PATCH']],
    [`/api/v1/vms/${sub}/rg/vm`, 'GET', ['POST', 'PUT', 'PATCH', 'DELETE']],
  ] as const
  const headers = { authorization: `Bearer ${token}` }
  for (const [path, allowed, methods] of others) {
    for (const method of methods) {
      const response = await request.fetch(path, { method, headers })
      expect.soft(response.status(), `${method} ${path}`).toBe(405)
      expect.soft(response.headers()['allow'], `${method} ${path}`).toBe(allowed)
    }
  }
  // Only a signed-in user can end a load, by its id.
  expect.soft((await request.delete('/api/v1/fleet', { headers })).status()).toBe(400)
  const load = `/api/v1/fleet?load=${crypto.randomUUID()}`
  expect.soft((await request.delete(load)).status()).toBe(401)
  expect.soft((await request.delete(load, { headers })).status()).toBe(204)
})

test('a path that no route accepts is refused, and the server keeps running', async ({ request }) => {
  const long = await get(request, `/vm/${'x'.repeat(20_000)}`)
  expect(long.status()).toBe(431)
  const broken = await get(request, '/api/v1/vms/x/rg/%E0%A4%A')
  expect(broken.status()).toBe(400)
  expect(await broken.json()).toMatchObject({ code: 'request-invalid', parameter: 'path' })
  expect((await get(request, '/')).status()).toBe(200)
})

test('an unknown page is reported under the full policy', async ({ page }) => {
  const { title, home } = messages.en.frame.notFound
  const response = await page.goto('/no/such/page?x=1')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('/no/such/page')).toBeVisible()
  await page.getByRole('link', { name: home }).click()
  await expect(page.getByRole('heading', { level: 1, name: messages.en.frame.signIn.title })).toBeVisible()
})

test('the VM page shows malformed paths as malformed', async ({ page, tenant, signIn }) => {
  await signIn(people.chiara, `/vm/not-a-guid/rg/vm`)
  await expect(page.getByRole('heading', { level: 1, name: messages.en.errors['request-invalid'].title })).toBeVisible()
  await page.goto(inTenant('/auth/redirect', tenant.tenantId))
  await expect(page.getByText(messages.en.frame.bridge.failed)).toBeVisible()
})
