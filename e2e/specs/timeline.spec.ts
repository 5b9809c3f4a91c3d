import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { timelineSources } from '@/lib/contract/timeline'
import { messages } from '@/lib/i18n/messages'
import { expect, people, test, type Tenant } from '../fixtures/test'
import { vmApi, vmPath, vmPlace } from '../fixtures/vms'

const { history: texts, timeline: words, vm, states, frame, ui } = messages.en
const name = 'vm-offline-all'
const minute = 60_000

test.use({ world: { scenario: 'timeline', seed: 5 } })

/** Reads a VM as a user would, through the product's API; the observation is stored when the answer arrives. */
async function observation(tenant: Tenant, product: string): Promise<string | undefined> {
  const token = await tenant.token({ person: people.chiara })
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${product}${await vmApi(tenant, name)}/history`, { headers })
  expect(answer.status).toBe(200)
  const { observations } = (await answer.json()) as { observations: { facts: { state: string } }[] }
  return observations.at(-1)?.facts.state
}

/** A run from its request to its end, read every four minutes of simulated time. */
async function wholeRun(tenant: Tenant, product: string): Promise<void> {
  await tenant.clock({ freeze: true })
  await observation(tenant, product)
  const { id } = await vmPlace(tenant, name)
  const pace = { osMiBPerSecond: 200, dataMiBPerSecond: 400, fullness: 0.3 }
  await tenant.changeVm({ id, plan: 'linux-offline-all', by: people.chiara, pace })
  for (let observations = 0; observations < 12; observations += 1) {
    await tenant.clock({ step: 4 * minute })
    if ((await observation(tenant, product)) === 'encrypted') return
  }
  throw new Error('the run did not end')
}

async function openTimeline(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: vm.tabs.timeline }).click()
  const lanes = page.getByRole('toolbar', { name: `Timeline of ${name}` })
  await expect(lanes).toBeVisible()
  return lanes
}

const laneOf = (lanes: Locator, lane: string) =>
  lanes.getByRole('group', { name: lane, exact: true }).getByRole('button')
const listOf = (page: Page) => page.getByRole('table', { name: texts.list.label }).getByRole('row')

test('a whole run is shown as observed: states in order, who requested it, gaps, and the same in the list', async ({
  page,
  tenant,
  signIn,
  baseURL,
}) => {
  await wholeRun(tenant, baseURL ?? '')
  await signIn(people.chiara, await vmPath(tenant, name))
  const lanes = await openTimeline(page)
  await page.getByRole('button', { name: texts.zoom.all, exact: true }).click()
  const os = laneOf(lanes, words.lane.os)
  const labels = await os.evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label') ?? ''))
  const seen = labels.map((label) => label.split('. ')[1]).filter((what) => what !== words.entry.gap)
  expect(seen.filter((what, place) => what !== seen[place - 1])).toEqual([
    states.volume['not-encrypted'],
    states.volume.encrypting,
    states.volume['restart-pending'],
    states.volume.encrypted,
  ])
  // Readings four minutes apart are no continuous observation during a run: only the first change lies between two.
  const gaps = laneOf(lanes, words.lane.os).and(page.getByRole('button', { name: words.entry.gap }))
  expect(await gaps.count()).toBeGreaterThan(3)
  await expect(gaps.first(), 'a gap of minutes has no walls').toHaveCSS('border-left-width', '0px')
  expect(labels.filter((label) => /started between .+ and /.test(label))).toHaveLength(1)
  const request = lanes.getByRole('button', {
    name: /wrote an extension.+succeeded.+Activity Log, Resource Graph changes/,
  })
  await expect(request.first()).toBeVisible()
  for (const more = page.getByRole('button', { name: /^Show \d+ more$/ }); (await more.count()) > 0;) await more.click()
  for (const lane of [words.lane.os, words.lane.data, words.lane.message, words.lane.power]) {
    const rows = listOf(page).filter({ has: page.getByRole('cell', { name: lane, exact: true }) })
    const bars = await laneOf(lanes, lane).evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label') ?? ''))
    await expect(rows, lane).toHaveCount(bars.filter((label) => !label.includes(words.entry.gap)).length)
  }
  await expect(listOf(page).filter({ hasText: 'chiara.rossi@' }).first()).toContainText('wrote an extension')
})

test('without observations there is a gap, and no state is said to have begun after it', async ({
  page,
  tenant,
  signIn,
  baseURL,
}) => {
  await tenant.clock({ freeze: true })
  await observation(tenant, baseURL ?? '')
  await tenant.clock({ step: 181 * minute })
  await signIn(people.chiara, await vmPath(tenant, name))
  const lanes = await openTimeline(page)
  const os = laneOf(lanes, words.lane.os)
  await expect(os).toHaveCount(3)
  await expect(os.nth(1)).toHaveAccessibleName(/No reading.+3 h.+not known/)
  await expect(os.nth(1), 'a long gap has walls').toHaveCSS('border-left-width', '2px')
  await expect(os.nth(2)).toHaveAccessibleName(/no earlier reading/)
  await expect(listOf(page).filter({ hasText: /No reading for 3 h/ })).toHaveCount(1)
})

test('the keyboard moves through the lanes, zooms and shows exact times', async ({ page, tenant, signIn, baseURL }) => {
  await tenant.clock({ freeze: true })
  await observation(tenant, baseURL ?? '')
  await tenant.clock({ step: 181 * minute })
  await signIn(people.chiara, await vmPath(tenant, name))
  const lanes = await openTimeline(page)
  const vmLane = laneOf(lanes, words.lane.vm)
  const os = laneOf(lanes, words.lane.os)
  await vmLane.last().focus()
  await page.keyboard.press('ArrowLeft')
  await expect(vmLane.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(os.nth(1)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(os.first()).toBeFocused()
  // The same text under the lanes, with seconds.
  await expect(page.getByText(/seen once, .+:\d\d:\d\d/)).toBeVisible()
  const range = page.getByRole('heading', { level: 2, name: / – / })
  const before = await range.innerText()
  await page.keyboard.press('+')
  await expect(range).not.toHaveText(before)
  await expect(os.first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(os.last()).toBeFocused()
  await page.keyboard.press('0')
  await expect(os).toHaveCount(3)
  // One element in the tab order for all lanes.
  await expect(lanes.locator('button[tabindex="0"]')).toHaveCount(1)
})

test('the timeline can be saved, as a table and as JSON', async ({ page, tenant, signIn, baseURL }) => {
  await tenant.clock({ freeze: true })
  await observation(tenant, baseURL ?? '')
  await tenant.clock({ step: 181 * minute })
  await signIn(people.chiara, await vmPath(tenant, name))
  await openTimeline(page)
  const rows = (await listOf(page).count()) - 1
  const saved = async (button: string): Promise<string> => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    return readFileSync(await (await download).path(), 'utf8')
  }
  const csv = await saved(texts.save.csv)
  // One line of metadata, one for each source with what was read of it, the column names, then one line per entry.
  for (const source of timelineSources) expect(csv).toContain(`\r\n${texts.sources.name[source]},`)
  expect(csv.trim().split('\r\n')).toHaveLength(rows + 2 + timelineSources.length)
  expect(csv).toContain(`${words.lane.os},not encrypted,`)
  const json = JSON.parse(await saved(texts.save.json)) as { entries: { kind: string }[] }
  expect(json.entries).toHaveLength(rows)
  expect(json.entries.filter(({ kind }) => kind === 'gap')).toHaveLength(1)
  await expect(page.getByRole('status').filter({ hasText: `sealwatch-${name}-timeline.json` })).toBeAttached()
})

test('a missing permission is named with its role, and the rest stays', async ({ page, tenant, signIn }) => {
  await tenant.addFault({ kind: 'deny', routes: ['activity-log'] })
  await signIn(people.chiara, await vmPath(tenant, name))
  const lanes = await openTimeline(page)
  await expect(page.getByText(/may not read the Activity Log.+Monitoring Reader/)).toBeVisible()
  await expect(laneOf(lanes, words.lane.os)).toHaveCount(1)
})

test('without a database the page says so and shows the current reading', async ({ page, tenant, signIn }) => {
  await page.route(/\/api\/v1\/vms\/.+\/timeline$/, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), historyFailure: 'unreachable' } })
  })
  await signIn(people.chiara, await vmPath(tenant, name))
  const lanes = await openTimeline(page)
  await expect(page.getByText(texts.off.why.unreachable)).toBeVisible()
  await expect(laneOf(lanes, words.lane.os)).toHaveCount(1)
  await expect(page.getByRole('button', { name: vm.again.recheck })).toBeVisible()
})

test('the fleet’s history counts what the user can read now, and has a gap without observations', async ({
  page,
  tenant,
  signIn,
  baseURL,
}) => {
  await tenant.clock({ freeze: true })
  for (let observations = 0; observations < 3; observations += 1) {
    await observation(tenant, baseURL ?? '')
    await tenant.clock({ step: 10 * minute })
  }
  await tenant.clock({ step: 11 * 60 * minute })
  await signIn(people.chiara, '/history')
  await expect(page.getByRole('link', { name: frame.place.history })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByText(/Covers the 9 VMs that you can read now/)).toBeVisible()
  const chart = page.getByRole('slider', { name: texts.fleet.chart })
  await chart.focus()
  await page.keyboard.press('Home')
  await expect(chart).toHaveAttribute('aria-valuetext', new RegExp('no data collected'))
  await page.getByRole('button', { name: /^Show \d+ more$/ }).click()
  const table = page.getByRole('table', { name: texts.fleet.table })
  await expect(table.getByRole('columnheader')).toHaveText([
    texts.fleet.time,
    states.state['partly-encrypted'],
    states.state['not-encrypted'],
    texts.fleet.notSeen,
  ])
  const cells = async () =>
    Promise.all((await table.getByRole('row').all()).slice(1).map((row) => row.getByRole('cell').allInnerTexts()))
  // A dash is read out as “not read”.
  const [present, ...reported] = (await cells()).map((row) => row.join(' ').replaceAll(`\n${ui.notRead}`, ''))
  // The newest row is the reading of the fleet itself, which is whole; before it one VM was read.
  expect(present).toBe('1 8 0')
  const lastKnown = `– –\n${texts.fleet.lastKnown.replace('{count}', '1')} 9`
  expect(new Set(reported)).toEqual(new Set(['– – 9', '– 1 8', lastKnown]))
  expect(reported.filter((row) => row === '– 1 8').length).toBeLessThan(8)
  // Without colours, a pattern tells the bands apart, and the legend shows it.
  const pattern = page.getByRole('group', { name: new RegExp(texts.fleet.show) }).locator('svg rect')
  const bands = chart.locator('path[fill^="url("]:visible')
  const hatched = await bands.count()
  await expect(pattern.first()).toBeHidden()
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(pattern.first()).toBeVisible()
  expect(await bands.count()).toBeGreaterThan(hatched)
  await page.emulateMedia({ forcedColors: 'none' })
  await page.getByText(texts.fleet.span['168']).click()
  await expect(page).toHaveURL(/hours=168/)
  await page.reload()
  await expect(page.getByRole('radio', { name: texts.fleet.span['168'] })).toBeChecked()
})
