import { messages } from '@/lib/i18n/messages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { fleetAnswer } from '../fixtures/fleet-answer'
import { expect, people, test } from '../fixtures/test'

const { inbox: texts } = messages.en

test('a message has the width of its group, not what other columns leave', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(people.chiara, '/needs-action')
  const table = page.getByRole('table', { name: texts.table.label })
  await expect(table).toBeVisible()
  // The largest group is open, whatever action it needs.
  const counts = page
    .getByRole('navigation', { name: texts.groups })
    .getByRole('button')
    .getByText(/^\d+ VMs?$/)
  const sizes = (await counts.allTextContents()).map((text) => Number.parseInt(text, 10))
  expect(sizes[0]).toBe(Math.max(...sizes))
  const message = table.getByText(/Failed to|failed/).first()
  const [cell, whole] = [await message.locator('..').boundingBox(), await table.boundingBox()]
  expect(cell?.width).toBeCloseTo(whole?.width ?? 0, -1)
})

test('on a phone a group opens as a page with its whole messages and shared checks, and leads back', async ({
  page,
  signIn,
}) => {
  const { problems, steps } = await loadRemedies('en')
  await signIn(people.chiara, '/needs-action')
  await page.setViewportSize({ width: 360, height: 740 })
  const list = page.getByRole('navigation', { name: texts.groups })
  const title = problems['os-failed-disk-untouched'].title
  await expect(list).toBeVisible()
  await expect(page.getByRole('article')).toBeHidden()

  await list.getByRole('button', { name: title }).click()
  const detail = page.getByRole('article', { name: title })
  await expect(detail).toBeVisible()
  await expect(list).toBeHidden()
  // The end of a long message, which no width of a phone shows on one line.
  await expect(detail).toContainText(/unmount \/oldroot in 10 attempts\s*, machine state: unmount_oldroot/)
  // The first check is open, with one command for all VMs of the group.
  await expect(detail.getByText(steps['save-boot-log'].text.slice(0, 40))).toBeVisible()
  await expect(page.locator('body')).toHaveJSProperty('scrollWidth', 360)

  await detail.getByRole('button', { name: texts.back }).click()
  await expect(list).toBeVisible()
  await expect(detail).toBeHidden()
})

test.describe('a restart', () => {
  test.use({ world: { scenario: 'fleet', vms: 12, subscriptions: 1, ade: 0, still: true } })

  test('is commanded for every ticked VM, however late it was read, and says while its list is incomplete', async ({
    page,
    tenant,
    signIn,
  }) => {
    const { rows } = await fleetAnswer(page.request, await tenant.token({ person: people.chiara }))
    const linux = [...rows.values()].filter(({ osType, power }) => osType === 'Linux' && power === 'running')
    const [first, second, late] = linux.map(({ id, name }) => ({ id, name }))
    const waiting = [first, second, late].map((vm) => ({ id: vm?.id ?? '', name: vm?.name ?? '' }))
    for (const { id } of waiting) await tenant.changeVm({ id, plan: 'linux-offline-all-waits-for-reboot' })
    await tenant.clock({ step: 12 * 3_600_000 })
    await tenant.clock({ freeze: true })
    // Azure lets this VM be read only later.
    await tenant.addFault({
      kind: 'throttle',
      routes: ['vm-get'],
      path: `/${late?.name ?? ''}`,
      times: 3,
      retryAfter: '4',
    })
    await signIn(people.chiara, '/needs-action')
    const command = page.getByRole('figure', { name: texts.restart.label })
    await expect(command).toContainText(`/virtualMachines/${first?.name ?? ''}`)
    await expect(command).toContainText(texts.restart.comment)
    await page.getByRole('checkbox', { name: texts.table.select.replace('{name}', second?.name ?? '') }).uncheck()

    await expect(command).toContainText(`/virtualMachines/${late?.name ?? ''}`)
    await expect(command).not.toContainText(texts.restart.comment)
    await expect(command).not.toContainText(`/virtualMachines/${second?.name ?? ''}`)
    await expect(
      page.getByRole('checkbox', { name: texts.table.select.replace('{name}', late?.name ?? '') }),
    ).toBeChecked()
  })
})
