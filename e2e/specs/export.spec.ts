import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { messages } from '@/lib/i18n/messages'
import { expectLoaded } from '../fixtures/fleet'
import { expect, people, test } from '../fixtures/test'

const { fleet: texts, report, states } = messages.en

async function saved(page: Page, format: keyof typeof texts.export.format): Promise<Buffer> {
  await page.getByRole('button', { name: texts.export.button, exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: texts.export.format[format] }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(new RegExp(`^sealwatch-fleet-[\\d-]+\\.${format}$`))
  return readFile(await download.path())
}

test('a view is saved with its filters, with totals that include Unknown, and no cell runs as a formula', async ({
  page,
  signIn,
}) => {
  await signIn(people.chiara, '/?q=vm-odd')
  await expectLoaded(page)
  const csv = (await saved(page, 'csv')).toString('utf8')
  expect(csv).toContain(`${texts.export.about.filter},q=vm-odd,`)
  expect(csv).toContain(`${states.state.unknown},`)
  expect(csv).toContain('vm-odd-hostile')
  expect(csv).not.toContain('vm-erp-app-01')
  const rowsOfCsv = csv.split('\r\n').filter((line) => line.startsWith('vm-odd'))

  const files = unzipSync(await saved(page, 'xlsx'))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect([...sheet.matchAll(/<row /g)]).toHaveLength(rowsOfCsv.length + 1)
  expect(sheet).not.toContain('<f')

  const lines = (await saved(page, 'jsonl')).toString('utf8').trimEnd().split('\n')
  const [about, ...rows] = lines.map((line) => {
    const parsed: { type: string; name?: string; filter?: string; rows?: number } = JSON.parse(line)
    return parsed
  })
  expect(about).toMatchObject({ type: 'about', filter: 'q=vm-odd', rows: rows.length })
  expect(rows.every(({ type, name }) => type === 'vm' && name?.startsWith('vm-odd'))).toBe(true)
})

test('the report has summary, states, causes and retirement, and prints without the frame', async ({
  page,
  signIn,
}) => {
  await signIn(people.chiara, '/report')
  for (const { title } of [report.states, report.causes, report.retirement])
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
  const total = page.getByRole('table', { name: report.states.title }).getByRole('row', { name: report.states.total })
  await expect(total).toContainText('100 %')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('button', { name: report.print })).toBeHidden()
  // Paper is white in any theme, so texts must not be.
  await expect(page.getByRole('heading', { level: 1, name: report.title })).toHaveCSS('color', 'rgb(17, 24, 28)')
})

test('every file names the subscription that was not read, and why, as the screen does', async ({ page, signIn }) => {
  await signIn(people.aiko)
  await expectLoaded(page)
  await page.getByRole('button', { name: /could not be read/ }).click()
  const dialog = page.getByRole('dialog')
  const name = (await dialog.locator('dt').first().textContent()) ?? ''
  const cause = messages.en.errors['arm-denied'].cause
  await expect(dialog).toContainText(cause)
  await page.keyboard.press('Escape')

  const csv = (await saved(page, 'csv')).toString('utf8')
  expect(csv.split('\r\n').find((line) => line.startsWith(`${texts.export.about.gaps},${name},`))).toContain(cause)
  const files = unzipSync(await saved(page, 'xlsx'))
  const sheet = strFromU8(files['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
  for (const part of [name, cause]) expect(sheet).toContain(part)
  const [head = ''] = (await saved(page, 'jsonl')).toString('utf8').split('\n')
  const { gaps }: { gaps: readonly unknown[] } = JSON.parse(head)
  expect(gaps).toContainEqual(expect.objectContaining({ code: 'arm-denied', subscriptions: [name] }))

  const table = async (path: string, button: string) => {
    await page.getByRole('navigation').getByRole('link', { name: path }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button, exact: true }).click(),
    ])
    return (await readFile(await download.path(), 'utf8')).split('\r\n')
  }
  const { inbox, retirement, ui, frame } = messages.en
  const needs = await table(frame.place.needs, inbox.export)
  expect(needs.find((line) => line.startsWith(`${ui.completeness.kind.failed},${name},`))).toContain(cause)
  const plan = await table(frame.place.retirement, retirement.waves.export)
  expect(plan.find((line) => line.startsWith(`${retirement.file.fleet},${name},`))).toContain(cause)

  await page.goto('/report')
  const facts = page.getByRole('main').locator('dl').first()
  for (const part of [name, cause]) await expect(facts).toContainText(part)
})
