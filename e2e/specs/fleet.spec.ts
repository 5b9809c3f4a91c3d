import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { pressUntilFocused } from '../fixtures/keys'
import { expect, inTenant, leaveToSignIn, people, pickPerson, test } from '../fixtures/test'

const { fleet: texts, states, vm: vmTexts, frame } = messages.en
const { state } = states

test('about 120 VMs in all eleven states are listed', async ({ page, tenant }) => {
  await page.goto(inTenant('/', tenant.tenantId))
  await leaveToSignIn(page)
  await pickPerson(page, people.aiko)
  const fleet = fleetOn(page)
  for (const name of fleet.stateNames) await expect(fleet.count(name)).toHaveAccessibleName(/: [1-9]/)
  await expectLoaded(page)

  const numbers = await Promise.all(fleet.stateNames.map((name) => fleet.number(name)))
  const sum = numbers.reduce<number>((total, number) => total + (number ?? Number.NaN), 0)
  await expect(page.getByText(`${sum} VMs in 4 subscriptions`)).toBeVisible()
  expect(sum).toBeGreaterThan(110)
  // VMs that need action come first.
  await expect(fleet.table.getByRole('row').nth(1)).toContainText(state.failed)
})

test('a count is a link that filters, is part of the URL, survives a reload and is undone by Back', async ({
  page,
  signIn,
}) => {
  await signIn(people.aiko)
  const fleet = fleetOn(page)
  await expectLoaded(page)
  const restart = await fleet.number(state['restart-pending'])
  const numbers = await Promise.all(fleet.stateNames.map((name) => fleet.number(name)))
  const total = numbers.reduce<number>((all, number) => all + (number ?? Number.NaN), 0)
  await fleet.count(state['restart-pending']).click()
  await expect(page).toHaveURL(/[?&]state=restart-pending(&|$)/)
  await expect(fleet.table.getByRole('rowheader')).toHaveCount(restart ?? -1)
  await expect(page.getByText(`${restart} of ${total} VMs match`)).toBeVisible()

  // With Ctrl another state is added.
  await fleet.count(state.decrypting).click({ modifiers: ['Control'] })
  await expect(page).toHaveURL(/state=restart-pending&state=decrypting/)
  const both = await fleet.names()
  expect(both).toHaveLength((restart ?? 0) + ((await fleet.number(state.decrypting)) ?? 0))

  await page.reload()
  await expectLoaded(page)
  expect(await fleet.names()).toEqual(both)
  await page.goBack()
  await expect(fleet.table.getByRole('rowheader')).toHaveCount(restart ?? -1)
  await page.getByRole('button', { name: texts.filter.clear }).click()
  await expect(page).not.toHaveURL(/state=/)
})

test('the URL contains filters, sorting, grouping and columns', async ({ page, signIn, tenant }) => {
  await signIn(people.chiara)
  const fleet = fleetOn(page)
  await expectLoaded(page)
  expect(new URL(page.url()).search, 'defaults are not written').toBe(`?tenant=${tenant.tenantId}`)

  await page.getByRole('button', { name: texts.filter.subscription, exact: true }).first().click()
  await page.getByRole('checkbox', { name: /^Contoso Staging/ }).click()
  await expect(page.getByRole('checkbox', { name: /^Contoso Staging/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await fleet.table.getByRole('button', { name: texts.column.name, exact: true }).click()
  await fleet.table.getByRole('button', { name: texts.column.name, exact: true }).click()
  await expect(fleet.table.getByRole('columnheader', { name: texts.column.name })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await page.getByRole('button', { name: texts.view.button, exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: texts.column.region }).click()
  await page.getByRole('menuitemradio', { name: texts.group.by.group }).click()

  await expect(page).toHaveURL(/sort=-name/)
  await expect(page).toHaveURL(/groupBy=group/)
  await expect(page).toHaveURL(/column=region/)
  const shown = async () => ({
    rows: await fleet.names(),
    heads: await fleet.table.getByRole('columnheader').allInnerTexts(),
    groups: await fleet.table.getByRole('button', { expanded: true }).allInnerTexts(),
  })
  await expect(fleet.table.getByRole('columnheader', { name: texts.column.region })).toBeVisible()
  const before = await shown()
  expect(before.groups.join(' ')).toContain('rg-stg-odd')
  expect(before.rows.length).toBeGreaterThan(3)
  await page.reload()
  await expectLoaded(page)
  await expect.poll(shown).toEqual(before)

  // A group folds away.
  await fleet.table.getByRole('button', { expanded: true }).first().click()
  await expect(fleet.table.getByRole('button', { expanded: false })).toHaveCount(1)
})

test('the side panel opens with Enter, follows the arrow keys, and Esc restores the focus', async ({
  page,
  signIn,
}) => {
  await signIn(people.aiko, '/?sort=name')
  const fleet = fleetOn(page)
  await expectLoaded(page)
  const [first = '', second = ''] = await fleet.names()
  await fleet.row(first).focus()
  await page.keyboard.press('Enter')
  await expect(fleet.panel(`Details of ${first}`)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`vm=[^&]*/${first}(&|$)`))
  await expect(fleet.panel(`Details of ${first}`).getByRole('heading', { name: texts.panel.evidence })).toBeVisible()

  await page.keyboard.press('ArrowDown')
  await expect(fleet.panel(`Details of ${second}`)).toBeVisible()
  await expect(fleet.row(second)).toBeFocused()
  await expect(page).toHaveURL(new RegExp(`vm=[^&]*/${second}(&|$)`))
  await page.keyboard.press('Escape')
  await expect(fleet.panel(/^Details of/)).toHaveCount(0)
  await expect(fleet.row(second)).toBeFocused()
  await expect(page).not.toHaveURL(/vm=/)

  // The open row is part of the URL: it is restored by a reload and by Back from the VM's page.
  await page.keyboard.press('Enter')
  await page.reload()
  const panel = fleet.panel(`Details of ${second}`)
  await panel.getByRole('link', { name: texts.panel.open }).click()
  await expect(page.getByRole('heading', { level: 1, name: second })).toBeVisible()
  await page.goBack()
  await expect(panel).toBeVisible()
})

test('a slash focuses the search, and a copied link opens the VM', async ({ page, context, signIn, tenant }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(people.aiko)
  const fleet = fleetOn(page)
  await expectLoaded(page)
  await page.keyboard.press('/')
  await expect(fleet.search).toBeFocused()
  await page.keyboard.type('oldroot')
  await expect(page).toHaveURL(/[?&]q=oldroot/)
  // Found by its message: no name contains the word.
  await expect(fleet.row('vm-sap-app-02')).toBeVisible()
  await fleet.search.fill('no such vm')
  await expect(page.getByRole('heading', { name: texts.filtered.title })).toBeVisible()
  await fleet.search.fill('vm-odd-conflict')
  await fleet.row('vm-odd-conflict').click()
  await fleet
    .panel(/vm-odd-conflict/)
    .getByRole('button', { name: vmTexts.again.copyLink })
    .click()
  await expect(page.getByRole('status').filter({ hasText: vmTexts.again.linkCopied })).toBeAttached()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(link).searchParams.get('tenant')).toBe(tenant.tenantId)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'vm-odd-conflict' })).toBeVisible()
})

test('everything from sign-in to a VM’s evidence works with the keyboard', async ({ page, tenant }) => {
  await page.goto(inTenant('/', tenant.tenantId))
  const tabTo = async (name: RegExp | string, role: 'button' | 'link' | 'row') => {
    const target = page.getByRole(role, { name }).first()
    await expect(target).toBeVisible()
    await pressUntilFocused(page, 'Tab', target)
  }
  await tabTo(/Microsoft/, 'button')
  await page.keyboard.press('Enter')
  await tabTo(people.aiko, 'button')
  await page.keyboard.press('Enter')
  await tabTo(frame.signIn.confirm.button, 'button')
  await page.keyboard.press('Enter')
  await expectLoaded(page)

  // Confirmed once on this device: the fleet opens at once, and the keyboard begins at the top of the page.
  await page.reload()
  await expectLoaded(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: frame.skip })).toBeFocused()
  await page.keyboard.press('Enter')
  // The counts are one stop; the arrow keys walk in it.
  await tabTo(/^Failed: /, 'link')
  await page.keyboard.press('ArrowRight')
  await expect(fleetOn(page).count(state.conflict)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/state=conflict/)
  // A row begins with its tick.
  await tabTo(/^Select vm-/, 'row')
  await page.keyboard.press('End')
  const fleet = fleetOn(page)
  const last = (await fleet.names()).at(-1) ?? ''
  await expect(fleet.row(last)).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(texts.panel.open, 'link')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: last })).toBeVisible()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: frame.keys.title })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('at 360 pixels the fleet is a list of cards, and nothing is wider than the window', async ({ page, signIn }) => {
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  const fleet = fleetOn(page)
  await signIn(people.aiko)
  await page.setViewportSize({ width: 360, height: 740 })
  await expectLoaded(page)
  expect(await fits(), 'fleet').toBe(true)
  await expect(fleet.table).toHaveCount(0)
  await fleet.count(state.conflict).click()
  const card = fleet.cards.getByRole('button').first()
  await expect(card).toContainText(state.conflict)
  await card.click()
  const panel = fleet.panel(/^Details of/)
  await expect(panel.getByRole('heading', { name: texts.panel.evidence })).toBeVisible()
  expect(await fits(), 'panel').toBe(true)
  await panel.getByRole('button', { name: texts.panel.back }).click()
  await expect(card).toBeFocused()
  await card.click()
  await panel.getByRole('link', { name: texts.panel.open }).click()
  await expect(page.getByRole('button', { name: vmTexts.again.recheck })).toBeVisible()
  expect(await fits(), 'VM').toBe(true)
  await page.getByRole('button', { name: frame.menu }).click()
  await page.getByRole('menuitem', { name: frame.place.explain }).click()
  await expect(page.getByRole('heading', { level: 1, name: messages.en.explain.title })).toBeVisible()
  expect(await fits(), 'paste').toBe(true)
})

test('a change of language keeps the open panel', async ({ page, signIn }) => {
  await signIn(people.aiko, '/?state=conflict')
  const fleet = fleetOn(page)
  await expectLoaded(page)
  const names = await fleet.names()
  await fleet.row(names[0] ?? '').click()
  const address = page.url()
  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemradio', { name: '日本語' }).click()
  const japanese = fleetOn(page, 'ja')
  await expect(japanese.count(messages.ja.states.state.conflict)).toBeVisible()
  await expect(page).toHaveURL(address)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja')
  expect(await japanese.names()).toEqual(names)
  await expect(japanese.panel(new RegExp(names[0] ?? ''))).toBeVisible()
})

test('an empty tenant is shown as empty, and as completely read', async ({ page, makeTenant }) => {
  const tenant = await makeTenant({ scenario: 'empty' })
  await page.goto(inTenant('/', tenant.tenantId))
  await leaveToSignIn(page)
  await pickPerson(page, people.aiko)
  await expect(page.getByRole('heading', { name: texts.empty.title })).toBeVisible()
  for (const name of fleetOn(page).stateNames) await expect(fleetOn(page).count(name)).toHaveAccessibleName(/: 0/)
})

test('a name that several VMs have stands with its resource group, any other alone', async ({ page, signIn }) => {
  await signIn(people.chiara, '/?q=vm-app-01')
  await expectLoaded(page)
  const names = await fleetOn(page).names()
  expect(names).toHaveLength(2)
  expect(names).toEqual([expect.stringMatching(/^vm-app-01\s*rg-/i), expect.stringMatching(/^vm-app-01\s*rg-/i)])
  expect(names[0]).not.toBe(names[1])
  await fleetOn(page).search.fill('vm-mongo-02')
  await expect(fleetOn(page).table.getByRole('rowheader')).toHaveText(['vm-mongo-02'])
})

/** How many characters of each drawn message fit; Infinity where it is not cut. */
const charactersShown = (page: Page) =>
  fleetOn(page)
    .table.locator('[role="row"] [lang="en"]')
    .evaluateAll((elements) =>
      elements.map(({ scrollWidth, clientWidth, textContent }) =>
        scrollWidth > clientWidth ? (clientWidth / scrollWidth) * textContent.length : Infinity,
      ),
    )

for (const [width, columns] of [
  [1280, 0],
  [1440, 0],
  [1600, 1],
] as const)
  test(`at ${width} px a message shows at least 40 characters, also beside the progress of running work`, async ({
    page,
    tenant,
    signIn,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await signIn(people.chiara, '/?state=failed')
    const { table } = fleetOn(page)
    await expectLoaded(page)
    await expect(table.getByRole('columnheader', { name: texts.table.work })).toBeVisible()
    await expect(table.getByRole('columnheader', { name: texts.column.os, exact: true })).toHaveCount(columns)
    expect(Math.min(...(await charactersShown(page)))).toBeGreaterThanOrEqual(40)
    expect((await charactersShown(page)).length).toBeGreaterThan(8)

    await page.goto(inTenant('/?state=encrypting', tenant.tenantId))
    await expectLoaded(page)
    await expect(table.getByRole('progressbar').first()).toBeVisible()
    expect(Math.min(...(await charactersShown(page)))).toBeGreaterThanOrEqual(40)
    expect((await charactersShown(page)).length).toBeGreaterThan(4)
  })
