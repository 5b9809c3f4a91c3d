import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { findings } from '../fixtures/axe'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { expect, inTenant, people, test } from '../fixtures/test'

const { fleet: texts, frame, states } = messages.en

/** Presses of Tab until a row of the table has the focus; Infinity after twenty. */
async function tabsToRow(page: Page): Promise<number> {
  const onRow = page.locator('[role="row"]:focus')
  for (let presses = 1; presses <= 20; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await onRow.count()) === 1) return presses
  }
  return Infinity
}

test('the first row is at most ten Tabs from the top of the fleet', async ({ page, signIn, tenant }) => {
  await signIn(people.chiara)
  await expectLoaded(page)
  await page.reload()
  await expectLoaded(page)
  expect(await tabsToRow(page)).toBeLessThanOrEqual(10)

  // Also where filters are set, and from the link that skips the frame.
  await page.goto(inTenant('/?state=failed&os=linux', tenant.tenantId))
  await expectLoaded(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: frame.skip })).toBeFocused()
  await page.keyboard.press('Enter')
  expect(await tabsToRow(page)).toBeLessThanOrEqual(6)
})

test('each group of buttons is one stop, arrows walk in it, and it is left where it was entered', async ({
  page,
  signIn,
}) => {
  await signIn(people.chiara)
  const fleet = fleetOn(page)
  await expectLoaded(page)
  const strip = page.getByRole('toolbar', { name: texts.strip.label })
  await fleet.count(states.state.failed).focus()
  await page.keyboard.press('ArrowRight')
  await expect(fleet.count(states.state.conflict)).toBeFocused()
  await page.keyboard.press('End')
  await expect(fleet.count(states.state['not-encrypted'])).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(fleet.count(states.state.failed)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(fleet.count(states.state['protected-otherwise'])).toBeFocused()

  // Tab leaves the group, Shift+Tab comes back to the same place.
  await page.keyboard.press('Tab')
  await expect(strip.locator(':focus')).toHaveCount(0)
  await page.keyboard.press('Shift+Tab')
  await expect(fleet.count(states.state['protected-otherwise'])).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: texts.load.refresh, exact: true })).toBeFocused()

  const tools = page.getByRole('toolbar', { name: texts.view.tools })
  await tools.getByRole('button', { name: texts.filter.state, exact: true }).focus()
  await page.keyboard.press('End')
  await expect(tools.getByRole('button', { name: texts.view.button, exact: true })).toBeFocused()
  await page.keyboard.press('Home')
  await expect(tools.getByRole('button', { name: texts.filter.state, exact: true })).toBeFocused()
  const rail = page.getByRole('navigation', { name: frame.mainNavigation })
  await rail.getByRole('link', { name: frame.place.fleet }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(rail.getByRole('link', { name: frame.place.needs })).toBeFocused()
  expect(await findings(page, 'all')).toEqual([])
})

test('an arrow key enters the table at once, from the loaded page and from the search', async ({ page, signIn }) => {
  await signIn(people.chiara)
  const fleet = fleetOn(page)
  await expectLoaded(page)
  await page.reload()
  await expectLoaded(page)
  await page.keyboard.press('ArrowDown')
  await expect(fleet.table.getByRole('row').nth(1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(fleet.table.getByRole('row').nth(2)).toBeFocused()

  await page.keyboard.press('/')
  await page.keyboard.type('vm-mongo-02')
  await expect(fleet.table.getByRole('rowheader')).toHaveText(['vm-mongo-02'])
  await page.keyboard.press('ArrowDown')
  await expect(fleet.row('vm-mongo-02')).toBeFocused()
})

for (const width of [1280, 1440])
  test(`every button above the table has its words at ${width} px, on one line`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 800 })
    await signIn(people.chiara)
    await expectLoaded(page)
    const buttons = page.getByRole('toolbar', { name: texts.view.tools }).getByRole('button')
    const seen = await buttons.evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .map((one) => {
          const { x, y, width: wide, height } = one.getBoundingClientRect()
          return { text: one.textContent.trim(), middle: Math.round(y + height / 2), end: x + wide }
        }),
    )
    expect(seen.length).toBeGreaterThan(8)
    expect(seen.filter(({ text }) => text.length < 2)).toEqual([])
    expect(new Set(seen.map(({ middle }) => middle)).size).toBe(1)
    expect(Math.max(...seen.map(({ end }) => end))).toBeLessThanOrEqual(width)
  })
