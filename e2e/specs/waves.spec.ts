import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { findings } from '../fixtures/axe'
import { expect, leaveToSignIn, people, pickPerson, test } from '../fixtures/test'

for (const [language, locale] of [
  ['en', 'en-GB'],
  ['ja', 'ja-JP'],
] as const) {
  const { retirement: texts, notes, frame } = messages[language]
  const { waves, table } = texts
  const nameOf = (page: Page, number: number) =>
    page.getByRole('textbox', { name: waves.name.replace('{number}', String(number)), exact: true })
  const noteOf = (page: Page, name: string) => page.getByRole('textbox', { name: waves.note.replace('{name}', name) })
  const ownerOf = (page: Page, name: string) => page.getByRole('textbox', { name: waves.owner.replace('{name}', name) })
  const selectOf = (page: Page, name: string) =>
    page.getByRole('combobox', { name: `${table.wave}: ${name}`, exact: true })
  const first = waves.newName.replace('{number}', '1')

  test.describe(language, () => {
    test.use({ locale })

    test('a wave is shared: both users’ texts are kept where two change it at once', async ({
      page,
      signIn,
      otherBrowser,
      watchdog,
    }) => {
      watchdog.tolerateConsole(/status of 409/)
      await signIn(people.chiara, '/retirement')
      await page.getByRole('button', { name: waves.add }).click()
      await ownerOf(page, first).fill('Team SAP')
      await selectOf(page, 'vm-pg-03').selectOption({ label: first })
      await expect(page.getByText(notes.saved)).toBeVisible()
      await expect(selectOf(page, 'vm-pg-03')).toHaveValue(/[0-9a-f-]{36}/)

      const other = await otherBrowser()
      await signIn(people.aiko, '/retirement', other)
      await expect(ownerOf(other, first)).toHaveValue('Team SAP')
      await expect(other.getByText(people.chiara)).toBeVisible()
      await expect(selectOf(other, 'vm-pg-03')).toHaveValue(/[0-9a-f-]{36}/)

      await noteOf(page, first).fill('Window on Sunday')
      await noteOf(page, first).blur()
      await expect(page.getByText(notes.saved)).toBeVisible()
      await noteOf(other, first).fill('Ask the owners first')
      await expect(other.getByText(notes.conflict.title)).toBeVisible()
      await expect(other.getByText(/Window on Sunday/)).toBeVisible()
      await expect(noteOf(other, first)).toHaveValue('Ask the owners first')
      expect(await findings(other, 'all')).toEqual([])
      await other.getByRole('button', { name: notes.conflict.keep }).click()
      await expect(other.getByText(notes.saved)).toBeVisible()
      await page.reload()
      await expect(noteOf(page, first)).toHaveValue('Ask the owners first')

      await page.getByRole('button', { name: waves.remove.replace('{name}', first) }).click()
      await page.getByRole('button', { name: waves.removeNow, exact: true }).click()
      await expect(page.getByText(waves.none)).toBeVisible()
      // What another user writes into a wave that is gone is not lost either.
      await ownerOf(other, first).fill('Team Oracle')
      await other.getByRole('button', { name: waves.restore }).click()
      await expect(ownerOf(other, first)).toHaveValue('Team Oracle')
    })

    test('what could not be saved stays on the page, and is saved again', async ({ page, signIn, watchdog }) => {
      watchdog.tolerateConsole(/^Failed to load resource/)
      await signIn(people.chiara, '/retirement')
      await page.getByRole('button', { name: waves.add }).click()
      await expect(nameOf(page, 1)).toHaveValue(first)
      await page.route('**/api/v1/waves/*', (route) => route.abort())
      await noteOf(page, first).fill('Window on Sunday')
      await expect(page.getByText(notes.notSaved)).toBeVisible()
      await page.unroute('**/api/v1/waves/*')
      await page.getByRole('button', { name: notes.retry }).click()
      await expect(page.getByText(notes.saved)).toBeVisible()
      await page.reload()
      await expect(noteOf(page, first)).toHaveValue('Window on Sunday')
    })

    test('an idle sign-out loses neither a wave nor the plan of an earlier version, which is imported', async ({
      page,
      tenant,
      signIn,
    }) => {
      await page.clock.install()
      await signIn(people.chiara, '/retirement')
      await expect(selectOf(page, 'vm-pg-03')).toBeEnabled()
      const { people: all } = await tenant.summary()
      const objectId = all.find(({ displayName }) => displayName === people.chiara)?.objectId ?? ''
      const [row] = (await tenant.vms()).filter(({ name }) => name === 'vm-pg-03')
      const key = `sealwatch.waves.public.${tenant.tenantId}.${objectId}.${tenant.tenantId}`
      const plan = {
        version: 1,
        waves: [{ id: 'old', name: 'Old plan', until: '2027-06-30' }],
        members: { [row?.id.toLowerCase() ?? '']: 'old', '/subscriptions/gone': 'old' },
      }
      await page.evaluate(([name, text]) => localStorage.setItem(name ?? '', text ?? ''), [key, JSON.stringify(plan)])
      await page.getByRole('button', { name: waves.add }).click()
      await noteOf(page, first).fill('Written before lunch')
      await page.clock.runFor(1000)
      await expect(page.getByText(notes.saved)).toBeVisible()
      await page.clock.fastForward('01:01:00')
      await expect(page.getByText(frame.signIn.problem.idle.title)).toBeVisible()

      await leaveToSignIn(page)
      await pickPerson(page, people.chiara)
      await expect(noteOf(page, first)).toHaveValue('Written before lunch')
      await expect(page.getByText(waves.oldTitle)).toBeVisible()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: waves.oldSave }).click(),
      ])
      expect(download.suggestedFilename()).toBe('sealwatch-waves.json')
      await page.getByRole('button', { name: waves.oldImport, exact: true }).click()
      await expect(nameOf(page, 2)).toHaveValue('Old plan')
      await expect(selectOf(page, 'vm-pg-03').getByRole('option', { selected: true })).toHaveText('Old plan')
      await expect(page.getByText(waves.oldTitle)).toBeHidden()
      expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBeNull()
    })
  })
}
