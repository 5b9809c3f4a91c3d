import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser } from '@playwright/test'
import { languages } from '@/lib/i18n/languages'
import { top } from '../launch/paths'
import { demoPage } from './demo-page'
import { escaped, framed, pathIn, type Origin, type SitePage } from './frame'
import { helpCopies } from './help-pages'
import { productPage } from './product-page'

export interface SiteInput {
  /** Of a running product, started from the build of this folder. */
  readonly address: string
  readonly browser: Browser
  /** The file of the demo. */
  readonly file: string
  readonly origin: Origin
  /** Where the site is written; what was there before is deleted. */
  readonly folder: string
}

const demoFile = '/demo/fleet.ndjson.gz'
const sizes = { 'fleet.png': [1440, 900], 'vm.png': [1440, 900], 'tour.webp': [1280, 800] } as const

/** All pages for search engines, each with its other languages. */
function sitemap(pages: readonly SitePage[], origin: string): string {
  const entry = ({ language, path }: SitePage): string => {
    const others = languages.map(
      (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${escaped(origin + pathIn(other, path))}"/>`,
    )
    return `<url><loc>${escaped(origin + pathIn(language, path))}</loc>${others.join('')}</url>`
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.map(entry).join('\n')}
</urlset>
`
}

/** Writes the whole site: pages, the product's built files, its pictures, and the demo with its file. */
export async function writeSite({ address, browser, file, origin, folder }: SiteInput): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const write = (path: string, text: string | Buffer): void => {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  // Older browsers than the product supports read the larger form of a typeface.
  const isWanted = (path: string): boolean => !path.endsWith('.map') && !path.endsWith('.woff')
  cpSync(join(top, '.next', 'static'), join(folder, '_next', 'static'), { recursive: true, filter: isWanted })
  cpSync(join(top, 'public'), folder, { recursive: true })
  cpSync(join(top, 'docs', 'images'), join(folder, 'images'), { recursive: true })
  write(demoFile, readFileSync(file))

  const help = await helpCopies(browser, address)
  const pages = [...languages.map((language) => productPage(language, sizes)), ...help.pages]
  for (const page of pages) {
    const styles = help.styles[page.language].map((href) => `<link rel="stylesheet" href="${escaped(href)}">`)
    write(`${pathIn(page.language, page.path)}index.html`, framed(page, styles.join(''), origin))
  }
  for (const language of languages)
    for (const [path, shown] of [
      ['/demo/', demoFile],
      ['/file/', ''],
    ] as const)
      write(`${pathIn(language, path)}index.html`, await demoPage(address, { language, path, file: shown, origin }))
  const map = origin === null ? '' : `Sitemap: ${origin}/sitemap.xml\n`
  write('robots.txt', `User-agent: *\nAllow: /\n${map}`)
  if (origin !== null) write('sitemap.xml', sitemap(pages, origin))
}
