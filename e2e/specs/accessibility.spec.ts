import type { Locator, Page } from '@playwright/test'
import { expectNamedTables, findings, checkRules } from '../fixtures/axe'
import { expect, test } from '../fixtures/test'
import { ofTier } from '../fixtures/tier'
import { tour } from '../fixtures/tour'

type MediaSettings = Parameters<Page['emulateMedia']>[0]

const light = { colorScheme: 'light', contrast: 'no-preference' } as const
const others = {
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  'high contrast': { colorScheme: 'dark', contrast: 'more' },
} as const satisfies Readonly<Record<string, MediaSettings>>

/** Sets theme and contrast, and waits until the page is drawn: an element with the old colours would be a finding. */
async function wear(page: Page, media: MediaSettings): Promise<void> {
  await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
  await page.evaluate(
    () => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))),
  )
}

/**
 * Screens that `npm test` checks in every theme; the nightly run checks all. Colours are the same variables on all
 * screens.
 */
const inEveryMedia = ofTier({ part: ['fleet', 'VM', 'VM, troubleshoot'], whole: null })
const observationsOf = (screen: string) => (inEveryMedia?.includes(screen) === false ? [] : Object.entries(others))

test.use({ locale: 'en-GB' })

// The same tour in Japanese is in `japanese.spec.ts`: rules that depend on texts run there again.
test('no screen has a finding, in any theme', { tag: '@both' }, async ({ page, tenant }) => {
  const found: string[] = []
  const note = (place: string, all: readonly string[]) => found.push(...all.map((one) => `${place}: ${one}`))
  const visit = async (screen: string, own?: Locator) => {
    await expectNamedTables(page, screen)
    await wear(page, light)
    note(`${screen}, light`, await findings(page, 'all'))
    for (const [name, media] of observationsOf(screen)) {
      await wear(page, media)
      note(`${screen}, ${name}`, await findings(page, { only: checkRules }, own))
    }
    await wear(page, light)
  }
  await tour({ page, tenant, language: 'en', visit })
  expect(found).toEqual([])
})
