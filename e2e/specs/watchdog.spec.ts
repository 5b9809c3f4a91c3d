import { expect, people, test } from '../fixtures/test'
import { Watchdog } from '../fixtures/watchdog'

test('the watchdog reports every violation', async ({ browser, baseURL, azure, azureOrigin, tenant }) => {
  const { origins } = await azure.overview()
  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  const watchdog = new Watchdog({ product: baseURL ?? '', signIn: azureOrigin, arm: origins.server })
  await watchdog.attach(context)
  const page = await context.newPage()
  await page.goto('/explain')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await watchdog.findings(), 'before any violation').toEqual([])

  const arm = await tenant.token({ person: people.chiara, audience: 'arm' })
  await page.route('**/api/v1/leak', (route) => route.fulfill({ json: { token: arm } }))
  await page.evaluate(async (token) => {
    console.error('something broke')
    setTimeout(() => {
      throw new Error('not caught')
    })
    sessionStorage.setItem('notes', token)
    document.cookie = `kept=${token}; path=/`
    const style = document.createElement('style')
    style.textContent = 'body { color: red }'
    document.head.append(style)
    await fetch('/api/v1/leak')
    await fetch(`/explain?token=${token}`)
    await fetch('/icon.svg', { headers: { authorization: 'Bearer x' } })
    window.open('http://127.0.0.1:9/')
  }, arm)
  await expect
    .poll(async () => (await watchdog.findings()).map((finding) => finding.split(':')[0]))
    .toEqual(
      expect.arrayContaining([
        'console error',
        'uncaught error',
        'content policy',
        'token in an answer of the product',
        'token in an address',
        'token kept outside MSAL',
        'ARM token in the storage',
        'token in a cookie',
        'authorization sent elsewhere',
        'request to foreign origin',
      ]),
    )
  watchdog.release(context)
  await context.close()
})
