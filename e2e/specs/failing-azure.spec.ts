import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { expect, people, test } from '../fixtures/test'
import { vmPath, vmPlace } from '../fixtures/vms'

const { fleet: texts, vm: vmTexts, errors, ui, verdict } = messages.en

/** A wait so long that the server reports it instead of retrying. */
const hour = '3600'

test.use({ world: { scenario: 'fleet', vms: 14, subscriptions: 2, ade: 1 } })

/** Marks the current page; the result is true later only if the page was not reloaded. */
async function mark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => Reflect.set(window, 'still-here', true))
  return () => page.evaluate(() => Reflect.get(window, 'still-here') === true)
}

const banner = (page: Page, title: string) => page.getByRole('status').filter({ hasText: title })

test('when Azure goes down after a good load, the rows stay with their age and the cause, and recover', async ({
  page,
  tenant,
  signIn,
}) => {
  await tenant.clock({ freeze: true })
  await signIn(people.aiko)
  await expectLoaded(page)
  const fleet = fleetOn(page)
  const shown = async () => ({
    names: await fleet.names(),
    numbers: await Promise.all(fleet.stateNames.map(fleet.number)),
  })
  const before = await shown()
  const stillHere = await mark(page)

  await tenant.addFault({ kind: 'server-error', retryAfter: hour })
  await page.getByRole('button', { name: texts.load.refresh, exact: true }).first().click()
  const failing = banner(page, errors['arm-down'].title)
  await expect(failing).toBeVisible()
  await expect(failing).toContainText(errors['arm-down'].cause)
  await expect(failing).toContainText(/the oldest is .+ old/)
  expect(await shown()).toEqual(before)

  await tenant.removeFaults()
  await failing.getByRole('button', { name: texts.load.refresh, exact: true }).click()
  await expect(failing).toHaveCount(0)
  expect(await shown()).toEqual(before)
  expect(await stillHere()).toBe(true)
})

test('while the first list fails, every screen names what is tried, the cause and the next attempt', async ({
  page,
  tenant,
  signIn,
}) => {
  await tenant.addFault({ kind: 'server-error', status: 503, retryAfter: '12' })
  await signIn(people.aiko)
  const attempt = /Next attempt in \d+ s\./
  await expect(page.getByText(texts.summary.starting)).toContainText(errors['arm-down'].cause)
  await expect(page.getByText(texts.summary.starting)).toContainText(attempt)
  await page.getByRole('link', { name: messages.en.frame.place.causes }).click()
  const note = banner(page, ui.completeness.loading.title)
  for (const text of [ui.completeness.loading.list, errors['arm-down'].cause, attempt])
    await expect(note).toContainText(text)
})

test('a load that waits because of errors of Azure does not call them throttling', async ({ page, tenant, signIn }) => {
  await tenant.addFault({ kind: 'server-error', routes: ['vm-get'], times: 2, retryAfter: '6' })
  await signIn(people.aiko)
  await expect(page.getByText(texts.banner.throttled.failing)).toBeVisible()
  await expect(page.getByText(texts.banner.throttled.title)).toHaveCount(0)
  await expectLoaded(page)
})

test('a throttled load shows the wait, resumes by itself and loses nothing', async ({ page, tenant, signIn }) => {
  await tenant.addFault({ kind: 'throttle', routes: ['vm-get'], times: 2, retryAfter: '3' })
  await signIn(people.aiko)
  await expect(page.getByText(texts.banner.throttled.title)).toBeVisible()
  await expect(page.getByText(/resumes automatically in \d s\. Unread VMs count as Unknown/)).toBeVisible()
  await expectLoaded(page)
  await expect(page.getByText('14 VMs in 2 subscriptions')).toBeVisible()
  await expect(fleetOn(page).count(messages.en.states.state.unknown)).toHaveAccessibleName(/: 0\./)
  await page.getByRole('button', { name: /Show refresh details/ }).click()
  await expect(page.getByRole('dialog', { name: texts.load.titleDone })).toContainText(/throttled/)
})

test('single answers that are truncated, malformed, dropped or refused are requested again', async ({
  page,
  tenant,
  signIn,
}) => {
  await tenant.addFault({ kind: 'drop', routes: ['subscriptions-list'], times: 1 })
  await tenant.addFault({ kind: 'truncate', routes: ['resource-graph'], times: 1 })
  await tenant.addFault({ kind: 'garble', routes: ['vm-get'], times: 1 })
  await tenant.addFault({ kind: 'server-error', routes: ['vm-get'], skip: 3, times: 1 })
  await tenant.addFault({ kind: 'expired-token', routes: ['vm-get'], skip: 6, times: 1 })
  await signIn(people.aiko)
  await expectLoaded(page)
  await expect(page.getByText('14 VMs in 2 subscriptions')).toBeVisible()
  await expect(fleetOn(page).count(messages.en.states.state.unknown)).toHaveAccessibleName(/: 0\./)
  await expect(page.getByText(texts.banner.partial.title)).toHaveCount(0)
})

test('a VM that cannot be read is Unknown with its cause, and the rest is marked as incomplete', async ({
  page,
  tenant,
  signIn,
}) => {
  const [vm] = await tenant.vms()
  const name = vm?.name ?? ''
  await tenant.addFault({ kind: 'truncate', routes: ['vm-get'], path: `/virtualMachines/${name}` })
  await signIn(people.aiko)
  await expectLoaded(page)
  await expect(page.getByText(texts.banner.partial.title)).toBeVisible()
  const fleet = fleetOn(page)
  await expect(fleet.row(name)).toContainText(messages.en.states.state.unknown)
  await fleet.row(name).click()
  await expect(fleet.panel(new RegExp(name))).toContainText(errors['arm-unreadable'].cause)
  await expect(fleet.panel(new RegExp(name))).toContainText(verdict.sentence['unknown-failed'])

  await tenant.removeFaults()
  await page.getByRole('button', { name: texts.load.refresh, exact: true }).first().click()
  await expect(page.getByText(texts.banner.partial.title)).toHaveCount(0)
  await expect(fleet.row(name)).not.toContainText(messages.en.states.state.unknown)
})

test('a VM page keeps its last good reading through an outage, a malformed answer and a deletion', async ({
  page,
  tenant,
  signIn,
}) => {
  const [vm] = await tenant.vms()
  const name = vm?.name ?? ''
  await signIn(people.aiko, await vmPath(tenant, name))
  const heading = page.getByRole('heading', { level: 1, name })
  await expect(heading).toBeVisible()
  const stillHere = await mark(page)
  const recheck = page.getByRole('button', { name: vmTexts.again.recheck })

  await tenant.addFault({ kind: 'server-error', retryAfter: hour })
  await recheck.click()
  const down = banner(page, errors['arm-down'].title)
  await expect(down).toContainText(/last good reading, .+ old/)
  await expect(heading).toBeVisible()
  await tenant.removeFaults()
  await recheck.click()
  await expect(down).toHaveCount(0)

  await tenant.addFault({ kind: 'html', routes: ['vm-get'] })
  await recheck.click()
  await expect(banner(page, errors['arm-unreadable'].title)).toBeVisible()
  await tenant.removeFaults()
  await recheck.click()
  await expect(banner(page, errors['arm-unreadable'].title)).toHaveCount(0)

  await tenant.deleteVm((await vmPlace(tenant, name)).id)
  await recheck.click()
  await expect(banner(page, errors['not-found'].title)).toContainText(/last good reading/)
  await expect(heading).toBeVisible()
  expect(await stillHere()).toBe(true)
})

test('a VM page without any reading shows the reason and reads on request', async ({ page, tenant, signIn }) => {
  const [vm] = await tenant.vms()
  await tenant.addFault({ kind: 'throttle', routes: ['vm-get'], retryAfter: hour })
  await signIn(people.aiko, await vmPath(tenant, vm?.name ?? ''))
  await expect(page.getByRole('heading', { level: 1, name: errors['arm-throttled'].title })).toBeVisible()
  await expect(page.getByText(errors['arm-throttled'].cause)).toBeVisible()
  // The server keeps the hour that Azure asked for, after any click, and sends nothing.
  const asked = (await tenant.traffic({ route: 'vm-get' })).entries
  await page.getByRole('button', { name: ui.retry }).click()
  await expect(page.getByRole('heading', { level: 1, name: errors['arm-throttled'].title })).toBeVisible()
  expect((await tenant.traffic({ route: 'vm-get' })).entries).toEqual(asked)
})

test('without a network the rows stay, and reading resumes when the network is back', async ({
  page,
  context,
  signIn,
  watchdog,
}) => {
  watchdog.tolerateConsole(/net::ERR_INTERNET_DISCONNECTED/)
  await signIn(people.aiko)
  await expectLoaded(page)
  const fleet = fleetOn(page)
  const names = await fleet.names()
  await context.setOffline(true)
  await page.getByRole('button', { name: texts.load.refresh, exact: true }).first().click()
  await expect(banner(page, texts.banner.offline.title)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Offline/ })).toBeVisible()
  expect(await fleet.names()).toEqual(names)
  await context.setOffline(false)
  await expect(banner(page, texts.banner.offline.title)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Live/ })).toBeVisible()
  expect(await fleet.names()).toEqual(names)
})

test('a dropped stream is resumed without a second load', async ({ page, tenant, signIn }) => {
  const asked: string[] = []
  await page.route('**/api/v1/fleet?*', async (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('after') ?? '')
    const response = await route.fetch()
    const lines = (await response.text()).split('\n')
    return route.fulfill({ response, body: lines.slice(0, asked.length === 1 ? 3 : undefined).join('\n') })
  })
  await signIn(people.aiko)
  await expect(page.getByText(`${(await tenant.vms()).length} VMs in 2 subscriptions`)).toBeVisible()
  await expectLoaded(page)
  expect(asked).toEqual(['0', '3'])
  const { counts } = await tenant.traffic({ limit: 0 })
  const lists = Object.values(counts['subscriptions'] ?? {}).reduce((sum, count) => sum + count, 0)
  expect(lists, 'lists of subscriptions').toBeLessThanOrEqual(1)
})

test('a stream that breaks shows no count as final', async ({ page, tenant, signIn }) => {
  // The server cannot be killed for one test, so the test drops its answers between browser and server.
  const cut = { on: false }
  await page.route('**/api/v1/fleet?*', async (route) => {
    if (cut.on && !route.request().url().endsWith('after=0')) {
      return route.fulfill({ contentType: 'application/x-ndjson', body: '' })
    }
    const response = await route.fetch()
    const lines = (await response.text()).split('\n')
    const kept = cut.on ? lines.slice(0, Math.ceil(lines.length / 2)) : lines
    return route.fulfill({ response, body: kept.join('\n') })
  })
  cut.on = true
  await signIn(people.aiko)
  await expect(page.getByText(/^[\d,]+ VMs? in \d+ subscriptions?$/)).toHaveCount(0)
  const broken = page.getByText(errors.offline.title).or(page.getByText(texts.banner.offline.title))
  // The page first tries to resume by itself.
  await expect(broken.first()).toBeVisible()
  cut.on = false
  await page
    .getByRole('button', { name: texts.load.refresh, exact: true })
    .or(page.getByRole('button', { name: ui.retry }))
    .first()
    .click()
  await expectLoaded(page)
  await expect(page.getByText(`${(await tenant.vms()).length} VMs in 2 subscriptions`)).toBeVisible()
})

test('when the directory does not answer the server, the page names it, and opens once it answers', async ({
  page,
  tenant,
  signIn,
}) => {
  const [vm] = await tenant.vms()
  // The first request for a token is the browser's own.
  await tenant.addFault({ kind: 'server-error', routes: ['entra-token'], skip: 1 })
  await signIn(people.aiko, await vmPath(tenant, vm?.name ?? ''))
  await expect(page.getByRole('heading', { level: 1, name: errors['entra-down'].title })).toBeVisible()
  await tenant.removeFaults()
  await page.getByRole('button', { name: ui.retry }).click()
  await expect(page.getByRole('heading', { level: 1, name: vm?.name ?? '' })).toBeVisible()
})
