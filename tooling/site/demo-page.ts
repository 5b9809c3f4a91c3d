import { createHash } from 'node:crypto'
import { languageCookie, type Language } from '@/lib/i18n/languages'
import { siteFileName } from '@/lib/contract/file-worker'
import { alternates, type Origin } from './frame'

/** The contents of scripts that stand in a page, whose tags have no `src`. */
export function inlineScripts(html: string): readonly string[] {
  return html
    .split('<script')
    .slice(1)
    .flatMap((part) => {
      const end = part.indexOf('>')
      return part.slice(0, end).includes(' src="') ? [] : [part.slice(end + 1, part.indexOf('</script>'))]
    })
}

/**
 * The content policy of a page with the product's scripts: its built files, and exactly the scripts that stand in it. A
 * policy in a page cannot forbid others to frame it.
 */
function policyOf(html: string): string {
  const hashes = inlineScripts(html).map((each) => `'sha256-${createHash('sha256').update(each).digest('base64')}'`)
  return [
    "default-src 'none'",
    `script-src 'self' ${[...new Set(hashes)].join(' ')}`,
    ...['style', 'img', 'font', 'manifest', 'connect', 'worker'].map((kind) => `${kind}-src 'self'`),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

/**
 * The product's page that shows a file, as its server renders it in a language.
 * @param file address of the file that it shows at once; empty where the reader chooses one
 */
export async function demoPage(
  address: string,
  page: { readonly language: Language; readonly path: string; readonly file: string; readonly origin: Origin },
): Promise<string> {
  const { language, path, file, origin } = page
  const response = await fetch(`${address}/file`, { headers: { cookie: `${languageCookie}=${language}` } })
  const [, nonce = ''] = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '') ?? []
  if (!response.ok || nonce === '') throw new Error(`The page that shows a file was not answered (${response.status}).`)
  const html = (await response.text()).replaceAll(` nonce="${nonce}"`, '').replaceAll(nonce, '')
  const added = [
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`,
    `<meta name="${siteFileName}" content="${file}">`,
    alternates(language, path, origin),
  ].join('')
  const charset = '<meta charSet="utf-8"/>'
  if (!html.includes(charset)) throw new Error('The page that shows a file has no place for its policy.')
  return html.replace(charset, () => charset + added)
}
