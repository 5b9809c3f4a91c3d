import { messages } from '@/lib/i18n/messages'
import { findings } from '../fixtures/axe'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { expect, inTenant, people, test } from '../fixtures/test'
import { vmPath, vmPlace } from '../fixtures/vms'

for (const [locale, language] of [
  ['en-GB', 'en'],
  ['ja-JP', 'ja'],
] as const)
  test.describe(language, () => {
    test.use({ locale })
    const { fleet: texts, frame, vm: vmTexts, inbox, watches } = messages[language]

    test('each VM shows what it needs next, which is a filter and a way to its steps', async ({ page, signIn }) => {
      await signIn(people.chiara, '/?needs=restart&needs=fix')
      const fleet = fleetOn(page, language)
      await expect(fleet.table.getByRole('columnheader', { name: texts.column.needs })).toBeVisible()
      const first = fleet.table.getByRole('row').nth(1)
      await expect(first.getByRole('link', { name: texts.need.fix })).toHaveAttribute('href', /view=troubleshoot/)
      await expect(fleet.table.getByText(texts.need.wait, { exact: true })).toHaveCount(0)
      await expect(fleet.table.getByText(texts.need.restart, { exact: true }).first()).toBeVisible()
    })

    test('the rail counts what needs action once the whole fleet was read', async ({ page, signIn, tenant }) => {
      await tenant.addFault({ kind: 'stall', routes: ['resource-graph'], milliseconds: null, times: 1 })
      await signIn(people.chiara)
      const link = page.getByRole('link', { name: frame.place.needs })
      await expect(link).toHaveAccessibleDescription(frame.needs.notRead)
      await tenant.removeFaults()
      await page.reload()
      await expect(link).toHaveAccessibleDescription(/\d/)
      const count = Number(/\d+/.exec((await page.locator('#needs-badge').textContent()) ?? '')?.[0])
      await link.click()
      await expect(page.getByRole('main').getByRole('status').first()).toContainText(String(count))
    })

    test('ticked VMs have commands, are followed and exported together', async ({ page, signIn, tenant }) => {
      await signIn(people.chiara, '/?state=restart-pending&state=failed')
      const fleet = fleetOn(page, language)
      // The rail has its number once the load has ended.
      await expect(page.getByRole('link', { name: frame.place.needs })).toHaveAccessibleDescription(/\d/)
      const names = (await fleet.names()).slice(0, 2)
      const [one = '', two = ''] = names
      const tick = (name: string) =>
        page.getByRole('checkbox', { name: texts.select.one.replace('{name}', name), exact: true })
      await tick(one).check()
      await fleet.row(one).focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
      await expect(tick(two)).toBeChecked()
      const bar = page.getByRole('group', { name: texts.select.bar })
      await expect(bar.getByRole('status').first()).toContainText('2')
      expect(await findings(page, 'all')).toEqual([])

      await bar.getByRole('button', { name: inbox.selection.button }).click()
      const panel = page.getByRole('dialog', { name: inbox.selection.button })
      for (const name of names) await expect(panel).toContainText((await vmPlace(tenant, name)).id)
      await page.keyboard.press('Escape')

      const saved = page.waitForEvent('download')
      await bar.getByRole('button', { name: texts.export.button }).click()
      await page.getByRole('menuitem', { name: texts.export.format.csv }).click()
      const chunks: Buffer[] = []
      for await (const chunk of await (await saved).createReadStream()) chunks.push(Buffer.from(chunk as Buffer))
      const file = Buffer.concat(chunks).toString('utf8')
      expect(file).toContain(texts.export.about.selection)
      for (const name of names) expect(file).toContain(name)

      await bar.getByRole('button', { name: watches.follow.follow }).click()
      await expect(bar).toContainText(/2.*2/)
      await bar.getByRole('button', { name: texts.select.clear }).click()
      await expect(bar).toBeHidden()
    })

    test('a VM leads to the portal of its cloud', async ({ page, signIn, tenant }) => {
      const { id } = await vmPlace(tenant, 'vm-erp-app-01')
      await signIn(people.chiara, '/?q=vm-erp-app-01')
      await fleetOn(page, language).row('vm-erp-app-01').click()
      const link = page.getByRole('link', { name: vmTexts.again.portal })
      await expect(link).toHaveAttribute('href', `https://portal.azure.com/#@${tenant.tenantId}/resource${id}`)
      await expect(link).toHaveAttribute('rel', 'noreferrer')
    })
  })

test('a command of ticked VMs restarts only those that wait for a restart', async ({ page, signIn, tenant }) => {
  const { fleet: texts, inbox } = messages.en
  await signIn(people.chiara)
  await expectLoaded(page)
  await page.getByRole('checkbox', { name: texts.select.all }).check()
  await page.getByRole('button', { name: inbox.selection.button }).click()
  const panel = page.getByRole('dialog', { name: inbox.selection.button })
  const restart = panel.locator('section').filter({ has: page.getByRole('heading', { name: inbox.selection.restart }) })
  const waiting = await vmPlace(tenant, 'vm-jp-core-01')
  const running = await vmPlace(tenant, 'vm-erp-batch-01')
  await expect(restart).toContainText(waiting.id)
  await expect(restart).not.toContainText(running.id)
})

test('the rail counts the VMs that need action where History is the first page', async ({ page, signIn }) => {
  const { frame } = messages.en
  await signIn(people.chiara, '/history')
  await expect(page.getByRole('link', { name: frame.place.needs })).toHaveAccessibleDescription(/\d/)
})

test('pages that read no fleet show the number that was read before, and none where nothing was read', async ({
  page,
  tenant,
  signIn,
}) => {
  const { frame } = messages.en
  const badge = page.locator('#needs-badge')
  const vm = await vmPath(tenant, 'vm-erp-app-01')
  const paths = [vm, '/following', '/snapshots', '/help', '/explain'] as const
  await signIn(people.chiara, '/following')
  for (const path of paths) {
    await page.goto(inTenant(path, tenant.tenantId))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(badge).toHaveCount(0)
  }
  await page.getByRole('link', { name: frame.place.fleet, exact: true }).click()
  await expectLoaded(page)
  const needs = page.getByRole('link', { name: frame.place.needs })
  await expect(needs).toHaveAccessibleDescription(/\d/)
  const number = (await badge.textContent()) ?? ''
  for (const place of ['following', 'snapshots', 'help', 'explain'] as const) {
    await page.getByRole('link', { name: frame.place[place], exact: true }).click()
    await expect(page.getByRole('link', { name: frame.place[place], exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await expect(needs).toHaveAccessibleDescription(number)
  }
})
