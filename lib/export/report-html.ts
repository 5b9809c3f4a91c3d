import type { CsvCell } from '@/lib/views/csv'

/** A table of a printed report: a header, rows and where the last row is a total. */
export interface HtmlTable {
  readonly title: string
  readonly hint: string | null
  /** Null for pairs of a name and a value. */
  readonly header: readonly string[] | null
  /** A number is aligned to the right; null is a dash: the value is not known. */
  readonly rows: readonly (readonly CsvCell[])[]
}

export interface HtmlReport {
  readonly language: string
  readonly title: string
  readonly lead: string
  readonly tables: readonly HtmlTable[]
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Controls that no page may contain, and those that change the direction of what follows, are shown as U+FFFD. */
const unshown = /[^\P{C}\n]/gu

const escaped = (text: string): string =>
  text.replaceAll(unshown, '\ufffd').replaceAll(/[&<>"]/g, (character) => entities[character] ?? '')

function cell(value: CsvCell, tag: 'td' | 'th'): string {
  if (typeof value === 'number') return `<${tag} class="n">${value}</${tag}>`
  return value === null ? `<${tag} class="n">–</${tag}>` : `<${tag}>${escaped(value)}</${tag}>`
}

function table({ title, hint, header, rows }: HtmlTable): string {
  const head = header === null ? '' : `<thead><tr>${header.map((name) => cell(name, 'th')).join('')}</tr></thead>`
  const body = rows.map(([first = null, ...rest]) => {
    const others = rest.map((value) => cell(value, 'td')).join('')
    return `<tr><th scope="row">${first === null ? '' : escaped(String(first))}</th>${others}</tr>`
  })
  const said = hint === null ? '' : `<p>${escaped(hint)}</p>`
  return `<section><h2>${escaped(title)}</h2>${said}<table>${head}<tbody>\n${body.join('\n')}\n</tbody></table></section>\n`
}

const style =
  'body{font:11pt/1.45 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}' +
  'h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem;break-after:avoid}table{border-collapse:collapse;width:100%}' +
  'th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #bbb;overflow-wrap:anywhere}' +
  'tr{break-inside:avoid}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}' +
  '@media print{body{margin:0;max-width:none}}'

/** A report as one page of HTML: to read, print or save as PDF. It loads nothing and runs no script. */
export function* reportHtml({ language, title, lead, tables }: HtmlReport): Generator<string> {
  yield `<!doctype html>\n<html lang="${escaped(language)}"><head><meta charset="utf-8">`
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`
  yield `<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head>\n`
  yield `<body><h1>${escaped(title)}</h1><p>${escaped(lead)}</p>\n`
  for (const each of tables) yield table(each)
  yield '</body></html>\n'
}
