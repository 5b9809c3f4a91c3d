import type { Browser, Page } from '@playwright/test'
import { problemKinds } from '@/lib/diagnosis/kinds'
import { languageCookie, languages, type Language } from '@/lib/i18n/languages'
import { pathIn, type SitePage } from './frame'

/** The pages of Help that say the same on every server. */
const paths = ['/help', '/help/messages', '/help/reference', ...problemKinds.map((kind) => `/help/${kind}`)]

/** Until a page has its texts, which it loads after it is shown. */
const isComplete = (): boolean => {
  const main = document.querySelector('main')
  if (main === null || main.querySelector('h1') === null) return false
  if (main.querySelector('[role=status], [role=alert]') !== null) return false
  return [...main.querySelectorAll('li[id^=message-]')].every((each) => each.querySelector('p') !== null)
}

/**
 * What a page of Help shows, without what needs a script: both forms of each command stand under each other, and links
 * lead to pages of the site.
 */
async function captured(prefix: string): Promise<{ readonly main: string; readonly description: string }> {
  const main = document.querySelector('main > :last-child')?.cloneNode(true)
  if (!(main instanceof HTMLElement)) throw new Error('no main part')
  const shells = [...document.querySelectorAll<HTMLInputElement>('main figure input[type=radio]:not(:checked)')]
  shells[0]?.click()
  await new Promise(requestAnimationFrame)
  const others = [...document.querySelectorAll('main figure')]
  for (const [index, figure] of [...main.querySelectorAll('figure')].entries()) {
    const labels = [...figure.querySelectorAll('fieldset label')].map((each) => each.textContent)
    figure.querySelector('fieldset')?.replaceWith(labels.join(' · '))
    const other = others[index]?.querySelector('pre')
    if (labels.length > 1 && other) figure.querySelector('pre')?.after(other.cloneNode(true))
  }
  for (const each of main.querySelectorAll('button, .card:has(textarea), a[href="/help/api"]')) each.remove()
  for (const link of main.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')) {
    const { pathname, hash } = new URL(link.href)
    link.setAttribute('href', `${prefix}${pathname.replace(/\/?$/, '/')}${hash}`)
  }
  return { main: main.outerHTML, description: main.querySelector('p')?.textContent ?? '' }
}

async function copy(page: Page, language: Language, address: string, path: string): Promise<SitePage> {
  await page.goto(`${address}${path}`)
  await page.waitForFunction(isComplete)
  const title = await page.title()
  return { language, path: `${path}/`, title, ...(await page.evaluate(captured, pathIn(language, ''))) }
}

export interface HelpCopies {
  readonly pages: readonly SitePage[]
  /** Addresses of the style sheets of each language. */
  readonly styles: Readonly<Record<Language, readonly string[]>>
}

/** Help as the product shows it, in every language. */
export async function helpCopies(browser: Browser, address: string): Promise<HelpCopies> {
  const pages: SitePage[] = []
  const styles: Record<Language, readonly string[]> = { en: [], ja: [] }
  await Promise.all(
    languages.map(async (language) => {
      const context = await browser.newContext({ baseURL: address })
      await context.addCookies([{ name: languageCookie, value: language, url: address }])
      const page = await context.newPage()
      for (const path of paths) pages.push(await copy(page, language, address, path))
      styles[language] = await page.evaluate(() =>
        [...document.querySelectorAll('link[rel=stylesheet]')].map((each) => each.getAttribute('href') ?? ''),
      )
      await context.close()
    }),
  )
  return { pages, styles }
}
