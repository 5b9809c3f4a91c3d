import { messages } from '@/lib/i18n/messages'
import { expectLoaded } from '../fixtures/fleet'
import { startLocal, type LocalProgram } from '../fixtures/local-program'
import { test as base } from '../fixtures/local-test'
import { banner, expectFileLoaded, taken, type Taken } from '../fixtures/opened-file'
import { expect } from '../fixtures/test'
import { vmPath } from '../fixtures/vms'

/** A program that shows a file of this test's tenant, without the timelines and Troubleshoot of its VMs. */
const test = base.extend<{ readonly taken: Taken; readonly opened: LocalProgram }>({
  taken,
  opened: async ({ taken: { file } }, use) => {
    // Whatever Azure does afterwards: nothing is sent to it.
    const program = await startLocal({ server: 'https://localhost:1', variables: {}, args: [file], command: 'open' })
    await use(program)
    await program.stop()
  },
})

test('shows a file without Azure on every screen, as of its moment', async ({ opened, browserFor, tenant }) => {
  const page = await browserFor(opened)
  await page.goto(opened.address)
  await expectFileLoaded(page)
  const vm = await vmPath(tenant, 'vm-mongo-02')
  const { frame } = messages.en
  const screens: readonly (readonly [string, string])[] = [
    ['/needs-action', frame.place.needs],
    ['/causes', frame.place.causes],
    ['/retirement', frame.place.retirement],
    ['/report', messages.en.report.title],
    ['/explain', messages.en.explain.title],
    [vm, 'vm-mongo-02'],
    [`${vm}?view=readiness`, 'vm-mongo-02'],
  ]
  for (const [path, name] of screens) {
    await page.goto(`${opened.origin}${path}`)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(banner(page, 'en')).toBeVisible()
  }
  await page.goto('about:blank')
})

test('says of what was not taken that it is not in the file', async ({ opened, browserFor, tenant }) => {
  const page = await browserFor(opened)
  await page.goto(opened.address)
  await expectLoaded(page)
  await page.goto(`${opened.origin}/history`)
  await expect(page.getByText(messages.en.ui.azure.notInFile)).toBeVisible()
  await page.goto(`${opened.origin}${await vmPath(tenant, 'vm-mongo-02')}?view=timeline`)
  await expect(
    page.getByRole('definition').filter({ hasText: messages.en.history.sources.outcome['not-in-file'] }),
  ).not.toHaveCount(0)
  // A VM without a trace of Azure Disk Encryption: by default its page is not taken.
  await page.goto(`${opened.origin}${await vmPath(tenant, 'vm-build-01')}`)
  await expect(page.getByRole('heading', { level: 1, name: messages.en.ui.azure.notInFileTitle })).toBeVisible()
  await expect(page.getByRole('button', { name: messages.en.ui.retry })).toHaveCount(0)
  await page.goto('about:blank')
})

const forms = [
  { language: 'ja', locale: 'ja-JP', colorScheme: 'dark', width: 1280 },
  { language: 'en', locale: 'en-GB', colorScheme: 'light', width: 360 },
  { language: 'ja', locale: 'ja-JP', colorScheme: 'light', width: 360 },
] as const

test('fits wide and narrow windows, light and dark, in both languages', async ({ opened, browserFor, tenant }) => {
  const vm = await vmPath(tenant, 'vm-mongo-02')
  for (const [index, { language, locale, colorScheme, width }] of forms.entries()) {
    const page = await browserFor(opened, { locale, colorScheme, viewport: { width, height: 740 } })
    await page.goto(index === 0 ? opened.address : await opened.enter())
    await expect(banner(page, language)).toBeVisible()
    for (const path of ['/', '/needs-action', '/causes', '/retirement', vm, `${vm}?view=timeline`]) {
      await page.goto(`${opened.origin}${path}`)
      await expect(banner(page, language)).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect([language, width, path, wider]).toEqual([language, width, path, 0])
    }
    await page.goto('about:blank')
  }
})
