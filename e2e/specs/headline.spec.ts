import { messages } from '@/lib/i18n/messages'
import { findings } from '../fixtures/axe'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { expect, people, test } from '../fixtures/test'

test('the report begins with the answer, and claims no more than was read', async ({ page, signIn }) => {
  const { states, ui } = messages.en
  await signIn(people.chiara)
  await expectLoaded(page)
  const confirmed = await fleetOn(page).number(states.state.encrypted)
  await page.goto('/report')
  const main = page.getByRole('main')
  // One VM of this world cannot be read, so the count is a minimum; nothing was read a week ago, so nothing is compared.
  await expect(main.getByText(`At least ${confirmed} of`)).toHaveText(
    / VMs confirmed encrypted, 1 could not be read\.$/,
  )
  await expect(main.getByText('week ago')).toHaveCount(0)
  await expect(main.getByText(ui.completeness.kind.partial).first()).toBeVisible()
  expect(await findings(page, 'all')).toEqual([])
})

test('the report of a reader of one resource group names what was not read and why, and adds up', async ({
  page,
  signIn,
}) => {
  const { report, retirement } = messages.en
  await signIn(people.ben)
  await expectLoaded(page)
  const vms = await fleetOn(page).table.getByRole('rowheader').count()
  await page.goto('/report')
  const main = page.getByRole('main')
  const features = `${retirement.part.features} (${retirement.why.denied})`
  await expect(main.getByText(features)).toBeVisible()
  const total = main.getByRole('row', { name: report.states.total })
  await expect(total.getByRole('cell').nth(1)).toHaveText(String(vms))
  await expect(total.getByRole('cell').last()).toHaveText('100 %')
})

test.describe('in Japanese', () => {
  test.use({ locale: 'ja-JP', world: { scenario: 'fleet', vms: 12, subscriptions: 1, ade: 1, still: true } })

  test('a whole reading is stated without a reservation', async ({ page, signIn }) => {
    await signIn(people.chiara, '/report')
    const headline = page.getByRole('main').getByText(/^VM 12 台のうち \d+ 台の暗号化を確認済み。$/)
    await expect(headline).toBeVisible()
    expect(await findings(page, 'all')).toEqual([])
  })
})
