import type { SimResponse } from '../model/http'

/** Markup that is safe to send; only `html` creates it, which escapes everything else. */
export interface Markup {
  readonly markup: string
}

type Part = string | number | Markup | readonly Markup[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

function safe(part: Part): string {
  if (typeof part === 'string') return escape(part)
  if (typeof part === 'number') return String(part)
  if ('markup' in part) return part.markup
  return part.map(({ markup }) => markup).join('')
}

/** Template tag: text is escaped, markup is kept. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return {
    markup: strings.map((text, index) => text + (index < parts.length ? safe(parts[index] ?? '') : '')).join(''),
  }
}

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
  .note { border-inline-start: 4px solid #767676; padding-inline-start: .75rem; }
  button { font: inherit; padding: .4rem .8rem; cursor: pointer; }
  button:focus-visible, a:focus-visible, select:focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
  ul.people { list-style: none; padding: 0; display: grid; gap: .75rem; }
  ul.people button { min-width: 14rem; text-align: start; }
  ul.people p { margin: .15rem 0 0; }
  table { border-collapse: collapse; } td, th { padding: .3rem .6rem; border: 1px solid #767676; text-align: start; }
  form { display: inline; }
  code { overflow-wrap: anywhere; }
`

/** A whole page: runs no script, loads no resource, cannot be framed. */
export function page(title: string, body: Markup, status = 200): SimResponse {
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    text: markup,
  }
}
