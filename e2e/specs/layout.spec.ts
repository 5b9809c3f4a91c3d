import { messages } from '@/lib/i18n/messages'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { expect, people, test } from '../fixtures/test'
import { vmPath } from '../fixtures/vms'

const { frame, report, states, troubleshoot, vm } = messages.en

test.describe('with the colours of the system', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('a number on ink is readable: nothing is painted behind its text', async ({ page, signIn }) => {
    await signIn(people.chiara)
    await expect(page.getByRole('link', { name: frame.place.needs })).toHaveAccessibleDescription(/\d/)
    const badge = page.locator('.text-on-ink', { hasText: /^\d+\+?$/ })
    await expect(badge).toHaveCSS('forced-color-adjust', 'none')
    const [text, ground] = await badge.evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element)
      return [color, backgroundColor]
    })
    expect(text).not.toBe(ground)
  })
})

test.describe('on a phone', () => {
  test('the panel of a VM shows its name in one line, and its links beside nothing else', async ({ page, signIn }) => {
    await signIn(people.chiara)
    await expectLoaded(page)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.getByRole('listitem').filter({ hasText: 'vm-sap-dev-02' }).click()
    const name = page.getByRole('heading', { level: 2, name: 'vm-sap-dev-02' })
    await expect(name).toBeVisible()
    expect((await name.boundingBox())?.height).toBeLessThan(40)
    await expect(page.getByRole('button', { name: vm.again.copyLink })).toBeInViewport({ ratio: 1 })
  })

  test('long names of disks stay inside the readiness list', async ({ page, tenant, signIn }) => {
    await signIn(people.chiara, `${await vmPath(tenant, 'vm-mongo-02')}?view=readiness`)
    await page.setViewportSize({ width: 360, height: 740 })
    await expect(page.getByRole('heading', { name: troubleshoot.readiness.title })).toBeVisible()
    const wide = await page
      .getByRole('main')
      .getByRole('listitem')
      .evaluateAll((items) =>
        items.filter((item) => item.scrollWidth > item.clientWidth).map((item) => item.textContent),
      )
    expect(wide).toEqual([])
  })
})

test('the header of a VM links to its group, and the rail claims nothing on a page that reads no fleet', async ({
  page,
  tenant,
  signIn,
}) => {
  await signIn(people.chiara, await vmPath(tenant, 'vm-mongo-02'))
  await expect(page.getByRole('heading', { level: 1, name: 'vm-mongo-02' })).toBeVisible()
  await expect(page.getByRole('link', { name: frame.place.needs })).toHaveAccessibleDescription('')
  await expect(
    page.getByRole('banner').or(page.locator('header')).getByText(states.since.firstObservation),
  ).toBeVisible()
  const group = (await vmPath(tenant, 'vm-mongo-02')).split('/')[3] ?? ''
  await page.getByRole('navigation', { name: vm.breadcrumb }).getByRole('link', { name: group, exact: true }).click()
  await expectLoaded(page)
  await expect(fleetOn(page).row('vm-mongo-02')).toBeVisible()
  expect(new URL(page.url()).searchParams.get('group')).toBe(group)
})

test.describe('over a whole fleet', () => {
  test.use({ world: { scenario: 'fleet', vms: 40, subscriptions: 2, ade: 0.7, still: true } })

  test('the report lists every VM with the time of its data, and prints no button', async ({ page, signIn }) => {
    await signIn(people.chiara, '/report')
    const list = page.getByRole('table', { name: report.list.title, exact: true })
    await expect(list.getByRole('row')).toHaveCount(42)
    await expect(list.getByRole('row').last()).toContainText('40 VMs')
    await expect(list.getByText(report.list.notRead, { exact: true })).toHaveCount(0)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button', { name: report.print })).toBeHidden()
    await expect(list.getByRole('row').nth(40)).toBeVisible()
    // No page ends within a row, and each begins with the names of the columns.
    await expect(list.getByRole('row').nth(40)).toHaveCSS('break-inside', 'avoid')
    await expect(list.getByRole('rowgroup').first()).toHaveCSS('display', 'table-header-group')
    // A4 with margins of 10 mm is narrower than a tablet; it still has columns.
    await page.setViewportSize({ width: 718, height: 1000 })
    await expect(list.getByRole('cell').first()).toHaveCSS('display', 'table-cell')
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(paper.match(/\/Type \/Page\b/g)?.length, 'pages of 40 VMs').toBeGreaterThan(1)
  })
})

test.describe('in a tenant without VMs', () => {
  test.use({ world: { scenario: 'empty' } })

  test('the report draws no trend of VMs that never were', async ({ page, signIn }) => {
    await signIn(people.chiara, '/report')
    await expect(page.getByRole('table', { name: report.states.title })).toBeVisible()
    await expect(page.getByText(messages.en.ui.completeness.kind.whole).first()).toBeVisible()
    await expect(page.getByRole('figure')).toHaveCount(0)
  })
})
