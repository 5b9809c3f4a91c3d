import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { findings } from '../fixtures/axe'
import { expect, inTenant, leaveToSignIn, people, pickPerson, test } from '../fixtures/test'
import { vmPath } from '../fixtures/vms'

const name = 'vm-waits-for-restart'

for (const [language, locale] of [
  ['en', 'en-GB'],
  ['ja', 'ja-JP'],
] as const) {
  const { notes: texts, inbox, frame } = messages[language]
  const acknowledge = (page: Page) => page.getByRole('button', { name: `${texts.acknowledge}: ${name}` })
  const openGroup = (page: Page) =>
    page.getByRole('navigation', { name: inbox.groups }).getByRole('button').filter({ hasText: name }).click()
  const editor = (page: Page) => page.getByRole('button', { name: texts.edit.replace('{name}', name) })

  test.describe(language, () => {
    test.use({ locale, world: { scenario: 'timeline' } })

    test('a problem is acknowledged and assigned with a note, is shown to others everywhere, and is withdrawn', async ({
      page,
      tenant,
      signIn,
      otherBrowser,
    }) => {
      await tenant.clock({ freeze: true })
      const path = await vmPath(tenant, name)
      const vm = (await tenant.vms()).find((each) => each.name === name)
      await tenant.changeVm({ id: vm?.id ?? '', plan: 'linux-offline-all-waits-for-reboot' })
      await tenant.clock({ step: 12 * 3_600_000 })
      await signIn(people.chiara, '/needs-action')
      await openGroup(page)
      await acknowledge(page).click()
      await editor(page).click()
      const panel = page.getByRole('dialog', { name: texts.edit.replace('{name}', name) })
      await panel.getByLabel(texts.assignee).fill('Team SAP')
      await panel.getByLabel(texts.note, { exact: true }).fill('Window on Sunday')
      await expect(panel.getByText(texts.saved)).toBeVisible()
      expect(await findings(page, 'all')).toEqual([])
      await page.keyboard.press('Escape')

      // The queue of another user, the fleet's panel and the VM's page.
      const other = await otherBrowser()
      await signIn(people.aiko, '/needs-action', other)
      await openGroup(other)
      await expect(editor(other)).toContainText('Team SAP')
      await expect(other.getByText('Window on Sunday')).toBeVisible()
      await other.goto(inTenant(path, tenant.tenantId))
      const card = other.getByRole('region', { name: texts.section })
      await expect(card.getByLabel(texts.assignee)).toHaveValue('Team SAP')
      await expect(card.getByText(people.chiara)).toBeVisible()
      await page.goto(inTenant('/', tenant.tenantId))
      await page
        .getByRole('row')
        .filter({ has: page.getByRole('link', { name, exact: true }) })
        .getByRole('cell')
        .nth(1)
        .click()
      await expect(page.getByRole('region', { name: texts.section }).getByLabel(texts.assignee)).toHaveValue('Team SAP')

      await card.getByRole('button', { name: texts.withdraw }).click()
      await expect(card.getByRole('button', { name: texts.acknowledge })).toBeVisible()
    })

    test('a note that could not be saved outlasts an idle sign-out, and says that it is not saved', async ({
      page,
      signIn,
      tenant,
      watchdog,
    }) => {
      watchdog.tolerateConsole(/^Failed to load resource: net::ERR_FAILED/)
      await page.clock.install()
      await tenant.clock({ freeze: true })
      const path = await vmPath(tenant, name)
      const vm = (await tenant.vms()).find((each) => each.name === name)
      await tenant.changeVm({ id: vm?.id ?? '', plan: 'linux-offline-all-waits-for-reboot' })
      await tenant.clock({ step: 12 * 3_600_000 })
      await signIn(people.chiara, path)
      const card = page.getByRole('region', { name: texts.section })
      await card.getByRole('button', { name: texts.acknowledge }).click()
      const note = card.getByRole('textbox', { name: texts.note, exact: true })
      await expect(note).toHaveValue('')
      await page.route('**/api/v1/notes', (route) =>
        route.request().method() === 'PUT' ? route.abort() : route.continue(),
      )
      await note.fill('Written offline')
      await page.clock.runFor(1000)
      await expect(card.getByText(texts.notSaved)).toBeVisible()
      await page.clock.fastForward('01:01:00')
      await expect(page.getByText(frame.signIn.problem.idle.title)).toBeVisible()
      await page.unroute('**/api/v1/notes')
      await leaveToSignIn(page)
      await pickPerson(page, people.chiara)
      await expect(note).toHaveValue('Written offline')
      await card.getByRole('button', { name: texts.retry }).click()
      await expect(card.getByText(texts.saved)).toBeVisible()
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /unsaved/.test(key)))).toEqual([])
    })

    test('“new since my shift” hides what is older, says how much, and outlasts an idle sign-out', async ({
      page,
      signIn,
      tenant,
    }) => {
      await page.clock.install()
      const vm = (await tenant.vms()).find((each) => each.name === name)
      await tenant.changeVm({ id: vm?.id ?? '', plan: 'linux-offline-all-waits-for-reboot' })
      await tenant.clock({ step: 12 * 3_600_000 })
      await signIn(people.chiara, '/needs-action')
      const list = page.getByRole('navigation', { name: inbox.groups })
      await expect(list).toBeVisible()
      const since = page.getByLabel(texts.queue.since)
      await since.fill('2099-01-01T06:00')
      await expect(page.getByText(texts.queue.nothing)).toBeVisible()
      await expect(list).toBeHidden()
      expect(await findings(page, 'all')).toEqual([])
      await page.clock.fastForward('01:01:00')
      await expect(page.getByText(frame.signIn.problem.idle.title)).toBeVisible()
      await leaveToSignIn(page)
      await pickPerson(page, people.chiara)
      await expect(since).toHaveValue('2099-01-01T06:00')
      await expect(page.getByText(texts.queue.nothing)).toBeVisible()
      await page.getByRole('button', { name: texts.queue.all }).click()
      await expect(list).toBeVisible()
    })
  })
}
