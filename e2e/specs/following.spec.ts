import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { expect, inTenant, people, test } from '../fixtures/test'
import { vmPath, vmPlace } from '../fixtures/vms'

const { watches: texts, states } = messages.en
const hour = 3_600_000
const name = 'vm-waits-for-restart'

test.use({ world: { scenario: 'timeline' } })

const card = (page: Page) =>
  page.getByRole('region', { name: texts.toast.region }).getByRole('heading', {
    name: `${name}: ${texts.kind['needs-person']}`,
  })

test('a user who follows a VM is notified once in all tabs when it needs a restart, with a link to it', async ({
  page,
  context,
  tenant,
  signIn,
}) => {
  const shown: string[] = []
  await context.exposeFunction('noteNotification', (title: string) => shown.push(title))
  // The test cannot see the system's notifications, but it can record the calls that show them.
  await context.addInitScript(() => {
    class Recorded extends EventTarget {
      static readonly permission = 'granted'
      constructor(title: string) {
        super()
        const { noteNotification } = window as unknown as { noteNotification: (title: string) => void }
        noteNotification(title)
      }
    }
    Object.assign(window, { Notification: Recorded })
  })
  await tenant.clock({ freeze: true })
  const path = await vmPath(tenant, name)
  await signIn(people.chiara, path)
  await page.getByRole('button', { name: texts.follow.follow, exact: true }).click()
  const panel = page.getByRole('dialog', { name: texts.follow.panel })
  await panel.getByRole('button', { name: texts.follow.follow, exact: true }).click()
  await expect(panel.getByRole('button', { name: texts.follow.stop })).toBeVisible()
  await panel.getByRole('link', { name: texts.follow.manage }).click()
  await expect(page.getByRole('heading', { level: 1, name: texts.page.title })).toBeVisible()
  await expect(page.getByText(texts.page.noNews)).toBeVisible()
  const other = await context.newPage()
  await other.goto(inTenant('/following', tenant.tenantId))
  await expect(other.getByRole('link', { name, exact: true })).toBeVisible()

  const { id } = await vmPlace(tenant, name)
  await tenant.changeVm({ id, plan: 'linux-offline-all-waits-for-reboot' })
  await tenant.clock({ step: 12 * hour })
  // Any reading of the VM notifies its followers; here the reading of another tab.
  const third = await context.newPage()
  await third.goto(inTenant(path, tenant.tenantId))
  await expect(third.getByText(states.state['restart-pending']).first()).toBeVisible()
  await third.close()

  await expect(card(page)).toBeVisible()
  await expect(card(other)).toBeVisible()
  expect(shown).toEqual([`${name}: ${texts.kind['needs-person']}`])
  const news = page.getByRole('region', { name: texts.page.news })
  await expect(news.getByRole('listitem')).toHaveText([new RegExp(states.state['restart-pending'])])

  await page.getByRole('link', { name: texts.toast.open.replace('{name}', name) }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(card(page)).toBeHidden()
  await expect(card(other)).toBeHidden()

  await other.getByRole('button', { name: texts.page.mute.replace('{name}', name) }).click()
  await other.getByRole('menuitem', { name: texts.page.muteFor.good }).click()
  await expect(other.getByText(texts.page.mutedForGood, { exact: true })).toBeVisible()
  await other.getByRole('button', { name: texts.page.stop.replace('{name}', name) }).click()
  await expect(other.getByRole('heading', { name: texts.page.none.title })).toBeVisible()
})

test('a view is followed by those of its filters that apply to watches, and the others are named', async ({
  page,
  signIn,
}) => {
  await signIn(people.chiara, '/?state=restart-pending&region=westeurope')
  await page.getByRole('button', { name: texts.follow.view.button }).click()
  const panel = page.getByRole('dialog', { name: texts.follow.view.panel })
  await expect(panel.getByText(texts.follow.view.counted.replace('{filters}', 'State'))).toBeVisible()
  await expect(panel.getByText(/^Cannot be followed: Region\./)).toBeVisible()
  const title = panel.getByRole('textbox', { name: texts.follow.view.name })
  await title.fill('Re\u202estarts')
  await expect(panel.getByRole('alert')).toHaveText(texts.follow.view.odd)
  await expect(panel.getByRole('button', { name: texts.follow.view.start, exact: true })).toBeDisabled()
  await title.fill('Restarts')
  await expect(panel.getByRole('alert')).toHaveCount(0)
  await panel.getByRole('button', { name: texts.follow.view.start, exact: true }).click()
  await expect(panel).toBeHidden()
  await page.getByRole('link', { name: texts.page.title }).click()
  await expect(page.getByText('Restarts', { exact: true })).toBeVisible()
})
