import type { Locator, Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { englishRemedies } from '@/lib/i18n/remedies/en'
import { troubleVm } from '../simulator/names'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { expect, people, test } from '../fixtures/test'

const { fleet: texts, flags, states, timeline, vm } = messages.en

/** Refreshes the fleet while an element is not shown, and returns whether it is. */
const shownBy = (page: Page, what: Locator) => async (): Promise<boolean> => {
  if (!(await what.isVisible())) await page.getByRole('button', { name: texts.load.refresh, exact: true }).click()
  return what.isVisible()
}

test.describe('a copy that has been stalled for thirty hours', () => {
  test.use({ world: { scenario: 'troubleshooting' } })

  test('shows since when, who requested it and what to save first, on the first reading', async ({
    page,
    signIn,
    tenant,
  }) => {
    const name = troubleVm('os-copy-30h')
    const id = (await tenant.vms()).find((each) => each.name === name)?.id ?? ''
    const [, , subscription = '', , group = ''] = id.split('/')
    await signIn(people.chiara, `/vm/${subscription}/${group}/${name}`)
    await expect(page.getByRole('heading', { level: 2, name: vm.workProgress.title })).toBeVisible()
    await expect(page.getByText(/Requested 1 d 6 h ago/)).toBeVisible()
    await expect(page.getByText(/The disk was idle/)).toBeVisible()
    const header = page.locator('header', { has: page.getByRole('heading', { level: 1, name }) })
    await expect(header.getByText(flags.flag['possibly-stuck'])).toBeVisible()
    // A stalled copy has no end that could be estimated.
    await expect(header).not.toContainText('~')
    await page.getByRole('tab', { name: vm.tabs.troubleshoot }).click()
    await expect(page.getByText(englishRemedies.problems['encryption-overdue'].title).first()).toBeVisible()
    await expect(page.getByText(englishRemedies.causes['copy-no-longer-runs'].title).first()).toBeVisible()
    await page.getByRole('tab', { name: vm.tabs.timeline }).click()
    await expect(page.getByText(timeline.noEstimate['longer-than-documented'])).toBeVisible()
  })
})

test('the fleet shows what has changed since the last visit, each a filter', async ({ page, signIn, tenant }) => {
  await signIn(people.aiko)
  const fleet = fleetOn(page)
  await expectLoaded(page)
  await expect(page.getByRole('region', { name: texts.visit.label })).toBeHidden()
  const before = await fleet.number(states.state.encrypting)
  expect(before).toBeGreaterThan(0)
  // A night passes: running work has finished, or waits for a user.
  await tenant.clock({ step: 20 * 3_600_000 })
  await page.reload()
  await expectLoaded(page)
  const strip = page.getByRole('region', { name: texts.visit.label })
  // A reading is reused for ten seconds, which can be longer than the simulated night takes.
  await expect.poll(shownBy(page, strip), { intervals: [2000] }).toBe(true)
  const change = strip.getByRole('button').first()
  const count = Number(/^[\d,]+/.exec(await change.innerText())?.[0])
  await change.click()
  await expect(page).toHaveURL(/changedSince=/)
  await expect(fleet.table.getByRole('rowheader')).toHaveCount(count)
  await strip.getByRole('button', { name: texts.visit.dismiss }).click()
  await expect(strip).toBeHidden()
})
