import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test'
import { tour } from '../fixtures/tour'

type Look = Parameters<Page['emulateMedia']>[0]

const looks = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  'high contrast': { colorScheme: 'dark', contrast: 'more' },
} as const satisfies Readonly<Record<string, Look>>

/** Rules whose answer depends on the look alone; all others are asked once a screen. */
const lookRules = ['color-contrast', 'link-in-text-block']

/**
 * No table would be listed without a name by a screen reader; axe does not ask for that. Asked again while it is not so:
 * a screen may change between the two counts.
 */
async function expectNamedTables(page: Page, screen: string): Promise<void> {
  const nameless = async () =>
    (await page.getByRole('table').count()) - (await page.getByRole('table', { name: /./ }).count())
  await expect.poll(nameless, { message: `${screen}: tables without a name` }).toBe(0)
}

/** What axe finds on a page, a line each. */
async function findings(page: Page, rules: readonly string[] | null): Promise<readonly string[]> {
  // There are no frames on these screens, so axe needs no page of its own to put answers together.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules === null ? axe : axe.withRules([...rules])).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${(failureSummary ?? '').slice(0, 300)}`),
  )
}

// Colours do not depend on the language, so high contrast is looked at in one.
for (const [language, locale, names] of [
  ['en', 'en-GB', ['light', 'dark', 'high contrast']],
  ['ja', 'ja-JP', ['light', 'dark']],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale })

    test('no screen has a finding, in any look', async ({ page, tenant }) => {
      test.setTimeout(360_000)
      const found: string[] = []
      const visit = async (screen: string) => {
        await expectNamedTables(page, screen)
        for (const look of names) {
          await page.emulateMedia({ ...looks[look], reducedMotion: 'reduce' })
          for (const one of await findings(page, look === 'light' ? null : lookRules))
            found.push(`${screen}, ${look}: ${one}`)
        }
        await page.emulateMedia({ ...looks.light, reducedMotion: 'reduce' })
      }
      await tour({ page, tenant, language, visit })
      expect(found).toEqual([])
    })
  })
}
