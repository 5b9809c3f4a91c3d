import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isFileScreen } from '@/components/opened-file/screen-path'

/** Values of `href` and `src` in a page. */
function addressesIn(html: string): readonly string[] {
  return [' href="', ' src="'].flatMap((start) =>
    html
      .split(start)
      .slice(1)
      .map((part) => part.slice(0, part.indexOf('"')).replaceAll('&amp;', '&')),
  )
}

/** The file of a page or asset of the site. */
const fileOf = (folder: string, path: string): string => join(folder, path.endsWith('/') ? `${path}index.html` : path)

/** The links of a site that lead to nothing of it, `page: link`, and its number of links inside. */
export function brokenLinks(folder: string): { readonly checked: number; readonly broken: readonly string[] } {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'))
  const broken: string[] = []
  let checked = 0
  for (const path of pages) {
    // Links between the screens of a file stay in its page.
    const shows = ['demo', 'file'].includes(path.split(/[\\/]/).at(-2) ?? '')
    const here = new URL(`/${path.replaceAll('\\', '/').slice(0, -'index.html'.length)}`, 'http://site')
    for (const address of addressesIn(readFileSync(join(folder, path), 'utf8'))) {
      const url = new URL(address, here)
      if (url.origin !== here.origin || (shows && isFileScreen(url.pathname) && url.pathname !== '/')) continue
      checked += 1
      const file = fileOf(folder, decodeURIComponent(url.pathname))
      const leads = existsSync(file)
      // The screens of a shown file stand behind the `#`.
      const isAnchor = leads && url.hash.length > 1 && !url.hash.startsWith('#/')
      const hasAnchor = () => readFileSync(file, 'utf8').includes(` id="${decodeURIComponent(url.hash.slice(1))}"`)
      if (!leads || (isAnchor && !hasAnchor())) broken.push(`${here.pathname}: ${address}`)
    }
  }
  return { checked, broken }
}
