import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { expect, people, test } from '../fixtures/test'

const { retirement: texts } = messages.en

const ways = (page: Page) => page.getByRole('list', { name: texts.strip })
const list = (page: Page) => page.getByRole('table', { name: texts.table.label })
const row = (page: Page, name: string) =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
const waveOf = (page: Page, name: string) =>
  page.getByRole('combobox', { name: `${texts.table.wave}: ${name}`, exact: true })

async function openList(page: Page): Promise<void> {
  // The related resources have been read once a disk without a VM is in the list.
  await expect(ways(page).getByRole('button', { name: `${texts.class['unattached-disk'].name} 2` })).toBeVisible()
}

test('a user who may not read disks is shown no count of disks, also not zero', async ({ page, signIn }) => {
  await signIn(people.ivan, '/retirement')
  const numbered = ways(page).getByRole('button', { name: /\d$/ })
  await expect(numbered.first(), 'the related resources are read').toBeVisible()
  const disks = ways(page).getByRole('button', { name: texts.class['unattached-disk'].name })
  await expect(disks).toHaveAccessibleName(new RegExp(`${messages.en.ui.notRead}$`))
  await expect(page.getByRole('status').filter({ hasText: /VMs? / }).first()).not.toContainText('unattached')
})

test('a plan of waves is created, survives a reload, and is exported', async ({ page, signIn, otherBrowser }) => {
  await signIn(people.chiara, '/retirement')
  await openList(page)
  await page.getByRole('button', { name: texts.waves.suggest }).click()
  const first = page.getByRole('textbox', { name: texts.waves.name.replace('{number}', '1') })
  await first.fill('=HYPERLINK("http://x")')
  await first.blur()
  await expect(page.getByText(messages.en.notes.saved).first()).toBeVisible()
  // It is saved once the user pauses; a reload before that only keeps it in the field.
  const dueSaved = page.waitForResponse((answer) => answer.request().postData()?.includes('2027-06-30') === true)
  await page.getByLabel(/^Due date of wave =HYPER/).fill('2027-06-30')
  await page.getByRole('searchbox', { name: texts.table.search }).fill('vm-pg-03')
  await expect(row(page, 'vm-erp-app-01')).toBeHidden()
  await expect(waveOf(page, 'vm-pg-03').getByRole('option', { selected: true })).toHaveText('=HYPERLINK("http://x")')
  await page.getByRole('checkbox', { name: texts.table.all }).check()
  await page.getByRole('button', { name: /^Move 1 selected/ }).click()
  await page.getByRole('menuitem', { name: texts.waves.suggestion.rebuild }).click()
  await expect(waveOf(page, 'vm-pg-03').getByRole('option', { selected: true })).toHaveText(
    texts.waves.suggestion.rebuild,
  )

  expect((await dueSaved).ok()).toBe(true)
  await page.reload()
  await openList(page)
  await expect(first).toHaveValue('=HYPERLINK("http://x")')
  await page.getByRole('searchbox', { name: texts.table.search }).fill('vm-pg-03')
  await expect(waveOf(page, 'vm-pg-03').getByRole('option', { selected: true })).toHaveText(
    texts.waves.suggestion.rebuild,
  )

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: texts.waves.export }).click(),
  ])
  expect(download.suggestedFilename()).toBe('sealwatch-retirement.csv')
  const csv = await readFile(await download.path(), 'utf8')
  const line = (name: string) => csv.split('\r\n').find((each) => each.includes(`,${name},`)) ?? ''
  expect(line('vm-pg-03')).toMatch(/^Rebuild,,vm-pg-03,/)
  expect(line('vm-jp-core-07')).toContain(`"'=HYPERLINK(""http://x"")",2027-06-30,vm-jp-core-07,`)
  expect(line('erp-db-old-data')).toContain(texts.class['unattached-disk'].name)
  expect(csv).toContain(`${texts.class.undecided.name},`)

  // A user who can read none of these VMs sees no wave.
  const other = await otherBrowser()
  await signIn(people.dmitri, '/retirement', other)
  await expect(other.getByRole('heading', { level: 1, name: texts.title })).toBeVisible()
  await expect(other.getByText(texts.waves.suggestion.rebuild)).toHaveCount(0)
})

test('a VM’s runbook lists its blockers and contains commands with its names', async ({ page, signIn }) => {
  await signIn(people.chiara, '/retirement?way=windows')
  await openList(page)
  await expect(row(page, 'vm-erp-app-01')).toBeHidden()
  await expect(row(page, 'vm-jp-osaka-07')).toContainText(texts.blocker.size.name)
  await page.getByRole('button', { name: texts.table.open.replace('{name}', 'vm-jp-osaka-07') }).click()
  const book = page.getByRole('article', { name: texts.runbook.title.replace('{name}', 'vm-jp-osaka-07') })
  await expect(book.getByText(texts.blocker.size.found)).toBeVisible()
  await expect(
    book.getByText(/az vm encryption disable --resource-group rg-jp-branch --name vm-jp-osaka-07/),
  ).toBeVisible()
  await expect(book.getByRole('heading', { name: texts.runbook.step['choose-size'].title })).toBeVisible()
  await book.getByRole('button', { name: texts.runbook.close }).click()
  await expect(book).toBeHidden()
})
