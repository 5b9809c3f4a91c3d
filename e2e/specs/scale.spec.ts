import { messages } from '@/lib/i18n/messages'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { watchFrames } from '../fixtures/frames'
import { expect, inTenant, leaveToSignIn, people, pickPerson, test } from '../fixtures/test'

const vms = 10_000

test.use({ world: { scenario: 'fleet', vms, subscriptions: 10, ade: 0.05 } })

test(
  'ten thousand VMs in ten subscriptions load completely and scroll from end to end',
  { tag: '@nightly' },
  async ({ page, tenant }) => {
    const fleet = fleetOn(page)
    await page.goto(inTenant('/', tenant.tenantId))
    await leaveToSignIn(page)
    await pickPerson(page, people.aiko)
    const since = Date.now()
    const seconds = () => ((Date.now() - since) / 1000).toFixed(1)
    await fleet.table.getByRole('rowheader').first().waitFor()
    const firstRow = seconds()
    await expect(page.getByText('10,000 VMs in 10 subscriptions')).toBeVisible()
    const complete = seconds()
    await expectLoaded(page)

    const numbers = await Promise.all(fleet.stateNames.map((name) => fleet.number(name)))
    expect(numbers.reduce<number>((sum, number) => sum + (number ?? Number.NaN), 0)).toBe(vms)
    await expect(fleet.count(messages.en.states.state.unknown)).toHaveAccessibleName(/: 0\./)
    const { counts } = await tenant.traffic({ limit: 0 })
    const byRoute = Object.entries(counts)
      .filter(([route]) => !route.startsWith('entra-'))
      .map(([route, byStatus]) => [route, Object.values(byStatus).reduce((sum, count) => sum + count, 0)] as const)
    const requests = byRoute.reduce((sum, [, count]) => sum + count, 0)
    // The inventory in pages, then single requests only for VMs that may have ADE.
    expect(requests).toBeLessThan(vms * 0.1)

    const lines = fleet.table.getByRole('row')
    await expect(fleet.table).toHaveAttribute('aria-rowcount', String(vms + 1))
    await lines.nth(1).focus()
    await page.keyboard.press('End')
    await expect(fleet.table.getByRole('row').and(page.locator(`[aria-rowindex="${vms + 1}"]`))).toBeFocused()
    await page.keyboard.press('Home')
    await expect(lines.nth(1)).toBeFocused()

    const frames = await watchFrames(page)
    await lines.nth(5).hover()
    for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, 400)
    await page.keyboard.press('PageDown')
    const { median, p95 } = await frames()
    await expect(page.getByText(/^Rows [\d,]+–[\d,]+ of 10,000$/)).toBeVisible()

    const figures = `first row after ${firstRow} s, complete after ${complete} s, ${requests} ARM requests (${byRoute
      .map(([route, count]) => `${route} ${count}`)
      .join(', ')}), scrolling: frame median ${median} ms, p95 ${p95} ms`
    test.info().annotations.push({ type: 'figure', description: figures })
    console.log(`10,000 VMs: ${figures}`)
  },
)
